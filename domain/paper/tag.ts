import type { Tag } from './paper';
import { LIMITS } from '@/domain/limits';
import { tidy } from '@/domain/text/tidy';

/** Colours that the tokens have for tags. */
export const TAG_COLOURS = 8;
/** Longer names are cut. */
export const MAX_TAG_LENGTH = 60;

/** A tag's name as a person means it: without the sign, without what nobody sees, spaces as they are typed once. */
export const tagName = (text: string): string =>
  tidy(text)
    .replace(/^#+\s*/, '')
    .slice(0, MAX_TAG_LENGTH)
    .trim();

/** One id for all spellings of a name: two machines that make the same tag make one tag. */
export const tagId = (name: string): string =>
  tagName(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    // One ligature may stand for eighteen letters.
    .slice(0, LIMITS.tag);

/**
 * The colour that the name suggests if it is free, else a free one, else the least used.
 * @param byName an index into the tag colours
 * @param taken the colours of all other tags
 */
export function freeColour(byName: number, taken: readonly number[]): number {
  const uses = Array.from({ length: TAG_COLOURS }, () => 0);
  for (const colour of taken) uses[colour] = (uses[colour] ?? 0) + 1;
  const fewest = Math.min(...uses);
  const inOrder = uses.map((_, step) => (byName + step) % TAG_COLOURS);
  return inOrder.find((colour) => uses[colour] === fewest) ?? byName;
}

/** A new tag; its colour follows from its name, so that it is the same on every machine where no other tag has it. */
export function newTag(text: string): Tag {
  const name = tagName(text);
  const id = tagId(name);
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return { id, name, colour: sum % TAG_COLOURS };
}

/** A tag's name without signs, spaces and the ending of a plural. */
const stemOf = (name: string): string =>
  tagId(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\p{L}{2})ies$/u, 'y')
    .replace(/(?<=\p{L}{2}[^suai])s$/u, '');

/** The tag that another may have been meant to be, as `LLM` and `llms`: the one that more papers have. */
export function likeTag<Counted extends Tag & { papers: number }>(
  tag: Counted,
  tags: readonly Counted[],
): Counted | undefined {
  const stem = stemOf(tag.name);
  const isBefore = (other: Counted): boolean =>
    other.papers > tag.papers || (other.papers === tag.papers && other.id < tag.id);
  return tags
    .filter((other) => other.id !== tag.id && stemOf(other.name) === stem && isBefore(other))
    .toSorted((a, b) => b.papers - a.papers)[0];
}
