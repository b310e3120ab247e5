import type { SegmentReader } from './reader';
import type { Found } from './evaluate';

export const SORTS = ['best', 'newest', 'oldest', 'changed', 'title'] as const;
/** `best` is by worth where words are sought, else newest first. */
export type Sort = (typeof SORTS)[number];

/** A paper of the segments: the number of its segment, and its place. Orders are arrays of such, packed. */
const SHIFT = 2 ** 24;
export const segmentOf = (packed: number): number => Math.floor(packed / SHIFT);
export const placeOf = (packed: number): number => packed % SHIFT;

/** All living papers in order. */
export function orderAll(
  segments: readonly SegmentReader[],
  sort: Exclude<Sort, 'best'>,
): Float64Array {
  const all: number[] = [];
  segments.forEach(({ dead }, number) => {
    for (let place = 0; place < dead.length; place += 1)
      if (dead[place] === 0) all.push(number * SHIFT + place);
  });
  const timeOf = (packed: number): number => {
    const head = segments[segmentOf(packed)]?.head;
    const times = sort === 'changed' ? head?.updatedAt : head?.listedAt;
    return times?.[placeOf(packed)] ?? 0;
  };
  const idOf = (packed: number): string =>
    segments[segmentOf(packed)]?.head.ids[placeOf(packed)] ?? '';
  const titleOf = (packed: number): string =>
    segments[segmentOf(packed)]?.head.titles[placeOf(packed)] ?? '';
  const byId = (a: number, b: number): number => (idOf(a) < idOf(b) ? 1 : -1);
  const compare = {
    newest: (a: number, b: number) => timeOf(b) - timeOf(a) || byId(a, b),
    oldest: (a: number, b: number) => timeOf(a) - timeOf(b) || byId(b, a),
    changed: (a: number, b: number) => timeOf(b) - timeOf(a) || byId(a, b),
    title: (a: number, b: number) =>
      titleOf(a) < titleOf(b) ? -1 : titleOf(a) > titleOf(b) ? 1 : byId(b, a),
  }[sort];
  return Float64Array.from(all.toSorted(compare));
}

/** Worths that differ by less are one: the newer paper comes first then. */
const GRAINS = 4_096;

/** Those of all papers that were found, in order; by worth where that is given. */
export function pick(
  order: Float64Array,
  found: readonly Found[],
  isBest: boolean,
  keep: (segment: number, place: number) => boolean,
): Float64Array {
  const picked: number[] = [];
  const worths: number[] = [];
  let highest = 0;
  for (const packed of order) {
    const [segment, place] = [segmentOf(packed), placeOf(packed)];
    const value = found[segment]?.[place] ?? 0;
    if (value <= 0 || !keep(segment, place)) continue;
    picked.push(packed);
    worths.push(value);
    if (value > highest) highest = value;
  }
  if (!isBest) return Float64Array.from(picked);
  // One number a paper, for the native sort: how far from the best, then its place in the order.
  const keys = Float64Array.from(
    worths,
    (value, index) => Math.floor(GRAINS * (1 - value / highest)) * SHIFT + index,
  ).toSorted();
  return keys.map((key) => picked[key % SHIFT] ?? 0);
}
