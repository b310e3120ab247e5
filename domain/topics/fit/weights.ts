import { type Corpus, KIND } from '@/domain/topics/words/tokens';

/** A word of a title counts as often as this many of the abstract. */
const TITLE_WEIGHT = 2;

/** A paper's content words, by term, as a direction of length 1. */
export interface Weighted {
  terms: number[];
  weights: number[];
}

/** Weighs papers one after the other. `frequency` is how many of so many `papers` have a term. */
export class Weigher {
  private readonly count: Float32Array;

  constructor(
    private readonly corpus: Corpus,
    private readonly frequency: (term: number) => number,
    private readonly papers: number,
  ) {
    this.count = new Float32Array(corpus.stems.length);
  }

  /** `1 + ln(count)` times the smoothed inverse document frequency of each word, scaled to length 1. */
  weigh(paper: number): Weighted {
    const terms = countWords(this.corpus, paper, this.count);
    const weights = terms.map((term) => {
      const count = this.count[term] ?? 1;
      this.count[term] = 0;
      const rarity = Math.log((1 + this.papers) / (1 + this.frequency(term))) + 1;
      return (1 + Math.log(count)) * rarity;
    });
    return { terms, weights: unit(weights) };
  }
}

/** A weigher for the papers of a corpus, and how many of them have each term. */
export function weigherOf(corpus: Corpus): { weigher: Weigher; frequency: Int32Array } {
  const frequency = new Int32Array(corpus.stems.length);
  const count = new Float32Array(corpus.stems.length);
  for (let paper = 0; paper < corpus.ids.length; paper++)
    for (const term of countWords(corpus, paper, count)) {
      frequency[term] = (frequency[term] ?? 0) + 1;
      count[term] = 0;
    }
  const weigher = new Weigher(corpus, (term) => frequency[term] ?? 0, corpus.ids.length);
  return { weigher, frequency };
}

/** Adds a paper's content words to `count`; answers which they are. */
function countWords({ first, body, term, kinds }: Corpus, paper: number, count: Float32Array) {
  const met: number[] = [];
  const [end, title] = [first[paper + 1] ?? 0, body[paper] ?? 0];
  for (let at = first[paper] ?? 0; at < end; at++) {
    const one = term[at] ?? 0;
    if (kinds[one] !== KIND.content) continue;
    const before = count[one] ?? 0;
    if (before === 0) met.push(one);
    count[one] = before + (at < title ? TITLE_WEIGHT : 1);
  }
  return met;
}

/** Scaled to length 1. */
export function unit(weights: readonly number[]): number[] {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const scale = 1 / Math.sqrt(squares || 1);
  return weights.map((weight) => weight * scale);
}

/** The sums of each group's papers, by term. */
export function sumsOf(
  { stems }: Corpus,
  weigher: Weigher,
  group: Int32Array,
  groups: number,
): Float32Array[] {
  const sums = Array.from({ length: groups }, () => new Float32Array(stems.length));
  for (const [paper, own] of group.entries()) {
    const sum = sums[own];
    if (!sum) continue;
    const { terms, weights } = weigher.weigh(paper);
    for (const [at, term] of terms.entries()) sum[term] = (sum[term] ?? 0) + (weights[at] ?? 0);
  }
  return sums;
}
