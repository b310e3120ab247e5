/**
 * The stem of a folded English word, by Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping",
 * Program 14(3), 1980; https://tartarus.org/martin/PorterStemmer/def.txt). Words of other scripts come back
 * as they are.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return [american, step1a, step1b, step1c, step2, step3, step4, step5].reduce(
    (w, step) => step(w),
    word,
  );
}

/** "Behaviour" and "behavior", "randomised" and "randomized" are one word. */
const american = (word: string): string =>
  word
    .replace(/(behavi|tum|col|fav|lab|neighb|vap|hum|flav|harb|rig)our/, '$1or')
    .replace(/([lmnrt])is(e|ed|es|er|ers|ing|ation|ations)$/, '$1iz$2');

const VOWEL = '(?:[aeiou]|(?<=[^aeiou])y)';
const CONSONANT = '(?:[^aeiouy]|(?<=^|[aeiou])y)';
/** Porter's m > 0 and m > 1: how often a vowel run is followed by a consonant run. */
const ONCE = new RegExp(`^${CONSONANT}*${VOWEL}+${CONSONANT}`);
const TWICE = new RegExp(`^${CONSONANT}*(?:${VOWEL}+${CONSONANT}+)${VOWEL}+${CONSONANT}`);
const EXACTLY_ONCE = new RegExp(`^${CONSONANT}*${VOWEL}+${CONSONANT}+${VOWEL}*$`);
const HAS_VOWEL = new RegExp(VOWEL);
/** Consonant, vowel, consonant, the last not w, x or y: `hop`, `fil`. */
const SHORT = new RegExp(`${CONSONANT}${VOWEL}(?=[^wxy]$)${CONSONANT}$`);
const DOUBLE = /([^aeiouylsz])\1$/;

const step1a = (w: string): string => {
  if (w.endsWith('sses') || w.endsWith('ies')) return w.slice(0, -2);
  return w.endsWith('s') && !w.endsWith('ss') ? w.slice(0, -1) : w;
};

function step1b(w: string): string {
  if (w.endsWith('eed')) return ONCE.test(w.slice(0, -3)) ? w.slice(0, -1) : w;
  const base = w.replace(/(?:ed|ing)$/, '');
  if (base === w || !HAS_VOWEL.test(base)) return w;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (DOUBLE.test(base)) return base.slice(0, -1);
  return EXACTLY_ONCE.test(base) && SHORT.test(base) ? `${base}e` : base;
}

const step1c = (w: string): string =>
  w.endsWith('y') && HAS_VOWEL.test(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w;

const suffixes = (table: Record<string, string>): [RegExp, Record<string, string>] => {
  const longestFirst = Object.keys(table).toSorted((a, b) => b.length - a.length);
  return [new RegExp(`(?:${longestFirst.join('|')})$`), table];
};

const [STEP2, TO2] = suffixes({
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
});
const [STEP3, TO3] = suffixes({
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
});

/** Replaces the longest suffix of the table where what is left before it is long enough. */
function replaceSuffix(w: string, pattern: RegExp, table: Record<string, string>): string {
  const suffix = pattern.exec(w)?.[0];
  if (suffix === undefined) return w;
  const base = w.slice(0, -suffix.length);
  return ONCE.test(base) ? base + (table[suffix] ?? '') : w;
}

const step2 = (w: string): string => replaceSuffix(w, STEP2, TO2);
const step3 = (w: string): string => replaceSuffix(w, STEP3, TO3);

const STEP4 =
  /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|(?<=[st])ion|al|er|ic|ou)$/;

function step4(w: string): string {
  const base = w.replace(STEP4, '');
  return base !== w && TWICE.test(base) ? base : w;
}

function step5(w: string): string {
  let out = w;
  if (out.endsWith('e')) {
    const base = out.slice(0, -1);
    if (TWICE.test(base) || (ONCE.test(base) && !(EXACTLY_ONCE.test(base) && SHORT.test(base))))
      out = base;
  }
  return out.endsWith('ll') && TWICE.test(out) ? out.slice(0, -1) : out;
}
