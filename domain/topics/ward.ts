import { dense, type Dense } from './matrix';
import { renumber } from './communities';

/**
 * Joins groups until `wanted` are left, each time the two that lie nearest for their sizes (J. H. Ward,
 * "Hierarchical grouping to optimize an objective function", 1963). Rows of group -1 stay out. Changes `group`
 * and answers how many groups there are.
 */
export function joinNearest(places: Dense, group: Int32Array, wanted: number): number {
  const { means, sizes } = summary(places, group);
  const target = Int32Array.from({ length: sizes.length }, (_, at) => at);
  const alive = new Set(target);
  const nearest = new Int32Array(sizes.length);
  const distance = new Float64Array(sizes.length);
  const look = (one: number): void => {
    distance[one] = Infinity;
    for (const other of alive) {
      if (other === one) continue;
      const found = wardDistance(means, sizes, one, other);
      if (found < (distance[one] ?? 0)) [nearest[one], distance[one]] = [other, found];
    }
  };
  for (const one of alive) look(one);
  while (alive.size > wanted) {
    let best = -1;
    for (const one of alive)
      if (best < 0 || (distance[one] ?? 0) < (distance[best] ?? 0)) best = one;
    const gone = nearest[best] ?? best;
    merge(means, sizes, best, gone);
    alive.delete(gone);
    for (let at = 0; at < target.length; at++) if (target[at] === gone) target[at] = best;
    for (const one of alive)
      if (one === best || nearest[one] === best || nearest[one] === gone) look(one);
      else if (wardDistance(means, sizes, one, best) < (distance[one] ?? 0)) look(one);
  }
  for (let row = 0; row < group.length; row++) {
    const own = group[row] ?? -1;
    if (own >= 0) group[row] = target[own] ?? 0;
  }
  return renumber(group);
}

function summary(places: Dense, group: Int32Array): { means: Dense; sizes: Float64Array } {
  const count = group.reduce((most, name) => Math.max(most, name + 1), 0);
  const means = dense(count, places.width);
  const sizes = new Float64Array(count);
  for (let row = 0; row < places.rows; row++) {
    const own = group[row] ?? -1;
    if (own < 0) continue;
    const size = (sizes[own] ?? 0) + 1;
    sizes[own] = size;
    for (let at = 0; at < places.width; at++) {
      const to = own * places.width + at;
      const mean = means.data[to] ?? 0;
      means.data[to] = mean + ((places.data[row * places.width + at] ?? 0) - mean) / size;
    }
  }
  return { means, sizes };
}

function wardDistance(means: Dense, sizes: Float64Array, a: number, b: number): number {
  const { width, data } = means;
  let squares = 0;
  for (let at = 0; at < width; at++)
    squares += ((data[a * width + at] ?? 0) - (data[b * width + at] ?? 0)) ** 2;
  const [left, right] = [sizes[a] ?? 0, sizes[b] ?? 0];
  return (squares * left * right) / (left + right);
}

function merge({ width, data }: Dense, sizes: Float64Array, into: number, gone: number): void {
  const [left, right] = [sizes[into] ?? 0, sizes[gone] ?? 0];
  for (let at = 0; at < width; at++) {
    const to = into * width + at;
    data[to] = ((data[to] ?? 0) * left + (data[gone * width + at] ?? 0) * right) / (left + right);
  }
  sizes[into] = left + right;
}
