/**
 * What capitals at the end of a name are: `Senio AW` has the family name before initials, `Weinan E` and `Jane DOE` have
 * it after the given name. One name does not always tell; a list of names does.
 */
export type Trailing =
  /** Initials, as PubMed and Scopus shorten names. */
  | 'initials'
  /** A single name: initials, unless they read like a word. */
  | 'open'
  /** The family name, unless nothing but initials look so. */
  | 'family'
  /** The family name, which the list has in capitals. */
  | 'capitals';

/** `AW`, `J-P`, `J`, `A.W.`, `J.-P.`: first names as PubMed and Scopus shorten them. */
const INITIALS = /^\p{Lu}(?:\.?-?\p{Lu}){0,3}\.?$/u;
const ONE = /^\p{Lu}\.?$/u;
/** Capitals that read like a word: `DOE`, `ITO`, `LI`, `CHEN`, `YANG`; not `AJR`. */
const WORD = /^(?:[CSZTKP]H|[A-Z])??[AEIOUY]{1,2}(?:N[GH]|[A-Z])?[AEIOUY]?$/;
const HAS_VOWEL = /[AEIOUY]/;
const CAPITALS = /^\p{Lu}{3,}$/u;

/** How many words at the end of a name may be its initials: `A. W.`, `AW`; 0 where no family name would be left. */
function countInitials(words: readonly string[]): number {
  let count = 0;
  while (ONE.test(words.at(-1 - count) ?? '')) count += 1;
  if (count === 0 && INITIALS.test(words.at(-1) ?? '')) count = 1;
  const before = words.slice(0, words.length - count);
  return before.length > 0 && before.every((word) => /\p{Ll}|^Ó$/u.test(word)) ? count : 0;
}

/** How sure it is that such words are initials: 0 for what may well be a family name, 3 for nothing else. */
function certainty(initials: readonly string[]): number {
  const text = initials.join('');
  if (initials.length > 1 || /-|\..*\./.test(text)) return 3;
  if (ONE.test(text)) return 1;
  const isLatin = /^[A-Z]+$/.test(text);
  if (!isLatin || !HAS_VOWEL.test(text) || !WORD.test(text)) return 2;
  return text.length === 2 ? 1 : 0;
}

/** From which certainty on capitals are initials. */
const LEAST: Record<Trailing, number> = { initials: 0, open: 1, family: 2, capitals: 3 };

/** How many words at the end of a name are its initials, where the list it is from tells what they are. */
export function initialsIn(words: readonly string[], trailing: Trailing): number {
  const count = countInitials(words);
  return count > 0 && certainty(words.slice(-count)) >= LEAST[trailing] ? count : 0;
}

/**
 * What capitals at the end of names are in a list; `names` are the words of each, given name or family name first,
 * without suffixes. `single` is what they are in a name alone.
 */
export function trailingOf(names: readonly (readonly string[])[], single: Trailing): Trailing {
  const counts = names.map(countInitials);
  const sure = names.flatMap((words, at) =>
    counts[at] ? [{ text: words.at(-1) ?? '', by: certainty(words.slice(-counts[at])) }] : [],
  );
  const others = names.filter((_, at) => counts[at] === 0);
  if (sure.length === 0) return single;
  const isCapital = (words: readonly string[]): boolean => CAPITALS.test(words.at(-1) ?? '');
  if (
    others.some(
      (words) => isCapital(words) && words.slice(0, -1).some((word) => !isCapital([word])),
    )
  )
    return 'capitals';
  // A list of initials may have a name in it that has none, such as that of a group.
  if (others.length * 4 > names.length)
    return sure.some(({ by }) => by === 0) ? 'capitals' : 'family';
  if (sure.some(({ by, text }) => by > 1 || ONE.test(text)))
    return names.length > 1 ? 'initials' : single;
  if (sure.some(({ by }) => by === 0)) return 'capitals';
  return names.length > 1 ? 'initials' : single;
}
