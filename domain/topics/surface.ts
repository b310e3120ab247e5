import { eachOccurrence, type Occurrences } from './occurrences';
import type { Phrase } from './phrases';
import { type Corpus, textAt } from './tokens';

/** Forms of a phrase that were met, by how they count. */
type Forms = Map<string, number>;

/** A form inside a sentence shows its capitals truly; at the beginning and in titles they may be the place's. */
const INSIDE_A_SENTENCE = 8;

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
  return ranked[0]?.[0] ?? '';
}

function formAt(
  corpus: Corpus,
  paper: number,
  at: number,
  length: number,
): { text: string; weight: number } {
  const text = textAt(corpus, paper, at);
  const start = corpus.start[at] ?? 0;
  const raw = text.slice(start, corpus.end[at + length - 1]).replace(/\s+/g, ' ');
  const isTitle = at < (corpus.body[paper] ?? 0);
  const isInside = !isTitle && /[\p{L}\p{N},;)] $/u.test(text.slice(Math.max(0, start - 2), start));
  return isInside ? { text: raw, weight: INSIDE_A_SENTENCE } : { text: plainCase(raw), weight: 1 };
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
