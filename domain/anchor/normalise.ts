/**
 * A field's text as highlights are stored over it, version 1: the page's text with every run of white space
 * made one space and the ends trimmed, without invisible characters (soft hyphens, zero-width spaces,
 * byte order marks, direction marks, invisible operators). Everything else stays letter for letter, so that a
 * quote reads as the page does; spellings are unified in `match-form.ts`, for comparing only.
 */
export interface Normalised {
  text: string;
  /** Offset in the raw text of the character at an offset here; the raw length at the end. */
  toRaw: (offset: number) => number;
  /** How many characters of `text` precede a raw offset. */
  fromRaw: (offset: number) => number;
}

/** Never seen, and no word is another without it. Joiners (U+200C, U+200D) stay: they change what is seen. */
const UNSEEN = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SPACE = /\s/;

/** Normalises a field's raw text and keeps the way back. Linear in its length. */
export function normalise(raw: string): Normalised {
  const offsets: number[] = [];
  let text = '';
  let gap = -1;
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (UNSEEN.test(character)) continue;
    if (SPACE.test(character)) {
      if (gap < 0) gap = at;
      continue;
    }
    if (gap >= 0 && text !== '') {
      text += ' ';
      offsets.push(gap);
    }
    gap = -1;
    text += character;
    offsets.push(at);
  }
  return {
    text,
    toRaw: (offset) => offsets[Math.max(0, offset)] ?? raw.length,
    fromRaw: (offset) => lowerBound(offsets, offset),
  };
}

/** The first index whose value is not below `value`, in an ascending list. */
function lowerBound(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
