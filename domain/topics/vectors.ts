import { type Corpus, KIND } from './tokens';

/** A paper as weighted features, of length 1. */
export type SparseVector = ReadonlyMap<string, number>;

/** A word of a title counts as often as this many of the abstract. */
const TITLE_WEIGHT = 2;
/** Features in more than this share of the papers tell nothing. */
const MOST = 0.4;

/**
 * TF-IDF of words and of pairs of neighbouring words: sublinear term frequency, smoothed idf, L2 norm
 * (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988).
 */
export function vectorsOf(corpus: Corpus): SparseVector[] {
  const counts = corpus.papers.map((_, paper) => countsOf(corpus, paper));
  const frequency = new Map<string, number>();
  for (const features of counts)
    for (const name of features.keys()) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const total = counts.length;
  const ceiling = Math.max(2, total * MOST);
  return counts.map((features) => {
    const vector = new Map<string, number>();
    let squares = 0;
    for (const [name, count] of features) {
      const papers = frequency.get(name) ?? 0;
      // What one paper alone says ties it to no other; in a handful all that is shared counts.
      if (papers < 2 || (papers > ceiling && total > 8)) continue;
      const weight = (1 + Math.log(count)) * (Math.log((1 + total) / (1 + papers)) + 1);
      vector.set(name, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [name, weight] of vector) vector.set(name, weight / length);
    return vector;
  });
}

function countsOf(
  { first, body, term, kinds, joined }: Corpus,
  paper: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  const start = first[paper] ?? 0;
  const end = first[paper + 1] ?? start;
  const add = (name: string, weight: number): unknown =>
    counts.set(name, (counts.get(name) ?? 0) + weight);
  for (let at = start; at < end; at += 1) {
    const weight = at < (body[paper] ?? 0) ? TITLE_WEIGHT : 1;
    const kind = kinds[term[at] ?? 0];
    if (kind === KIND.content) add(`${term[at]}`, weight);
    const before = kinds[term[at - 1] ?? 0];
    const isPair = at > start && joined[at] === 1 && isWord(kind) && isWord(before);
    if (isPair) add(`${term[at - 1]} ${term[at]}`, weight);
  }
  return counts;
}

const isWord = (kind: number | undefined): boolean =>
  kind === KIND.content || kind === KIND.generic;

/** Papers with their nearest neighbours and the cosine to each, the nearest first; by inverted index. */
export function neighboursOf(
  vectors: readonly SparseVector[],
  count: number,
): { paper: number; cosine: number }[][] {
  const index = new Map<string, { paper: number; weight: number }[]>();
  for (const [paper, vector] of vectors.entries())
    for (const [name, weight] of heaviest(vector)) {
      const posting = index.get(name);
      if (posting) posting.push({ paper, weight });
      else index.set(name, [{ paper, weight }]);
    }
  return vectors.map((vector, paper) => {
    const cosines = new Map<number, number>();
    for (const [name, weight] of heaviest(vector))
      for (const other of index.get(name) ?? [])
        if (other.paper !== paper)
          cosines.set(other.paper, (cosines.get(other.paper) ?? 0) + weight * other.weight);
    return [...cosines]
      .map(([other, cosine]) => ({ paper: other, cosine }))
      .toSorted((a, b) => b.cosine - a.cosine || a.paper - b.paper)
      .slice(0, count);
  });
}

/** Features of a paper that count for its neighbours. */
const HEAVIEST = 60;

const heaviest = (vector: SparseVector): [string, number][] =>
  vector.size <= HEAVIEST
    ? [...vector]
    : [...vector].toSorted((a, b) => b[1] - a[1]).slice(0, HEAVIEST);
