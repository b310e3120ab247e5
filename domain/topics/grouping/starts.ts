import { type Dense, dot, rowsOf } from '@/domain/topics/numbers/matrix';
import { type Random, seeded, shuffled } from '@/domain/topics/numbers/random';
import { centroidsOf, nearestTo, moveToNearest } from './space';

/** Random starts that are tried. */
const STARTS = 10;
/** Papers that they are tried on, and rounds for each. */
const SAMPLE = 1_000;
const ROUNDS = 12;
/** Rounds for all papers, once the centroids are there. */
const LAST_ROUNDS = 5;

/**
 * The tighter of a grouping and the best of some random starts (k-means++, D. Arthur and S. Vassilvitskii, 2007):
 * the graph sees subjects that share few words, the starts those that differ in their whole way of speaking.
 * Papers of no group (-1) stay so.
 */
export function tighter(places: Dense, group: Int32Array, groups: number): Int32Array {
  const rows = shuffled(places.rows, seeded(1))
    .filter((row) => (group[row] ?? -1) >= 0)
    .slice(0, SAMPLE);
  const sample = rowsOf(places, rows);
  const own = settled(
    sample,
    Int32Array.from(rows, (row) => group[row] ?? -1),
    groups,
  );
  let best = own;
  for (let start = 1; start <= STARTS; start++) {
    const found = started(sample, groups, start);
    if (found.tightness > best.tightness) best = found;
  }
  if (best === own) return group;
  const other = nearestParts(places, best.centroids);
  for (let row = 0; row < group.length; row++) if (group[row] === -1) other[row] = -1;
  moveToNearest(places, other, groups, LAST_ROUNDS);
  return isEvery(other, groups) ? other : group;
}

const started = (places: Dense, groups: number, start: number): Settled =>
  settled(places, nearestParts(places, spreadRows(places, groups, seeded(start))), groups);

interface Settled {
  centroids: Dense;
  /** The sum of cosines between papers and the centroids of their groups. */
  tightness: number;
}

function settled(places: Dense, parts: Int32Array, groups: number): Settled {
  moveToNearest(places, parts, groups, ROUNDS);
  const centroids = centroidsOf(places, parts, groups);
  let tightness = 0;
  for (const [row, own] of parts.entries()) tightness += dot(places, row, centroids, own);
  return { centroids, tightness };
}

/** Whether every group has a paper. */
const isEvery = (parts: Int32Array, groups: number): boolean =>
  new Set(parts).size >= groups + (parts.includes(-1) ? 1 : 0);

const nearestParts = (places: Dense, centroids: Dense): Int32Array =>
  Int32Array.from({ length: places.rows }, (_, row) => nearestTo(places, row, centroids).group);

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
