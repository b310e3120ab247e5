import { likelihoodOfPairs, PAIR_ENCODINGS } from './pairs';

/** Alphabets beside the Latin one, by the encodings of their systems, with the letters that are most of each text. */
const ALPHABETS: readonly [label: string, common: string][] = [
  ['windows-1251', 'оеаинтсрвлкмдпуі'],
  ['koi8-r', 'оеаинтсрвлкмдпуі'],
  ['windows-1253', 'αοιετσςνηυρπκλμάέήίόύώ'],
  ['windows-1255', 'יוהלארמתבשנ'],
  ['windows-1256', 'اليمنترهوبة'],
];

/** Letters of an alphabet within words of it; between Latin letters they are letters of another encoding. */
const inWords = (common: string): RegExp =>
  new RegExp(
    `(?<=[\u0370-\u06ff])[${common}](?![A-Za-z])|(?<![A-Za-z])[${common}](?=[\u0370-\u06ff])`,
    'gu',
  );

/** Encodings of Latin letters; the first is the one that most files are in. */
const LATIN = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-2'] as const;

/**
 * What no word has, read in its own encoding: a sign or a control character before a letter, a capital after a small
 * letter, and what the letters of Czech become in Western ones.
 */
const ODD =
  /(?:[\u0080-\u00bf\u02c7\u02d8-\u02dd†‡•‰‹›€™∂∆∏∑Ω√∞∫≈≠≤≥◊](?<![¿¡«©®\u00a0§°µ]))(?=\p{L})|\p{Ll}(?=[\u00c0-\u024f](?<=\p{Lu}))|[ìù](?=\p{Ll})|ø[áíýéì]/gu;

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

/** Common letters are at least so much of a text; those of other encodings are not by chance. */
const LIKELY = { pairs: 0.6, alphabet: 0.45 } as const;

function latinOf(bytes: Uint8Array): string {
  const oddness = (label: string): number => {
    const text = textIn(label, bytes);
    return text === null ? Infinity : countOf(text, ODD) / Math.max(1, countOf(text, HIGH));
  };
  const western = oddness(LATIN[0]);
  const [best] = LATIN.map((label) => ({ label, odd: oddness(label) })).toSorted(
    (a, b) => a.odd - b.odd,
  );
  return best && western > 0.1 && best.odd < western / 2 ? best.label : LATIN[0];
}

/**
 * How bytes that are no UTF-8 are letters: the encoding in which they are valid and most likely, by the letters that
 * are common in it; Windows' Latin letters where nothing tells. The label is one of `TextDecoder`.
 */
export function olderEncoding(bytes: Uint8Array): string {
  const [pairs] = PAIR_ENCODINGS.filter(({ label }) => textIn(label, bytes) !== null)
    .map((encoding) => ({ label: encoding.label, share: likelihoodOfPairs(bytes, encoding) }))
    .toSorted((a, b) => b.share - a.share);
  if (pairs && pairs.share >= LIKELY.pairs) return pairs.label;
  const [alphabet] = ALPHABETS.map(([label, common]) => {
    const text = textIn(label, bytes) ?? '';
    return { label, share: countOf(text, inWords(common)) / Math.max(1, countOf(text, HIGH)) };
  }).toSorted((a, b) => b.share - a.share);
  return alphabet && alphabet.share >= LIKELY.alphabet ? alphabet.label : latinOf(bytes);
}
