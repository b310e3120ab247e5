import type { Tag } from '@/domain/paper/paper';
import { tagId } from '@/domain/paper/tag';

/** The tags that can be offered for a paper. */
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
 * The tags to offer for typed letters: those that begin with them, then those with a word that does, then those that
 * have them anywhere; before a letter is typed, the suggested ones and then the likeliest.
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
