import type { Corpus } from '@/domain/topics/words/tokens';
import { sumsOf, type Weigher, weigherOf } from './weights';

/** The share of the library's own papers that may fall out of their topics. */
const OUT = 0.03;
/**
 * Between these cosines lies the least with which a paper fits a topic. Measured with papers of other fields planted
 * into seven libraries: 95 % of the strangers are below .09, 95 % of new papers of the library's own field above .105.
 */
const [LEAST, MOST] = [0.045, 0.11];
/** Of a handful of papers whatever two share counts. */
const [HANDFUL, LEAST_OF_HANDFUL] = [30, 0.04];

/** How well each paper fits the other papers of its group, as a cosine; -1 for papers of none. */
export function fitsOf(corpus: Corpus, group: Int32Array, groups: number): Float32Array {
  const { weigher } = weigherOf(corpus);
  return fitsTo(weigher, sumsOf(corpus, weigher, group, groups), group);
}

function fitsTo(weigher: Weigher, sums: readonly Float32Array[], group: Int32Array): Float32Array {
  const squares = sums.map((sum) => sum.reduce((all, weight) => all + weight * weight, 0));
  return Float32Array.from(group, (own, paper) => {
    const sum = sums[own];
    if (!sum) return -1;
    const { terms, weights } = weigher.weigh(paper);
    let dot = 0;
    for (const [at, term] of terms.entries()) dot += (sum[term] ?? 0) * (weights[at] ?? 0);
    // Without the paper itself, which is of length 1.
    const others = Math.sqrt(Math.max(0, (squares[own] ?? 0) - 2 * dot + 1));
    return others > 1e-3 ? (dot - 1) / others : 0;
  });
}

/** The least cosine with which a paper fits, from how well the library's own papers fit their topics. */
export function leastFit(fits: Float32Array): number {
  const known = fits.filter((fit) => fit >= 0).toSorted();
  if (known.length < HANDFUL) return LEAST_OF_HANDFUL;
  return Math.max(LEAST, Math.min(MOST, known[Math.floor(OUT * known.length)] ?? 0));
}

/**
 * An island: a small group that has so much less in common with all others than groups have in the median. Measured on
 * 26 libraries: planted fields are at .14 to .48, nearly all below .42. The libraries' own groups lie from .46 on, but
 * for those that are strangers themselves, as eye drops among studies of ADHD are. Where a library has several fields
 * the median is low, and none is an island.
 */
const ISLAND = 0.42;
/** Groups of more papers, or of a larger share of them, are no rests, however far they lie. */
const [ISLAND_PAPERS, ISLAND_SHARE] = [50, 0.1];
/** Fewer groups tell no median. */
const LEAST_GROUPS = 4;

/** The groups that are islands among the others. */
function islandsOf(sums: readonly Float32Array[], sizes: readonly number[]): Set<number> {
  const near = nearnessOf(sums);
  const median = near.toSorted((a, b) => a - b)[near.length >> 1] ?? 0;
  const papers = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.min(ISLAND_PAPERS, ISLAND_SHARE * papers);
  const isIsland = (at: number): boolean =>
    (sizes[at] ?? 0) <= most && (near[at] ?? 0) < ISLAND * median;
  return new Set(sums.length < LEAST_GROUPS ? [] : [...sums.keys()].filter(isIsland));
}

/** The cosine of each group with all the others together. */
function nearnessOf(sums: readonly Float32Array[]): number[] {
  const total = new Float64Array(sums[0]?.length ?? 0);
  for (const sum of sums)
    for (let term = 0; term < sum.length; term++)
      total[term] = (total[term] ?? 0) + (sum[term] ?? 0);
  return sums.map((sum) => {
    let [dot, own, others] = [0, 0, 0];
    for (let term = 0; term < sum.length; term++) {
      const weight = sum[term] ?? 0;
      const rest = (total[term] ?? 0) - weight;
      dot += weight * rest;
      own += weight * weight;
      others += rest * rest;
    }
    return dot / Math.sqrt(own * others || 1);
  });
}

/** Strangers that share a group speak for each other: those that stay are looked at once more without those that left. */
const PASSES = 2;

/**
 * Takes papers out of groups that they don't fit, and whole islands (-1 then). A paper that is alone in its group
 * stays where so many groups were asked for.
 */
export function leaveOut(corpus: Corpus, group: Int32Array, isAsked: boolean): void {
  const groups = group.reduce((most, own) => Math.max(most, own + 1), 0);
  const { weigher } = weigherOf(corpus);
  let least: number | null = null;
  for (let pass = 0; pass < PASSES; pass++) {
    const sums = sumsOf(corpus, weigher, group, groups);
    const sizes = sums.map((_, at) => group.reduce((sum, own) => sum + Number(own === at), 0));
    const islands = pass === 0 ? islandsOf(sums, sizes) : NONE;
    const fits = fitsTo(weigher, sums, group);
    least ??= leastFit(fits);
    for (const [paper, fit] of fits.entries()) {
      const own = group[paper] ?? -1;
      const isLone = isAsked && sizes[own] === 1;
      if ((fit < least && !isLone) || islands.has(own)) group[paper] = -1;
    }
  }
}

const NONE: ReadonlySet<number> = new Set();
