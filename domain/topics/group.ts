import { communitiesOf, modularity, renumber } from './communities';
import { type Counts, tfidf, weigh } from './features';
import { type Dense, dot, normaliseRows, times } from './matrix';
import { type Graph, neighbourCount, neighbourGraph } from './neighbours';
import { seeded } from './random';
import { centroidsOf, drawTogether, type Places, settle } from './space';
import { tighter } from './starts';
import { rightSingularVectors } from './svd';
import { joinNearest } from './ward';

/** Dimensions of the space in which papers are compared, and of one for few papers. */
const DIMENSIONS = 64;
const DIMENSIONS_OF_FEW = 32;
/** Topics that are shown, at the least and at the most, where nobody asks for another number. */
export const FEWEST = 6;
export const MOST = 20;
/** Communities that are found for each topic, and then joined. */
const PIECES = 3;
/** Rounds of moving papers to the nearest centroid. */
const ROUNDS = 8;
/** In so few papers there are more directions than the tightness of groups can tell apart. */
const FEW = 300;

/** Papers as places and as a graph. */
export interface Space {
  places: Places;
  graph: Graph;
}

/** The space of the papers' subjects; the same papers give the same space. */
export function spaceOf(counts: Counts): Space {
  const papers = counts.start.length - 1;
  const vectors = tfidf(counts, weigh(counts, papers));
  const width = papers < FEW ? DIMENSIONS_OF_FEW : DIMENSIONS;
  const basis = rightSingularVectors(vectors, width, 1, seeded(1));
  const own = times(vectors, basis);
  normaliseRows(own);
  const graph = neighbourGraph(vectors, neighbourCount(papers));
  return { places: drawTogether(own, graph), graph };
}

/** Of so few papers every cut is coarse already. */
const HANDFUL = 30;
/** From so many papers on modularity is taken as it is; below, up to so few, libraries are cut finer. */
const [SCANT, PLENTY] = [100, 700];
const FINE = 1.75;

/** Of a hundred papers modularity sees five subjects where a reader sees ten. */
function resolutionFor(papers: number): number {
  if (papers < HANDFUL) return 0.8;
  const lack = 1 - Math.log(papers / SCANT) / Math.log(PLENTY / SCANT);
  return 1 + (FINE - 1) * Math.max(0, Math.min(1, lack));
}

const MOST_RESOLUTION = 40;
/** Pieces from which the own number is found. */
const PIECES_FOR_ANY = 36;
/** Fewer than `FEWEST` topics must be so much better to be shown. */
const CLEARLY = 0.003;

/** How many topics the papers make by themselves: the number whose groups have the highest modularity. */
function ownNumber({ places, graph }: Space, pieces: Int32Array, papers: number): number {
  const resolution = resolutionFor(papers);
  const most = Math.min(MOST, Math.ceil(papers / 2));
  const few = Math.min(FEWEST, Math.floor(papers / 10));
  const group = pieces.slice();
  let [best, highest] = [1, -Infinity];
  for (let count = most; count >= 1; count--) {
    const found = joinNearest(places.far, group, count);
    const value = modularity(graph, group, found, resolution);
    if (value <= highest + (found < few ? CLEARLY : 0)) continue;
    [best, highest] = [found, value];
  }
  return best;
}

/**
 * Groups papers: the group of each, -1 where a paper has nothing in common with any other. Communities of the
 * neighbours' graph, finer than wanted, are joined where they lie nearest, then every paper goes to its nearest
 * centroid; where random starts find tighter groups, those are taken. `wanted` groups are made where there are
 * papers enough; without it the graph's modularity decides.
 */
export function groupPapers({ places, graph }: Space, wanted: number | null): Int32Array {
  const isAlone = Uint8Array.from({ length: graph.rows }, (_, row) =>
    graph.start[row] === graph.start[row + 1] ? 1 : 0,
  );
  const papers = isAlone.reduce((sum, alone) => sum + 1 - alone, 0);
  if (papers === 0) return new Int32Array(graph.rows).fill(-1);
  const pieces = piecesOf(
    graph,
    isAlone,
    Math.min(papers, PIECES * (wanted ?? 0) || PIECES_FOR_ANY),
  );
  const count = Math.min(papers, wanted ?? ownNumber({ places, graph }, pieces, papers));
  const group = pieces;
  joinNearest(places.far, group, count);
  fill(places.far, group, count);
  settle(places.far, group, count, ROUNDS);
  settle(places.near, group, count, ROUNDS);
  fill(places.near, group, count);
  return papers < FEW ? group : tighter(places.near, group, count);
}

/** Communities, at least so many where the graph has them; -1 for papers that are alone. */
function piecesOf(graph: Graph, isAlone: Uint8Array, least: number): Int32Array {
  for (let resolution = 1; ; resolution *= 2) {
    const group = communitiesOf(graph, resolution, seeded(1)).map((name, row) =>
      isAlone[row] === 1 ? -1 : name,
    );
    if (renumber(group) >= least || resolution > MOST_RESOLUTION) return group;
  }
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
