/*
 * Which Latin letters the words of a language have. Bytes that are words in one encoding are none in another: `Dvořák` of
 * Windows-1250 is `Dvoøák` in Windows-1252, and no language has both those letters.
 */

/** A language's letters beyond the plain ones, and what no word of it has. */
interface Language {
  letters: string;
  never?: RegExp;
}

/** Letters that Windows' Western and Central European encodings have at the same places. */
const COMMON: readonly Language[] = [
  { letters: 'áäçéëíóöúüß', never: /[ao]ü/ },
  { letters: 'âçéëîôü' },
  { letters: 'áâçéíóôúü' },
  { letters: 'áäéíóôúýšž' },
  { letters: 'äöüåéšž' },
];

const WESTERN: readonly Language[] = [
  ...COMMON,
  // French, and with it what Dutch and Afrikaans have.
  { letters: 'àâæçéèêëîïôœùûü', never: /ê[bdgjkwz]|û[bcdfghjkpqvwxz]|ù(?=\p{L})|[aeiouèé]æ|aè/u },
  { letters: 'àèéíïòóúüç', never: /aè/ },
  // Italian has its accents at the end.
  { letters: 'àèéìòóùú', never: /[àèìòù](?=\p{L})/u },
  { letters: 'áéíóúüñ', never: /ñ(?![aeiouáéíóú])/u },
  { letters: 'áâãàçéêíóôõúü', never: /õ(?!e)|ã(?!o|e|s?$)/u },
  { letters: 'åäöæøéü', never: /[aeiouyåøö]æ|æ[aeiouyåøö]|[aeiou]ø[aeiou]/u },
  { letters: 'äöõü', never: /[aeiouäöü].*õ/u },
];

/** Without what Turkish in its own encoding looks like. */
const ICELANDIC: Language = {
  letters: 'áéíóúýþðæö',
  never: /(?<=\p{L})þ|^ð|oðlu|ý.*ý|[aeiou]æ|[cqwz]/u,
};

const CENTRAL: readonly Language[] = [
  ...COMMON,
  { letters: 'áčďéěíňóřšťúůýž' },
  { letters: 'áäčďéíĺľňóôŕšťúýž' },
  { letters: 'ąćęłńóśźż' },
  { letters: 'áéíóöőúüű' },
  { letters: 'ăâîşţ', never: /[ăşţ][ăşţ]/u },
  { letters: 'čćđšž' },
];

const BALTIC: readonly Language[] = [
  { letters: 'äöõüéóß' },
  { letters: 'äöõüšž' },
  { letters: 'ąčęėįšųūž' },
  { letters: 'āčēģīķļņšūž' },
];

/** Encodings of Latin letters with the languages that they are for; the first is the one that most files are in. */
type Latin = readonly [label: string, languages: readonly Language[]];
export const LATIN: readonly [Latin, ...Latin[]] = [
  ['windows-1252', [...WESTERN, ICELANDIC]],
  ['macintosh', [...WESTERN, ICELANDIC]],
  ['windows-1254', [...WESTERN, { letters: 'çğıöşüâîû' }]],
  ['windows-1250', CENTRAL],
  ['iso-8859-2', CENTRAL],
  ['windows-1257', BALTIC],
];

/** Signs around words: they are of no word. */
const AROUND = /^[^\p{L}]+|[^\p{L}]+$/gu;
/** What may stand between two words. */
const BETWEEN = /[\u00a0…–—·µ]+/u;
/** Signs that no language has before a letter, after one, or between two. */
const MISPLACED =
  /[\u0080-\u009f]|[¢£¤¥¦¨¬®¯±²³¹´¸º¼½¾ˇ˘-˝](?=\p{L})|(?<=\p{L})[¨¯¸ˇ˘-˝]|(?<=\p{L})[«»“”„‹›](?=\p{L})/u;
/** An apostrophe as French, Irish and English have it. */
const APOSTROPHE =
  /^(?:\p{L}{1,2}|qu|jusqu|lorsqu|aujourd|presqu|quelqu)’|’(?:s|t|d|m|re|ve|ll)?$/iu;
const VOWELS = 'aeiouyàáâãäåæèéêëěęėēìíîïīįıòóôõöøőœùúûüűůūųýăąā';
const VOWEL = new RegExp(`[${VOWELS}]`);
const CONSONANTS = new RegExp(`[^${VOWELS}]{5,}`, 'g');
/** Signs and control characters within a word, and a capital after a small letter. */
const ODD = /[^\p{L}]|\p{Ll}(?=[\u00c0-\u024f](?<=\p{Lu}))/u;

/** Whether no language has such a word: signs in it, no vowel, or hardly any. */
const isUnspeakable = (word: string, small: string): boolean =>
  ODD.test(word) ||
  (word.length > 2 && !VOWEL.test(small)) ||
  (small.match(CONSONANTS) ?? []).some((run) => /[^a-z]/.test(run));

/** The languages that may have a word with letters that are not plain. */
function languagesOf(word: string, languages: readonly Language[]): readonly Language[] {
  const small = word.toLowerCase().replaceAll('\u0307', '');
  if (isUnspeakable(word, small)) return [];
  const high = Array.from(small.replace(/[\0-\u007f]/g, ''));
  return languages.filter(
    ({ letters, never }) => high.every((letter) => letters.includes(letter)) && !never?.test(small),
  );
}

/** The words in letters and signs without a space that have letters that are not plain. */
const wordsIn = (text: string): string[] =>
  text
    .split(BETWEEN)
    .map((part) => part.replace(AROUND, '').replace(APOSTROPHE, ''))
    .filter((word) => /[^\0-\u007f]/.test(word));

/** How well texts without spaces are words of the languages of an encoding. */
export interface Reading {
  /** Texts that are no words of any. */
  strange: number;
  /** Words that the one language has which has most of them. */
  most: number;
}

/** Reads texts without spaces as words of some languages. */
export function readingOf(texts: readonly string[], languages: readonly Language[]): Reading {
  const counts = new Map<Language, number>();
  let strange = 0;
  for (const text of texts) {
    const found = wordsIn(text).map((word) => languagesOf(word, languages));
    if (MISPLACED.test(text) || found.some(({ length }) => length === 0)) strange += 1;
    for (const language of found.flat()) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return { strange, most: Math.max(0, ...counts.values()) };
}
