import type { Tag } from './paper';
import { LIMITS } from '@/domain/limits';
import { collapse } from '@/domain/text';

/** Colours that the tokens have for tags. */
export const TAG_COLOURS = 8;
/** Longer names are cut. */
export const MAX_TAG_LENGTH = 60;

/** A tag's name as a person means it: without the sign, spaces as they are typed once. */
export const tagName = (text: string): string =>
  collapse(text.normalize('NFC'))
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
