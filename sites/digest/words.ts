const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu;

/** Words of a text in any script; two characters of a script without spaces count as one. */
export function wordCount(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = (unspaced ? text.replace(UNSPACED, ' ') : text).match(/[\p{L}\p{N}]\S*/gu);
  return (spaced?.length ?? 0) + unspaced / 2;
}

/** Share of the characters other than white space that are letters, 0 to 1. */
export const letterShare = (text: string): number => {
  const solid = text.replace(/\s+/g, '');
  return solid ? (solid.match(/\p{L}/gu)?.length ?? 0) / solid.length : 0;
};

/** Whether a text ends as a sentence does. */
export const endsAsSentence = (text: string): boolean =>
  /[.!?…。！？।؟۔]["'”’»)\]）」』]*$/u.test(text);
