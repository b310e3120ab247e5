/** Small words that nearly every text of English has. */
const ENGLISH = new Set(
  'the of and in for a an to with on we is by from that are as at via this it be can using or our'.split(
    ' ',
  ),
);

/** Small words of the languages that people have pages translated into: German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Vietnamese, Indonesian, Swedish, Czech. */
const OTHERS = new Set(
  `der die das und von für mit ein eine einer eines einen auf zur zum bei wir ist sind durch über aus nicht
   le la les des du et une pour dans avec sur par nous est sont aux qui de
   el los las y del una para con en por que se es son su al como
   o os e da do das dos uma com em não um na no
   il gli di della delle dei e per un nella che si
   het van voor met op een wij zijn bij naar
   w z i na do dla jest oraz przez
   ve bir için ile bu olarak
   của và cho các trong với một
   dan yang untuk dengan dari pada
   och för med av att som
   pro ve na se je`
    .split(/\s+/)
    .filter((word) => word.length > 1 && !ENGLISH.has(word)),
);

/** Small words by which a text is taken for one of another language. */
const LEAST = 2;

/** Whether a text in Latin letters is in another language than English, as its small words tell. */
export function isOtherThanEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const others = words.filter((word) => OTHERS.has(word)).length;
  return others >= LEAST && others > english * 2;
}

const SCRIPTS = [
  'Latin',
  'Han',
  'Hiragana',
  'Hangul',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Greek',
  'Devanagari',
  'Thai',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'gu')] as const);

/** The script that most letters of a text are in; empty for a text without letters. */
export function scriptOf(text: string): string {
  const counts = SCRIPTS.map(([name, letter]) => [name, text.match(letter)?.length ?? 0] as const);
  // Japanese is written in Han too.
  const kana = counts.find(([name]) => name === 'Hiragana')?.[1] ?? 0;
  if (kana > 0) return 'Hiragana';
  const [most] = counts.toSorted((a, b) => b[1] - a[1]);
  return most && most[1] > 0 ? most[0] : '';
}
