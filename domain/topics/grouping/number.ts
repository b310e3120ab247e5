import { modularity, modularityOf, renumber, tiesOf } from './communities';
import { type Dense, rowsOf } from '@/domain/topics/numbers/matrix';
import type { Graph } from './neighbours';
import { seeded, shuffled } from '@/domain/topics/numbers/random';
import { nearestTo } from './space';
import { startedAnew } from './starts';
import { joinedTo, type Joins, namesAt } from './ward';

/** Topics that are shown, at the least and at the most, where nobody asks for another number. */
export const FEWEST = 6;
export const MOST = 20;
/** Of so few papers every cut is coarse already. */
const HANDFUL = 30;
/** From so many papers on modularity is taken as it is; below, up to so few, libraries are cut finer. */
const [SCANT, PLENTY] = [100, 700];
const FINE = 1.75;
/** Fewer than `FEWEST` topics must be so much better to be shown. */
const CLEARLY = 0.003;

/** Of a hundred papers modularity sees five subjects where a reader sees ten. */
function resolutionFor(papers: number): number {
  if (papers < HANDFUL) return 0.8;
  const lack = 1 - Math.log(papers / SCANT) / Math.log(PLENTY / SCANT);
  return 1 + (FINE - 1) * Math.max(0, Math.min(1, lack));
}

/** How many topics the papers make by themselves: the number of pieces joined that has the highest modularity. */
export function finestNumber(
  graph: Graph,
  pieces: Int32Array,
  joins: Joins,
  papers: number,
): number {
  const resolution = resolutionFor(papers);
  const few = Math.min(FEWEST, Math.floor(papers / 10));
  const found = Math.min(joins.groups, MOST, Math.ceil(papers / 2));
  const names = namesAt(joins, found);
  const ties = tiesOf(graph, joinedTo(pieces, joins, found), found);
  let [best, highest] = [found, modularityOf(ties, found, resolution)];
  let left = found;
  for (const { into, gone } of joins.steps.slice(joins.groups - found)) {
    join(ties, found, names[into] ?? 0, names[gone] ?? 0);
    left--;
    const value = modularityOf(ties, found, resolution);
    if (value <= highest + (left < few ? CLEARLY : 0)) continue;
    [best, highest] = [left, value];
  }
  return best;
}

/** Lays the ties of one group to another's, and leaves it none. */
function join(ties: Float64Array, groups: number, into: number, gone: number): void {
  for (let other = 0; other < groups; other++) {
    const [from, to] = [gone * groups + other, into * groups + other];
    ties[to] = (ties[to] ?? 0) + (ties[from] ?? 0);
    ties[from] = 0;
  }
  for (let other = 0; other < groups; other++) {
    const [from, to] = [other * groups + gone, other * groups + into];
    ties[to] = (ties[to] ?? 0) + (ties[from] ?? 0);
    ties[from] = 0;
  }
}

/** What groups that come out the same from other halves of the papers are worth beside modularity, which is 0 to 1. */
const STEADY = 0.08;

/**
 * The groups of `finest` topics, or of fewer than `FEWEST` where those are clearer: a few wide fields are found
 * again whichever papers are looked at, while modularity is as high when each is cut in two.
 */
export function clearestOf(
  near: Dense,
  graph: Graph,
  finest: number,
  grouped: (count: number) => Int32Array,
): Int32Array {
  const parts = halvesOf(near.rows);
  let [best, highest]: [Int32Array, number] = [grouped(finest), -Infinity];
  const counts = Array.from({ length: FEWEST - 2 }, (_, few) => few + 2);
  for (const count of new Set([finest, ...counts.filter((few) => few < finest)])) {
    const group = count === finest ? best : grouped(count);
    const value =
      modularity(graph, group, renumber(group.slice()), 1) +
      STEADY * steadiness(near, parts, count);
    if (value > highest) [best, highest] = [group, value];
  }
  return best;
}

/** Parts of the papers that are grouped apart, of so many papers, from so many starts each. */
const PARTS = 4;
const OF_PAPERS = 600;
const STARTS = 4;
/** Papers whose groups are compared. */
const COMPARED = 800;

interface Halves {
  parts: Int32Array[];
  compared: Int32Array;
}

const halvesOf = (papers: number): Halves => ({
  parts: Array.from({ length: PARTS }, (_, part) =>
    shuffled(papers, seeded(100 + part)).slice(0, Math.min(OF_PAPERS, Math.ceil(papers / 2))),
  ),
  compared: shuffled(papers, seeded(99)).slice(0, COMPARED),
});

/**
 * How well groupings agree that were each made of another half of the papers; 1 where they are the same (T. Lange
 * et al., "Stability-based validation of clustering solutions", Neural Computation 16, 2004).
 */
function steadiness(near: Dense, { parts, compared }: Halves, count: number): number {
  const places = rowsOf(near, compared);
  const groupings = parts.map((rows, part) => {
    const centroids = startedAnew(rowsOf(near, rows), count, STARTS, part * STARTS);
    return Int32Array.from(compared, (_, row) => nearestTo(places, row, centroids).group);
  });
  let [sum, pairs] = [0, 0];
  for (const [at, one] of groupings.entries())
    for (const other of groupings.slice(0, at)) {
      sum += sharedOf(one, other, count);
      pairs++;
    }
  return sum / pairs;
}

/** What two groupings say of each other: mutual information over the mean of both entropies. */
function sharedOf(one: Int32Array, other: Int32Array, count: number): number {
  const table = new Float64Array(count * count);
  const [left, right] = [new Float64Array(count), new Float64Array(count)];
  for (const [at, a] of one.entries()) {
    const b = other[at] ?? 0;
    table[a * count + b] = (table[a * count + b] ?? 0) + 1 / one.length;
    left[a] = (left[a] ?? 0) + 1 / one.length;
    right[b] = (right[b] ?? 0) + 1 / one.length;
  }
  const entropy = (shares: Float64Array): number =>
    -shares.reduce((sum, share) => sum + (share > 0 ? share * Math.log(share) : 0), 0);
  const both = entropy(left) + entropy(right);
  return both === 0 ? 1 : (2 * (both - entropy(table))) / both;
}
