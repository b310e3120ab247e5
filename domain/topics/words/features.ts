import { type Corpus, isJoined, KIND } from './tokens';
import type { Sparse } from '@/domain/topics/numbers/matrix';
import { Ints, trimmed } from '@/domain/topics/numbers/ints';

/** A word of a title counts as often as this many of the abstract. */
const TITLE_WEIGHT = 2;
/** Features in more than this share of the papers tell nothing. */
const COMMON = 0.4;
/** In fewer papers than these whatever two of them share counts, and the words that only one has make it less like the others. */
const HANDFUL = 30;

/** How often each feature occurs in each paper: words (by their term), then pairs of neighbouring words. */
export interface FeatureCounts {
  /** Entries of paper `i` are those from `start[i]` up to `start[i + 1]`. */
  start: Int32Array;
  feature: Int32Array;
  count: Int32Array;
  /** Papers that a feature occurs in. */
  frequency: Int32Array;
  /** Terms of the pair that feature `terms + i` is, two each. */
  pairs: Int32Array;
  /** How many features are single words. */
  terms: number;
}

/** Finds the number of a pair of terms: open addressing with linear probing. */
class Pairs {
  readonly terms = new Ints();
  private slots = new Int32Array(1 << 14).fill(-1);

  of(first: number, second: number): number {
    if (this.terms.length > this.slots.length) this.grow();
    const slot = this.find(first, second);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    const pair = this.terms.length / 2;
    this.terms.push(first);
    this.terms.push(second);
    this.slots[slot] = pair;
    return pair;
  }

  private find(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const pair = this.slots[slot] ?? -1;
      if (pair < 0) return slot;
      if (this.terms.at(pair * 2) === first && this.terms.at(pair * 2 + 1) === second) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4).fill(-1);
    for (let pair = 0; pair * 2 < this.terms.length; pair++)
      this.slots[this.find(this.terms.at(pair * 2), this.terms.at(pair * 2 + 1))] = pair;
  }
}

/** Whether terms of a kind are words of phrases. */
export const isWord = (kind: number | undefined): boolean =>
  kind === KIND.content || kind === KIND.generic;

/** Counts the words and the pairs of neighbouring words of every paper. */
export function countFeatures(corpus: Corpus): FeatureCounts {
  const { first, body, term, kinds, joint } = corpus;
  const papers = corpus.ids.length;
  const terms = corpus.stems.length;
  // A handful of papers that all "propose" something have nothing in common by that.
  const hasManner = papers >= HANDFUL;
  const pairs = new Pairs();
  const tokens = corpus.term.length;
  const [feature, count] = [new Ints(tokens), new Ints(tokens)];
  const start = new Int32Array(papers + 1);
  // Where a feature's entry of the paper at hand is; one from before that paper's start is of another paper.
  const entryOf = new Ints();
  const frequency = new Ints();
  const add = (name: number, weight: number, from: number): void => {
    entryOf.reach(name + 1, -1);
    frequency.reach(name + 1, 0);
    const entry = entryOf.at(name);
    if (entry >= from) {
      count.set(entry, count.at(entry) + weight);
      return;
    }
    entryOf.set(name, feature.length);
    frequency.set(name, frequency.at(name) + 1);
    feature.push(name);
    count.push(weight);
  };
  for (let paper = 0; paper < papers; paper++) {
    const from = feature.length;
    const end = first[paper + 1] ?? 0;
    for (let at = first[paper] ?? 0; at < end; at++) {
      const here = term[at] ?? 0;
      const kind = kinds[here];
      const weight = at < (body[paper] ?? 0) ? TITLE_WEIGHT : 1;
      if (kind === KIND.content || (kind === KIND.manner && hasManner)) add(here, weight, from);
      if (!isWord(kind)) continue;
      if (!isJoined(joint[at]) || at === first[paper]) continue;
      const before = term[at - 1] ?? 0;
      if (isWord(kinds[before])) add(terms + pairs.of(before, here), weight, from);
    }
    start[paper + 1] = feature.length;
  }
  frequency.reach(terms, 0);
  return {
    start,
    feature: feature.done(),
    count: count.done(),
    frequency: frequency.done(),
    pairs: pairs.terms.done(),
    terms,
  };
}

/** The features that are kept, each with its weight. */
export interface Weighting {
  /** Column of each counted feature; -1 where it is left out. */
  column: Int32Array;
  /** Counted feature of each column. */
  feature: Int32Array;
  /** Inverse document frequency of each column. */
  idf: Float32Array;
}

/**
 * Chooses features: those of one or two papers tie nothing together, those of nearly all tell nothing apart.
 * Weights are smoothed inverse document frequencies, `ln((1 + n) / (1 + df)) + 1` (as scikit-learn's
 * `TfidfTransformer`, https://scikit-learn.org/stable/modules/feature_extraction.html#tfidf-term-weighting).
 */
export function weigh({ frequency }: FeatureCounts, papers: number): Weighting {
  const least = papers < 500 ? 2 : 3;
  const most = papers < HANDFUL ? papers : Math.max(2, papers * COMMON);
  const column = new Int32Array(frequency.length).fill(-1);
  const feature = new Ints();
  for (let name = 0; name < frequency.length; name++) {
    const among = frequency[name] ?? 0;
    if (among < least || among > most) continue;
    column[name] = feature.length;
    feature.push(name);
  }
  const chosen = feature.done();
  const idf = Float32Array.from(
    chosen,
    (name) => Math.log((1 + papers) / (1 + (frequency[name] ?? 0))) + 1,
  );
  return { column, feature: chosen, idf };
}

/** TF-IDF of the papers, rows of length 1, with sublinear term frequency `1 + ln(count)` (Salton and Buckley, 1988). */
export function tfidf(
  { start, feature, count, frequency }: FeatureCounts,
  { column, idf }: Weighting,
): Sparse {
  const rows = start.length - 1;
  const rareIdf = Math.log((1 + rows) / 2) + 1;
  const isRare = (name: number): boolean => frequency[name] === 1;
  const index = new Int32Array(feature.length);
  const value = new Float32Array(feature.length);
  const begins = new Int32Array(rows + 1);
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const begin = kept;
    let squares = 0;
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry++) {
      const at = column[feature[entry] ?? 0] ?? -1;
      const term = 1 + Math.log(count[entry] ?? 1);
      if (at < 0) {
        // Among a handful one shared word must not make two papers alike: what they do not share counts too.
        if (rows < HANDFUL && isRare(feature[entry] ?? 0)) squares += (term * rareIdf) ** 2;
        continue;
      }
      const weight = term * (idf[at] ?? 0);
      index[kept] = at;
      value[kept++] = weight;
      squares += weight * weight;
    }
    const scale = 1 / Math.sqrt(squares || 1);
    for (let at = begin; at < kept; at++) value[at] = (value[at] ?? 0) * scale;
    begins[row + 1] = kept;
  }
  return {
    rows,
    columns: idf.length,
    start: begins,
    index: trimmed(index, kept),
    value: value.slice(0, kept),
  };
}
