import { type Dense, dense, dot } from './matrix';
import { type Random, seeded, shuffled } from './random';
import { centroidsOf, nearestTo, settle } from './space';

/** Random starts that are tried. */
const STARTS = 6;
/** Papers that they are tried on, and rounds for each. */
const SAMPLE = 2_000;
const ROUNDS = 15;

/**
 * The tighter of a grouping and the best of some random starts (k-means++, D. Arthur and S. Vassilvitskii, 2007):
 * the graph sees subjects that share few words, the starts those that differ in their whole way of speaking.
 * Papers of no group (-1) stay so.
 */
export function tighter(places: Dense, group: Int32Array, groups: number): Int32Array {
  const rows = shuffled(places.rows, seeded(1)).filter((row) => (group[row] ?? -1) >= 0);
  const sample = rowsOf(places, rows.slice(0, SAMPLE).toSorted());
  let best: { centroids: Dense; found: number } | null = null;
  for (let start = 1; start <= STARTS; start++) {
    const parts = nearestParts(sample, spreadRows(sample, groups, seeded(start)));
    settle(sample, parts, groups, ROUNDS);
    const centroids = centroidsOf(sample, parts, groups);
    const found = tightness(sample, parts, centroids);
    if (!best || found > best.found) best = { centroids, found };
  }
  if (!best) return group;
  const other = nearestParts(places, best.centroids);
  for (let row = 0; row < group.length; row++) if (group[row] === -1) other[row] = -1;
  settle(places, group, groups, ROUNDS);
  settle(places, other, groups, ROUNDS);
  const of = (parts: Int32Array): number =>
    tightness(places, parts, centroidsOf(places, parts, groups));
  return isEvery(other, groups) && of(other) > of(group) ? other : group;
}

/** Whether every group has a paper. */
const isEvery = (parts: Int32Array, groups: number): boolean =>
  new Set(parts).size >= groups + (parts.includes(-1) ? 1 : 0);

/** The sum of cosines between papers and the centroids of their groups. */
function tightness(places: Dense, parts: Int32Array, centroids: Dense): number {
  let sum = 0;
  for (const [row, own] of parts.entries()) if (own >= 0) sum += dot(places, row, centroids, own);
  return sum;
}

const nearestParts = (places: Dense, centroids: Dense): Int32Array =>
  Int32Array.from({ length: places.rows }, (_, row) => nearestTo(places, row, centroids).group);

function rowsOf({ width, data }: Dense, rows: Int32Array): Dense {
  const out = dense(rows.length, width);
  for (const [to, from] of rows.entries())
    out.data.set(data.subarray(from * width, (from + 1) * width), to * width);
  return out;
}

/** Rows that lie far from each other: each is drawn by its squared distance to those drawn before. */
function spreadRows(places: Dense, count: number, random: Random): Dense {
  const drawn = [Math.floor(random() * places.rows)];
  const squares = new Float64Array(places.rows).fill(Infinity);
  while (drawn.length < count) {
    let sum = 0;
    for (let row = 0; row < places.rows; row++) {
      const square = Math.max(0, 2 - 2 * dot(places, row, places, drawn.at(-1) ?? 0));
      squares[row] = Math.min(squares[row] ?? 0, square);
      sum += squares[row] ?? 0;
    }
    let left = random() * sum;
    let row = 0;
    while (row < places.rows - 1 && (left -= squares[row] ?? 0) > 0) row++;
    drawn.push(row);
  }
  return rowsOf(places, Int32Array.from(drawn));
}
