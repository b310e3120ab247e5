import type { Other } from './utf8';
import { LATIN, readingOf } from './words';
import { likelihoodOfPairs, PAIR_ENCODINGS } from './pairs';

/** Alphabets beside the Latin one, by the encodings of their systems, with the letters that are most of each text. */
const ALPHABETS: readonly [label: string, common: string][] = [
  ['windows-1251', 'оеаинтсрвлкмдпуі'],
  ['koi8-r', 'оеаинтсрвлкмдпуі'],
  ['windows-1253', 'αοιετσςνηυρπκλμάέήίόύώ'],
  ['windows-1255', 'יוהלארמתבשנ'],
  ['windows-1256', 'اليمنترهوبة'],
];

/** How many letters of words are common ones of an alphabet; between Latin letters they are letters of another encoding. */
const countCommon = (text: string, common: string): number =>
  (text.match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => !/[A-Za-z]/.test(word))
    .reduce(
      (count, word) => count + Array.from(word).filter((letter) => common.includes(letter)).length,
      0,
    );

const HIGH = /[\u0080-\u{10ffff}]/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The text of bytes that may end within a letter; `null` where they are none of the encoding. */
function textIn(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/**
 * Common letters are at least so much of a text, and words of no language of those that another encoding reads
 * otherwise; less is by chance.
 */
const LIKELY = { pairs: 0.6, alphabet: 0.45, strange: 0.3 } as const;

/** Letters and signs without a space, with one at least that is not plain. */
const WORDS = /[A-Za-z]*[\u0080-\u{10ffff}][A-Za-z\u0080-\u{10ffff}]*/gu;
/** Letters of a word at the most. */
const LONGEST = 60;

/** The letters of an encoding at the places beyond the plain ones. */
const lettersOf = (label: string): string[] =>
  Array.from(new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128)));

/** A text that was read in the first encoding, as it is in another. */
function reading(label: string): (word: string) => string {
  const own = lettersOf(label);
  const others = new Map(lettersOf(LATIN[0][0]).map((letter, at) => [letter, own[at] ?? letter]));
  return (word) => Array.from(word, (letter) => others.get(letter) ?? letter).join('');
}

/**
 * The encoding of Latin letters in which most of those words that it reads otherwise than Windows' Western one are words
 * of a language.
 */
function latinOf(bytes: Uint8Array): string {
  const [[western, languages]] = LATIN;
  const words = [...new Set(new TextDecoder(western).decode(bytes).match(WORDS))].filter(
    ({ length }) => length < LONGEST,
  );
  /** Better is what has less that is strange, then what is more of one language. */
  const found = LATIN.slice(1).flatMap(([label, own]) => {
    const read = reading(label);
    const others = words.filter((word) => read(word) !== word);
    const before = readingOf(others, languages).strange;
    const { strange, most } = readingOf(others.map(read), own);
    const isLikely = before > others.length * LIKELY.strange && strange * 2 < before;
    return isLikely ? { label, by: [before - strange, most / others.length, most] } : [];
  });
  const difference = (a: readonly number[], b: readonly number[]): number =>
    b.map((value, at) => value - (a[at] ?? 0)).find((by) => by !== 0) ?? 0;
  return found.toSorted((a, b) => difference(a.by, b.by))[0]?.label ?? western;
}

/** An encoding from before UTF-8. */
interface Older extends Other {
  isLatin: boolean;
}

/**
 * How bytes that are no UTF-8 are letters: the encoding in which they are valid and most likely, by the letters that
 * are common in it; Windows' Latin letters where nothing tells.
 */
export function olderEncoding(bytes: Uint8Array): Older {
  const [pairs] = PAIR_ENCODINGS.filter(({ label }) => textIn(label, bytes) !== null)
    .map((encoding) => ({ label: encoding.label, share: likelihoodOfPairs(bytes, encoding) }))
    .toSorted((a, b) => b.share - a.share);
  if (pairs && pairs.share >= LIKELY.pairs)
    return { label: pairs.label, isPaired: true, isLatin: false };
  const [alphabet] = ALPHABETS.map(([label, common]) => {
    const text = textIn(label, bytes) ?? '';
    const count = countCommon(text.toLowerCase(), common);
    return { label, share: count / Math.max(1, countOf(text, HIGH)) };
  }).toSorted((a, b) => b.share - a.share);
  if (alphabet && alphabet.share >= LIKELY.alphabet)
    return { label: alphabet.label, isPaired: false, isLatin: false };
  return { label: latinOf(bytes), isPaired: false, isLatin: true };
}
