import { areCapitals, countLeading, isFamilyByItself, isShortFamily, isWordLike } from './capitals';

/**
 * What words in capitals are in a name: `Senio AW` has the family name before initials, `Weinan E` and `Jane DOE` have
 * it after the given name, `ZHANG Wei` before. One name does not always tell; a list of names does.
 */
export type Capitals =
  /** At the end initials, as PubMed and Scopus shorten names. */
  | 'initials'
  /** A single name: initials, unless they read like a word. */
  | 'open'
  /** The family name, unless nothing but initials look so. */
  | 'family'
  /** The family name, which the list has in capitals at the end. */
  | 'last'
  /** The family name, which the list has in capitals at the beginning. */
  | 'first';

/** `AW`, `J-P`, `J`, `A.W.`, `J.-P.`: first names as PubMed and Scopus shorten them. */
const INITIALS = /^\p{Lu}(?:\.?-?\p{Lu}){0,3}\.?$/u;
const ONE = /^\p{Lu}\.?$/u;
const HAS_VOWEL = /[AEIOUY]/;
const CAPITALS = /^\p{Lu}{3,}$/u;

/** Initials that are no family name after words in capitals: `ITO K`, `WANG X.-Y.`, `IPATOV VP`; not `ADA NG`. */
const isAfterCapitals = (initials: string, before: readonly string[]): boolean =>
  (ONE.test(initials) || /[.-]/.test(initials) || !/[AEIOUY]|^NG$/.test(initials)) &&
  areCapitals(before) &&
  before.some((word) => word.length > initials.replace(/[.-]/g, '').length);

/** How many words at the end of a name may be its initials: `A. W.`, `AW`; 0 where no family name would be left. */
function countInitials(words: readonly string[]): number {
  let count = 0;
  while (ONE.test(words.at(-1 - count) ?? '')) count += 1;
  if (count === 0 && INITIALS.test(words.at(-1) ?? '')) count = 1;
  const before = words.slice(0, words.length - count);
  if (count === 0 || before.length === 0) return 0;
  return before.every((word) => /\p{Ll}|^Ó$/u.test(word)) ||
    isAfterCapitals(words.at(-1) ?? '', before)
    ? count
    : 0;
}

/** How sure it is that such words are initials: 0 for what may well be a family name, 3 for nothing else. */
function certainty(initials: readonly string[]): number {
  const text = initials.join('');
  if (initials.length > 1 || /-|\..*\./.test(text)) return 3;
  if (ONE.test(text)) return 1;
  const isLatin = /^[A-Z]+$/.test(text);
  if (!isLatin || !HAS_VOWEL.test(text) || !isWordLike(text)) return 2;
  return text.length === 2 || (text.length === 3 && !isShortFamily(text)) ? 1 : 0;
}

/** From which certainty on capitals are initials. */
const LEAST: Record<Capitals, number> = { initials: 0, open: 1, family: 2, last: 3, first: 1 };

/** How many words at the end of a name are its initials, where the list it is from tells what they are. */
export function initialsIn(words: readonly string[], capitals: Capitals): number {
  const count = countInitials(words);
  return count > 0 && certainty(words.slice(-count)) >= LEAST[capitals] ? count : 0;
}

/** How many words at the beginning of a name are its family name in capitals. */
export function leadingIn(words: readonly string[], capitals: Capitals): number {
  const count = countLeading(words);
  return capitals === 'first' || isFamilyByItself(words.slice(0, count)) ? count : 0;
}

/** Whether a list has the family names in capitals at the beginning: one that is by itself, and most of the others. */
function areFirst(names: readonly (readonly string[])[]): boolean {
  const leading = names.map((words) => words.slice(0, countLeading(words)));
  const some = leading.filter(({ length }) => length > 0);
  return some.length * 2 > names.length && some.some(isFamilyByItself);
}

/** Whether a name ends in a family name in capitals, though its other words are in small letters. */
export function isLast(words: readonly string[]): boolean {
  const isCapital = (word: string | undefined): boolean => CAPITALS.test(word ?? '');
  return isCapital(words.at(-1)) && words.slice(0, -1).some((word) => !isCapital(word));
}

/**
 * What capitals are in a list; `names` are the words of each, given name or family name first, without suffixes.
 * `single` is what they are in a name alone.
 */
export function capitalsOf(names: readonly (readonly string[])[], single: Capitals): Capitals {
  const counts = names.map(countInitials);
  const sure = names.flatMap((words, at) =>
    counts[at] ? [{ text: words.at(-1) ?? '', by: certainty(words.slice(-counts[at])) }] : [],
  );
  const others = names.filter((_, at) => counts[at] === 0);
  if (names.length > 1 && areFirst(names)) return 'first';
  if (sure.length === 0) return single;
  if (others.some(isLast)) return 'last';
  // A list of initials may have a name in it that has none, such as that of a group.
  if (others.length * 4 > names.length) return sure.some(({ by }) => by === 0) ? 'last' : 'family';
  if (sure.some(({ by, text }) => by > 1 || ONE.test(text)))
    return names.length > 1 ? 'initials' : single;
  if (sure.some(({ by }) => by === 0)) return 'last';
  return names.length > 1 ? 'initials' : single;
}
