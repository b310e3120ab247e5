import { communitiesOf, renumber } from './communities';
import { type Counts, tfidf, weigh } from './features';
import { type Dense, dot, normaliseRows, times } from './matrix';
import { type Graph, neighbourCount, neighbourGraph } from './neighbours';
import { seeded } from './random';
import { centroidsOf, drawTogether, type Places, settle } from './space';
import { rightSingularVectors } from './svd';
import { joinNearest } from './ward';

/** Dimensions of the space in which papers are compared. */
const DIMENSIONS = 64;
/** Topics that are shown, at the least and at the most, where nobody asks for another number. */
export const FEWEST = 6;
export const MOST = 20;
/** Communities that are found for each topic, and then joined. */
const PIECES = 3;
/** Rounds of moving papers to the nearest centroid. */
const ROUNDS = 10;

/** Papers as places and as a graph. */
export interface Space {
  places: Places;
  graph: Graph;
}

/** The space of the papers' subjects; the same papers give the same space. */
export function spaceOf(counts: Counts): Space {
  const papers = counts.start.length - 1;
  const vectors = tfidf(counts, weigh(counts, papers));
  const basis = rightSingularVectors(vectors, DIMENSIONS, 1, seeded(1));
  const own = times(vectors, basis);
  normaliseRows(own);
  const graph = neighbourGraph(vectors, neighbourCount(papers));
  return { places: drawTogether(own, graph), graph };
}

/** Of so few papers every cut is coarse already. */
const HANDFUL = 30;

/** Smaller libraries are cut finer: a hundred papers deserve more than four topics. */
const resolutionFor = (papers: number): number =>
  papers < HANDFUL ? 0.8 : Math.min(1.5, Math.max(1, 1.5 - 0.3 * Math.log10(papers / 100)));

/** Of how many papers a community must be to count as a subject of its own. */
const counts = (papers: number): number => Math.max(2, 0.01 * papers);

/** How many topics the papers make by themselves, within what is shown. */
function ownNumber(community: Int32Array, papers: number): number {
  const sizes = new Map<number, number>();
  for (const name of community) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const found = [...sizes.values()].filter((size) => size >= counts(papers)).length;
  const fewest = Math.min(FEWEST, Math.floor(papers / 10));
  return Math.max(fewest, Math.min(MOST, Math.ceil(papers / 2), found));
}

/**
 * Groups papers: the group of each, -1 where a paper has nothing in common with any other. Communities of the
 * neighbours' graph, finer than wanted, are joined where they lie nearest, then every paper goes to its nearest
 * centroid. `wanted` groups are made where there are papers enough; without it the graph's modularity decides.
 */
export function groupPapers({ places, graph }: Space, wanted: number | null): Int32Array {
  const isAlone = Uint8Array.from({ length: graph.rows }, (_, row) =>
    graph.start[row] === graph.start[row + 1] ? 1 : 0,
  );
  const papers = isAlone.reduce((sum, alone) => sum + 1 - alone, 0);
  if (papers === 0) return new Int32Array(graph.rows).fill(-1);
  let resolution = resolutionFor(papers);
  let group = communitiesOf(graph, resolution, seeded(1)).map((name, row) =>
    isAlone[row] === 1 ? -1 : name,
  );
  const natural = group.slice();
  let found = renumber(group);
  const count = Math.min(
    papers,
    wanted ??
      ownNumber(
        natural.filter((name) => name >= 0),
        papers,
      ),
  );
  while (found < PIECES * count && resolution < 40) {
    resolution *= 2;
    group = communitiesOf(graph, resolution, seeded(1)).map((name, row) =>
      isAlone[row] === 1 ? -1 : name,
    );
    found = renumber(group);
  }
  joinNearest(places.far, group, count);
  fill(places.far, group, count);
  settle(places.far, group, count, ROUNDS);
  settle(places.near, group, count, ROUNDS);
  fill(places.near, group, count);
  return group;
}

/** Splits the widest groups until there are `wanted`. */
function fill(places: Dense, group: Int32Array, wanted: number): void {
  for (let found = renumber(group); found < wanted; found++) {
    const centroids = centroidsOf(places, group, found);
    const spread = new Float64Array(found);
    for (let row = 0; row < group.length; row++) {
      const own = group[row] ?? -1;
      if (own >= 0) spread[own] = (spread[own] ?? 0) + 1 - dot(places, row, centroids, own);
    }
    const sizes = new Int32Array(found);
    for (const own of group) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
    let widest = -1;
    for (let name = 0; name < found; name++)
      if ((sizes[name] ?? 0) > 1 && (widest < 0 || (spread[name] ?? 0) > (spread[widest] ?? 0)))
        widest = name;
    if (widest < 0) return;
    splitInTwo(places, group, widest, found);
  }
}

/** Splits one group: some of it becomes the group `other`, which has nobody yet. */
export function splitInTwo(places: Dense, group: Int32Array, which: number, other: number): void {
  const rows = [...group.keys()].filter((row) => group[row] === which);
  const farthestFrom = (from: number): number =>
    rows.reduce(
      (best, row) =>
        row !== from &&
        (best < 0 || dot(places, row, places, from) < dot(places, best, places, from))
          ? row
          : best,
      -1,
    );
  const first = farthestFrom(rows[0] ?? 0);
  const second = farthestFrom(first);
  if (first < 0 || second < 0) return;
  const inner = new Int32Array(group.length).fill(-1);
  for (const row of rows)
    inner[row] = dot(places, row, places, second) > dot(places, row, places, first) ? 1 : 0;
  inner[first] = 0;
  inner[second] = 1;
  const before = inner.slice();
  settle(places, inner, 2, ROUNDS);
  const isWhole = !rows.some((row) => inner[row] === 1) || !rows.some((row) => inner[row] === 0);
  const parts = isWhole ? before : inner;
  for (const row of rows) if (parts[row] === 1) group[row] = other;
}
