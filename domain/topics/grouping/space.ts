import { dense, type Dense, dot, normaliseRows } from '@/domain/topics/numbers/matrix';
import type { Graph } from './neighbours';

/** How much of a paper's place stays its own when it is drawn to its neighbours. */
const OWN = 0.4;

/** Papers as vectors in the space of their subjects, each row of length 1. */
export interface SubjectSpace {
  /** A paper's own place beside the one drawn once towards the neighbours: cosines are the means of both. */
  near: Dense;
  /** Drawn twice: groups are clearer, borders coarser. */
  far: Dense;
}

/** Places drawn towards the mean of their neighbours: what a paper says only in part, its neighbours say for it. */
export function drawTogether(places: Dense, graph: Graph): SubjectSpace {
  const once = drawn(places, graph);
  return { near: beside(places, once), far: drawn(once, graph) };
}

/** Two places of each row as one. */
function beside(left: Dense, right: Dense): Dense {
  const { rows, width } = left;
  const out = dense(rows, 2 * width);
  for (let row = 0; row < rows; row++) {
    out.data.set(left.data.subarray(row * width, (row + 1) * width), 2 * row * width);
    out.data.set(right.data.subarray(row * width, (row + 1) * width), (2 * row + 1) * width);
  }
  normaliseRows(out);
  return out;
}

function drawn(places: Dense, graph: Graph): Dense {
  const out = dense(places.rows, places.width);
  for (let row = 0; row < places.rows; row++) blend(places, graph, row, out);
  normaliseRows(out);
  return out;
}

function blend({ width, data }: Dense, graph: Graph, row: number, out: Dense): void {
  const [from, to] = [graph.start[row] ?? 0, graph.start[row + 1] ?? 0];
  let sum = 0;
  for (let edge = from; edge < to; edge++) sum += graph.value[edge] ?? 0;
  const base = row * width;
  const own = sum > 0 ? OWN : 1;
  for (let at = 0; at < width; at++) out.data[base + at] = own * (data[base + at] ?? 0);
  for (let edge = from; edge < to; edge++) {
    const share = ((1 - OWN) * (graph.value[edge] ?? 0)) / sum;
    const other = (graph.index[edge] ?? 0) * width;
    for (let at = 0; at < width; at++)
      out.data[base + at] = (out.data[base + at] ?? 0) + share * (data[other + at] ?? 0);
  }
}

/** The mean direction of each group, of length 1. */
export function centroidsOf(places: Dense, group: Int32Array, groups: number): Dense {
  const { width, data } = places;
  const out = dense(groups, width);
  for (let row = 0; row < places.rows; row++) {
    const to = (group[row] ?? -1) * width;
    if (to < 0) continue;
    for (let at = 0; at < width; at++)
      out.data[to + at] = (out.data[to + at] ?? 0) + (data[row * width + at] ?? 0);
  }
  normaliseRows(out);
  return out;
}

/** The centroid that a place is nearest to; -1 where there is none. */
export function nearestTo(
  places: Dense,
  row: number,
  centroids: Dense,
): { group: number; cosine: number } {
  let group = -1;
  let cosine = -Infinity;
  for (let other = 0; other < centroids.rows; other++) {
    const found = dot(places, row, centroids, other);
    if (found <= cosine) continue;
    group = other;
    cosine = found;
  }
  return { group, cosine };
}

/** Moves every paper to the nearest centroid, again and again (spherical k-means, I. Dhillon and D. Modha, 2001). */
export function moveToNearest(
  places: Dense,
  group: Int32Array,
  groups: number,
  rounds: number,
): void {
  for (let round = 0; round < rounds; round++) {
    const centroids = centroidsOf(places, group, groups);
    let moved = 0;
    for (let row = 0; row < places.rows; row++) {
      if ((group[row] ?? -1) < 0) continue;
      const nearest = nearestTo(places, row, centroids).group;
      if (nearest === group[row]) continue;
      group[row] = nearest;
      moved++;
    }
    if (moved === 0) return;
  }
}
