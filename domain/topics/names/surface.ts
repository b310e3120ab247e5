import { type Corpus, INSIDE, JOINT } from '@/domain/topics/words/tokens';

/** A form inside a sentence shows its capitals truly; at the beginning and in titles they may be the place's. */
const INSIDE_A_SENTENCE = 8;

/** Pairs of ideographs may begin and end with a particle or an ending: 画像認識の. */
const PARTICLES =
  /^\p{sc=Hiragana}+(?=\p{sc=Han}|\p{sc=Katakana})|(?<=\p{sc=Han}|\p{sc=Katakana})\p{sc=Hiragana}+$/gu;

/**
 * How a phrase of `length` words is written at a token, and how much that says of its capitals: "RLHF" and "Markov
 * decision processes" keep theirs, a title's are dropped.
 */
export function writtenForm(
  corpus: Corpus,
  paper: number,
  at: number,
  length: number,
): { text: string; weight: number } {
  const { word, words, joint } = corpus;
  let text = words[word[at] ?? 0] ?? '';
  for (let next = at + 1; next < at + length; next++) {
    const written = words[word[next] ?? 0] ?? '';
    const how = (joint[next] ?? 0) & 3;
    if (how === JOINT.overlap) text += written.slice(1);
    else text += (how === JOINT.hyphen ? '-' : ' ') + written;
  }
  text = text.replace(PARTICLES, '') || text;
  const isSentence = at >= (corpus.body[paper] ?? 0) || isSmall(corpus, paper);
  const isInside = isSentence && ((joint[at] ?? 0) & INSIDE) !== 0;
  if (isInside) return { text, weight: INSIDE_A_SENTENCE };
  // Where a small word follows, only the first owes its capital to its place: "Thermal Hall effect".
  const isMixed = isSentence && /[\s-]\p{Ll}/u.test(text);
  const placed = isMixed ? (/^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '') : text;
  return { text: plainCase(placed) + text.slice(placed.length), weight: 1 };
}

/** Words of a title that are looked at have so many letters: "of" and "with" are small in any. */
const LONG = 5;

/** Whether a title is written like a sentence, so that a capital in it is the word's own: "Thermal Hall effect in metals". */
function isSmall({ first, body, word, words, joint }: Corpus, paper: number): boolean {
  let [small, all] = [0, 0];
  for (let at = (first[paper] ?? 0) + 1; at < (body[paper] ?? 0); at++) {
    const written = words[word[at] ?? 0] ?? '';
    if (written.length < LONG || ((joint[at] ?? 0) & INSIDE) === 0) continue;
    all++;
    if (/^\p{Ll}/u.test(written)) small++;
  }
  return small * 2 > all;
}

/** Lower case, but for words that have capitals or digits within ("LLMs", "BERT", "3D"). */
const plainCase = (text: string): string =>
  text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /^\P{Lu}*$|^.\P{Lu}+$/u.test(word) && !/\p{N}/u.test(word) ? word.toLowerCase() : word,
  );

/** The form at the beginning of a label: with a capital, unless the word has its own (k-means, t-SNE, mRNA). */
export const asHeading = (text: string): string =>
  /^\p{Ll}{2}/u.test(text) && !/^\p{Ll}+\p{Lu}/u.test(text)
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;
