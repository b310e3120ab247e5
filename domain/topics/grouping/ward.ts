import { dense, type Dense } from '@/domain/topics/numbers/matrix';
import { renumber } from './communities';

/** Groups that are joined two by two until one is left, the nearest first. */
export interface Joins {
  /** How many groups there are at first, named from 0. */
  groups: number;
  /** `gone` is part of `into` from then on. */
  steps: { into: number; gone: number }[];
}

/**
 * Joins groups, each time the two that lie nearest for their sizes (J. H. Ward, "Hierarchical grouping to optimize an
 * objective function", 1963). `group` names the group of each row from 0, without gaps; rows of group -1 stay out.
 */
export function joinsOf(places: Dense, group: Int32Array): Joins {
  const joining = new Joining(places, group);
  const groups = joining.left;
  return { groups, steps: Array.from({ length: Math.max(0, groups - 1) }, () => joining.next()) };
}

/** The cluster of each group once so many are left, numbered from 0 without gaps. */
export function namesAt({ groups, steps }: Joins, left: number): Int32Array {
  const names = new Int32Array(groups).map((_, name) => name);
  for (const { into, gone } of steps.slice(0, Math.max(0, groups - left)))
    for (let name = 0; name < groups; name++) if (names[name] === gone) names[name] = into;
  renumber(names);
  return names;
}

/** The groups of rows once so many are left. */
export function joinedTo(group: Int32Array, joins: Joins, left: number): Int32Array {
  const names = namesAt(joins, left);
  return group.map((own) => (own < 0 ? -1 : (names[own] ?? -1)));
}

class Joining {
  private readonly means: Dense;
  private readonly sizes: Float64Array;
  private readonly alive: Set<number>;
  private readonly nearest: Int32Array;
  private readonly distance: Float64Array;

  constructor(places: Dense, group: Int32Array) {
    const { means, sizes } = summary(places, group);
    [this.means, this.sizes] = [means, sizes];
    this.alive = new Set(sizes.keys());
    this.nearest = new Int32Array(sizes.length);
    this.distance = new Float64Array(sizes.length);
    for (const one of this.alive) this.look(one);
  }

  get left(): number {
    return this.alive.size;
  }

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
