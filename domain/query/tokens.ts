import { fold } from '@/domain/text';

/** Scripts that write words without spaces between: they are searched by pairs of characters. */
const JOINED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';
const PIECE = new RegExp(`[${JOINED}]+|(?:(?![${JOINED}])[\\p{L}\\p{N}])+`, 'gu');
const IS_JOINED = new RegExp(`^[${JOINED}]`, 'u');
/** Plain English text needs no folding but of case, and makes up most of a library. */
const PLAIN = /^[\0-\x7f]*$/;
const ENDS_JOINED = new RegExp(`[${JOINED}]$`, 'u');
const END = /[^\p{L}\p{N}ー々]+$/u;
const PLAIN_PIECE = /[a-z0-9]+/g;

/** The words between two gaps, folded: in scripts without spaces every pair of neighbours, and the last character. */
function ofPiece(piece: string): string[] {
  if (!IS_JOINED.test(piece)) return [piece];
  const characters = Array.from(piece);
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

/**
 * The words of a text as they are compared, in order: folded, split at everything that is no letter or digit.
 * A run of Chinese or Japanese gives each pair of neighbouring characters and the last one alone, so that any
 * part of the run is a phrase of pairs whose last may be a beginning.
 */
export function tokens(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(PLAIN_PIECE) ?? [];
  return (fold(text).match(PIECE) ?? []).flatMap(ofPiece);
}

/** Whether a sought text ends in a script without spaces. */
export const endsJoined = (text: string): boolean =>
  !PLAIN.test(text) && ENDS_JOINED.test(fold(text).replace(END, ''));

/**
 * The words of a sought text. In a run of Chinese or Japanese the last pair covers the last character: it is
 * not sought alone, for in the papers others may follow.
 */
export function soughtTokens(text: string): string[] {
  const all = tokens(text);
  const [last, before] = [all.at(-1), all.at(-2)];
  const isCovered = last !== undefined && before !== undefined && endsJoined(text);
  return isCovered && Array.from(before).length === 2 && before.endsWith(last)
    ? all.slice(0, -1)
    : all;
}
