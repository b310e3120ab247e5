import type { Graph } from '@/domain/topics/grouping/neighbours';
import { type Random, seeded } from '@/domain/topics/numbers/random';

/** Places of papers on the map: x and y of each, within -1 and 1. */
export type Positions = Float32Array;

/** Papers further apart push each other less: 1 / (1 + `A` d²), UMAP's curve with its exponent at 1, which needs no powers. */
const A = 1.577;
/** Random papers that each one is pushed from, for each neighbour it is drawn to. */
const PUSHES = 4;
/** A single push or pull is never longer. */
const FARTHEST = 4;

/** Times that unfinished positions are told. */
const LOOKS = 12;

/**
 * Places papers so that neighbours are near: attraction along the graph's edges, repulsion from random others,
 * as UMAP does it (L. McInnes, J. Healy and J. Melville, 2018, section 3.2). Rows of `fixed` stay where they
 * are in `start`; the same input gives the same map. `look` gets unfinished positions.
 */
export function layOut(
  graph: Graph,
  start: Positions,
  fixed: Uint8Array | null,
  look?: (at: Positions) => void,
): Positions {
  const at = Float32Array.from(start, (value) => value * 10);
  const random = seeded(1);
  const rounds = graph.rows > 5_000 ? 90 : graph.rows > 1_000 ? 200 : 300;
  const strongest = graph.value.reduce((most, value) => Math.max(most, value), 0) || 1;
  for (let round = 0; round < rounds; round++) {
    const step = 1 - round / rounds;
    if (look && round % Math.ceil(rounds / LOOKS) === 0) look(fitted(at, fixed));
    for (let row = 0; row < graph.rows; row++)
      for (let edge = graph.start[row] ?? 0; edge < (graph.start[row + 1] ?? 0); edge++) {
        const other = graph.index[edge] ?? 0;
        if (fixed?.[row] === 1 && fixed[other] === 1) continue;
        // A strong edge pulls in every round, a weak one now and then.
        if (random() * strongest > (graph.value[edge] ?? 0)) continue;
        pull(at, row, other, step, fixed);
        for (let push = 0; push < PUSHES; push++)
          pushFrom(at, row, Math.floor(random() * graph.rows), step, fixed, random);
      }
  }
  return fitted(at, fixed);
}

const clip = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, value));

function move(at: Positions, row: number, x: number, y: number, fixed: Uint8Array | null): void {
  if (fixed?.[row] === 1) return;
  at[2 * row] = (at[2 * row] ?? 0) + x;
  at[2 * row + 1] = (at[2 * row + 1] ?? 0) + y;
}

function pull(at: Positions, one: number, other: number, step: number, fixed: Uint8Array | null) {
  const x = (at[2 * one] ?? 0) - (at[2 * other] ?? 0);
  const y = (at[2 * one + 1] ?? 0) - (at[2 * other + 1] ?? 0);
  const squares = x * x + y * y;
  if (squares === 0) return;
  const force = (-2 * A) / (1 + A * squares);
  const dx = clip(force * x) * step;
  const dy = clip(force * y) * step;
  move(at, one, dx, dy, fixed);
  move(at, other, -dx, -dy, fixed);
}

function pushFrom(
  at: Positions,
  one: number,
  other: number,
  step: number,
  fixed: Uint8Array | null,
  random: Random,
): void {
  if (one === other) return;
  const x = (at[2 * one] ?? 0) - (at[2 * other] ?? 0);
  const y = (at[2 * one + 1] ?? 0) - (at[2 * other + 1] ?? 0);
  const squares = x * x + y * y;
  if (squares === 0) return move(at, one, random() - 0.5, random() - 0.5, fixed);
  const force = 2 / ((0.001 + squares) * (1 + A * squares));
  move(at, one, clip(force * x) * step, clip(force * y) * step, fixed);
}

/** Scaled into -1 to 1, keeping proportions; where some were fixed, the scale is theirs. */
function fitted(at: Positions, fixed: Uint8Array | null): Positions {
  if (fixed) return at.map((value) => value / 10);
  const rows = at.length / 2;
  const column = (which: number): Float32Array =>
    Float32Array.from({ length: rows }, (_, row) => at[2 * row + which] ?? 0).toSorted();
  const [xs, ys] = [column(0), column(1)];
  // A lone paper far out must not shrink all the others to a dot.
  const cut = Math.floor(rows * 0.005);
  const [left, right] = [xs[cut] ?? 0, xs[rows - 1 - cut] ?? 0];
  const [top, bottom] = [ys[cut] ?? 0, ys[rows - 1 - cut] ?? 0];
  const half = Math.max(right - left, bottom - top, 1e-6) / 2;
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return at.map((value, index) => {
    const scaled = (value - (index % 2 === 0 ? middleX : middleY)) / half;
    return Math.max(-1.1, Math.min(1.1, scaled));
  });
}
