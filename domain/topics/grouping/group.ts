import { communitiesOf, renumber } from './communities';
import { type FeatureCounts, tfidf, weigh } from '@/domain/topics/words/features';
import { release } from '@/domain/topics/numbers/ints';
import {
  type Dense,
  dot,
  normaliseRows,
  rowProducts,
  type Sparse,
} from '@/domain/topics/numbers/matrix';
import { type Graph, neighbourCount, neighbourGraph } from './neighbours';
import { ownNumber, themeNumber } from './number';
import { seeded } from '@/domain/topics/numbers/random';
import { centroidsOf, drawTogether, type SubjectSpace, moveToNearest } from './space';
import { tighter } from './starts';
import { leadingPlaces } from '@/domain/topics/numbers/svd';
import { joinedTo, joinsOf, namesAt } from './ward';

/** Dimensions of the space in which papers are compared, and of one for few papers. */
const DIMENSIONS = 72;
const DIMENSIONS_OF_FEW = 40;
/** Communities that are found for each topic, and then joined. */
const PIECES = 3;
/** Rounds of moving papers to the nearest centroid. */
const ROUNDS = 8;
/** In so few papers there are more directions than the tightness of groups can tell apart. */
const FEW = 300;

/** Papers as places and as a graph. */
export interface Space {
  places: SubjectSpace;
  graph: Graph;
}

/** Papers by the space of their subjects: what placing and drawing them needs, without their words. */
export interface Located {
  ids: readonly string[];
  space: Space;
}

/** The papers as rows of weighted features; takes the counts themselves away from `counts`. */
export function vectorsOf(counts: FeatureCounts): Sparse {
  const vectors = tfidf(counts, weigh(counts, counts.start.length - 1));
  release(counts.count);
  return vectors;
}

/** The space of the papers' subjects, which uses their vectors up; the same papers give the same space. */
export function spaceOf(vectors: Sparse): Space {
  const papers = vectors.rows;
  const width = papers < FEW ? DIMENSIONS_OF_FEW : DIMENSIONS;
  // Of few papers what each two have in common is less than their words are.
  const common = papers * papers < 2 * vectors.value.length ? rowProducts(vectors) : null;
  const own = leadingPlaces(vectors, common, width, 1, seeded(1));
  normaliseRows(own);
  const graph = neighbourGraph(vectors, common, neighbourCount(papers));
  release(vectors.index, vectors.value);
  return { places: drawTogether(own, graph), graph };
}

const MOST_RESOLUTION = 40;
/** Pieces from which the own number is found. */
const PIECES_FOR_ANY = 120;

/**
 * Groups papers: the group of each, -1 where a paper has nothing in common with any other. Communities of the
 * neighbours' graph, finer than wanted, are joined where they lie nearest, then every paper goes to its nearest
 * centroid; where random starts find tighter groups, those are taken. `wanted` groups are made where there are
 * papers enough; without it the papers decide (number.ts).
 */
export function groupPapers(space: Space, wanted: number | null): Int32Array {
  const { places, graph } = space;
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
  const joins = joinsOf(places.far, pieces);
  const grouped = (count: number): Int32Array => {
    const many = Math.min(papers, count);
    return settledIn(places, joinedTo(pieces, joins, many), many);
  };
  return grouped(wanted ?? ownNumber(graph, pieces, joins, papers));
}

/** The theme of each topic: topics are joined where they lie nearest, into as many themes as they make. */
export function themesOf({ places, graph }: Space, topics: Int32Array): Int32Array {
  const joins = joinsOf(places.far, topics);
  return namesAt(joins, themeNumber(graph, topics, joins));
}

/** The rows of each group, the most central first. */
export function membersOf({ places: { near } }: Space, group: Int32Array): number[][] {
  const count = group.reduce((most, name) => Math.max(most, name + 1), 0);
  const centroids = centroidsOf(near, group, count);
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [row, name] of group.entries()) groups[name]?.push(row);
  return groups.map((rows, name) => {
    const cosine = new Map(rows.map((row) => [row, dot(near, row, centroids, name)]));
    return rows.toSorted((a, b) => (cosine.get(b) ?? 0) - (cosine.get(a) ?? 0) || a - b);
  });
}

/** Groups in which every paper is where it is nearest, as many as wanted. Uses up what it begins with. */
function settledIn({ far, near }: SubjectSpace, group: Int32Array, count: number): Int32Array {
  fill(far, group, count);
  moveToNearest(far, group, count, ROUNDS);
  moveToNearest(near, group, count, ROUNDS);
  fill(near, group, count);
  const papers = group.reduce((sum, own) => sum + (own < 0 ? 0 : 1), 0);
  return papers < FEW ? group : tighter(near, group, count);
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

/** Splits one group: a part of it becomes the group `other`, which is empty before. */
function splitInTwo(places: Dense, group: Int32Array, which: number, other: number): void {
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
  moveToNearest(places, inner, 2, ROUNDS);
  const isWhole = !rows.some((row) => inner[row] === 1) || !rows.some((row) => inner[row] === 0);
  const parts = isWhole ? before : inner;
  for (const row of rows) if (parts[row] === 1) group[row] = other;
}
