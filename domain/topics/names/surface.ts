import { eachOccurrence, type Occurrences } from '@/domain/topics/words/occurrences';
import type { Phrase } from './phrases';
import { type Corpus, INSIDE, JOINT } from '@/domain/topics/words/tokens';

/** Forms of a phrase that were met, by how they count. */
type Forms = Map<string, number>;

/** A form inside a sentence shows its capitals truly; at the beginning and in titles they may be the place's. */
const INSIDE_A_SENTENCE = 8;

/** "Error-correcting" is said of something; "error correction" is a thing, and taken where it is written this often beside it. */
const SAID_OF = /-\p{L}+(?:ing|ed)$/u;
const OFTEN = 0.25;

/**
 * The form in which the papers have a phrase most often: "RLHF" and "Markov decision processes" keep their
 * capitals, a title's are dropped.
 */
export function surfaceOf(occurrences: Occurrences, { terms }: Phrase): string {
  const forms: Forms = new Map();
  eachOccurrence(occurrences, terms, (at, paper) => {
    const { text, weight } = formAt(occurrences.corpus, paper, at, terms.length);
    forms.set(text, (forms.get(text) ?? 0) + weight);
  });
  const ranked = [...forms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first = ['', 0]] = ranked;
  if (!SAID_OF.test(first[0])) return first[0];
  const thing = ranked.find(([form, often]) => !SAID_OF.test(form) && often >= OFTEN * first[1]);
  return (thing ?? first)[0];
}

function formAt(
  { word, words, joint, body }: Corpus,
  paper: number,
  at: number,
  length: number,
): { text: string; weight: number } {
  let text = words[word[at] ?? 0] ?? '';
  for (let next = at + 1; next < at + length; next++) {
    const written = words[word[next] ?? 0] ?? '';
    const how = (joint[next] ?? 0) & 3;
    if (how === JOINT.overlap) text += written.slice(1);
    else text += (how === JOINT.hyphen ? '-' : ' ') + written;
  }
  const isInside = at >= (body[paper] ?? 0) && ((joint[at] ?? 0) & INSIDE) !== 0;
  return isInside ? { text, weight: INSIDE_A_SENTENCE } : { text: plainCase(text), weight: 1 };
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
