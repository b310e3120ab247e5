/*
 * Word lists as patterns. A list is text: commas, each before white space, separate its phrases, and a phrase may hold
 * pieces of a regular expression. A phrase earlier in a list matches first.
 */

const phrasesIn = (list: string): string[] =>
  list
    .trim()
    .split(/,\s+/)
    .map((phrase) => phrase.replaceAll(/\s*\n\s*/g, ' '));

/** Any phrase of a list, also inside a word: for scripts that put no spaces between words. */
export const anyOf = (list: string): string => `(?:${phrasesIn(list).join('|')})`;

/** Any phrase of a list between two pieces of a regular expression. */
export const between = (before: string, list: string, after: string): string =>
  `${before}${anyOf(list)}${after}`;

/** Any phrase of a list as whole words of ASCII letters. */
export const whole = (list: string): string => String.raw`\b${anyOf(list)}\b`;

/** Any phrase of a list as the beginning of a word. */
export const stems = (list: string): string => String.raw`\b${anyOf(list)}`;

/** Any phrase of a list as whole words of any alphabet; needs the flag `u`. */
export const wholeLetters = (list: string): string => String.raw`(?<!\p{L})${anyOf(list)}(?!\p{L})`;

/** A word of any alphabet that begins with a phrase of a list; needs the flag `u`. */
export const letterStems = (list: string): string => String.raw`(?<!\p{L})${anyOf(list)}\p{L}*`;

/** A regular expression that matches any of the alternatives. */
export const pattern = (flags: string, ...alternatives: string[]): RegExp =>
  new RegExp(alternatives.join('|'), flags);
