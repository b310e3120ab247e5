import { dense, type Dense } from './matrix';
import { renumber } from './communities';

/**
 * Joins groups two by two, each time the two that lie nearest for their sizes (J. H. Ward, "Hierarchical grouping
 * to optimize an objective function", 1963). Rows of group -1 stay out.
 */
export class Joining {
  private readonly means: Dense;
  private readonly sizes: Float64Array;
  private readonly alive: Set<number>;
  private readonly nearest: Int32Array;
  private readonly distance: Float64Array;

  /** `group` names the group of each row from 0, without gaps; it is not changed. */
  constructor(places: Dense, group: Int32Array) {
    const { means, sizes } = summary(places, group);
    [this.means, this.sizes] = [means, sizes];
    this.alive = new Set(sizes.keys());
    this.nearest = new Int32Array(sizes.length);
    this.distance = new Float64Array(sizes.length);
    for (const one of this.alive) this.look(one);
  }

  /** How many groups there are. */
  get left(): number {
    return this.alive.size;
  }

  /** Makes the two nearest groups one: `gone` is part of `into` from now on. */
  next(): { into: number; gone: number } {
    let into = -1;
    for (const one of this.alive)
      if (into < 0 || (this.distance[one] ?? 0) < (this.distance[into] ?? 0)) into = one;
    const gone = this.nearest[into] ?? into;
    merge(this.means, this.sizes, into, gone);
    this.alive.delete(gone);
    for (const one of this.alive) {
      const near = this.nearest[one];
      if (one === into || near === into || near === gone) this.look(one);
      else if (wardDistance(this.means, this.sizes, one, into) < (this.distance[one] ?? 0))
        this.look(one);
    }
    return { into, gone };
  }

  private look(one: number): void {
    let [best, least] = [0, Infinity];
    for (const other of this.alive) {
      if (other === one) continue;
      const found = wardDistance(this.means, this.sizes, one, other);
      if (found < least) [best, least] = [other, found];
    }
    [this.nearest[one], this.distance[one]] = [best, least];
  }
}

/** Joins the nearest groups until `wanted` are left. Changes `group` and answers how many groups there are. */
export function joinNearest(places: Dense, group: Int32Array, wanted: number): number {
  const joining = new Joining(places, group);
  const heir = new Int32Array(joining.left).map((_, name) => name);
  while (joining.left > wanted) {
    const { into, gone } = joining.next();
    for (let name = 0; name < heir.length; name++) if (heir[name] === gone) heir[name] = into;
  }
  for (let row = 0; row < group.length; row++) {
    const own = group[row] ?? -1;
    if (own >= 0) group[row] = heir[own] ?? 0;
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
