import type { Tag } from '@/domain/paper/paper';
import { tagId } from '@/domain/paper/tag';

/** What a paper can be tagged with. */
export interface Completion {
  /** All tags, the likeliest first. */
  tags: readonly Tag[];
  /** Those that similar papers have. */
  suggested: readonly Tag[];
}

const MOST_SHOWN = 6;

interface Option extends Tag {
  /** Similar papers have it. */
  isSuggested: boolean;
}

/**
 * What is offered for the letters typed: tags that begin with them, then those with a word that does, then those that
 * have them anywhere; where nothing is typed yet, the suggested ones and then the likeliest.
 */
export function completions(
  { tags, suggested }: Completion,
  typed: string,
  has: ReadonlySet<string>,
): Option[] {
  const sought = tagId(typed);
  const near = new Set(suggested.map(({ id }) => id));
  const rankOf = ({ id }: Tag): number =>
    id.startsWith(sought) ? 0 : id.includes(`-${sought}`) ? 1 : id.includes(sought) ? 2 : 3;
  const ranked = tags
    .filter((tag) => rankOf(tag) < 3 && !(sought === '' && near.has(tag.id)))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  return [...(sought === '' ? suggested : []), ...ranked]
    .filter(({ id }) => !has.has(id))
    .slice(0, MOST_SHOWN)
    .map((tag) => ({ ...tag, isSuggested: near.has(tag.id) }));
}
