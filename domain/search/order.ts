import type { SegmentReader } from './reader';
import type { Worths } from './words';

export const SORTS = ['best', 'newest', 'oldest', 'changed', 'title'] as const;
/** `best` is by worth where words are sought, else newest first. */
export type Sort = (typeof SORTS)[number];

/** A paper of the segments as one number: that of its segment in the highest byte, its place below. */
const BITS = 24;
/** The number of the segment in a packed paper. */
export const segmentOf = (packed: number): number => packed >>> BITS;
/** The place within its segment in a packed paper. */
export const placeInSegment = (packed: number): number => packed & (2 ** BITS - 1);

/** All living papers in order, packed. */
export function orderAll(
  segments: readonly SegmentReader[],
  sort: Exclude<Sort, 'best'>,
): Uint32Array {
  const papers = new Uint32Array(segments.reduce((sum, { size }) => sum + size, 0));
  const times = new Float64Array(papers.length);
  let count = 0;
  segments.forEach(({ dead, head }, segment) => {
    const own = sort === 'changed' ? head.updatedAt : head.listedAt;
    for (let place = 0; place < dead.length; place += 1) {
      if (dead[place] === 1) continue;
      papers[count] = ((segment << BITS) | place) >>> 0;
      times[count] = own[place] ?? 0;
      count += 1;
    }
  });
  const textOf = (index: number, field: 'ids' | 'titles'): string => {
    const packed = papers[index] ?? 0;
    return segments[segmentOf(packed)]?.head[field][placeInSegment(packed)] ?? '';
  };
  const byText = (a: number, b: number, field: 'ids' | 'titles'): number => {
    const [one, other] = [textOf(a, field), textOf(b, field)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  const byTime = (a: number, b: number): number => (times[a] ?? 0) - (times[b] ?? 0);
  const compare = {
    newest: (a: number, b: number) => byTime(b, a) || byText(b, a, 'ids'),
    oldest: (a: number, b: number) => byTime(a, b) || byText(a, b, 'ids'),
    changed: (a: number, b: number) => byTime(b, a) || byText(b, a, 'ids'),
    title: (a: number, b: number) => byText(a, b, 'titles') || byText(a, b, 'ids'),
  }[sort];
  return Uint32Array.from({ length: count }, (_, index) => index)
    .toSorted(compare)
    .map((index) => papers[index] ?? 0);
}

/** Worths that differ by less are one: the newer paper comes first then. */
const GRAINS = 4_096;
/** More papers than a library has: keys are a grain and a place in the order. */
const MANY = 2 ** 32;

/** Those of all papers that were found, in order; by worth where that is given. */
export function pick(
  order: Uint32Array,
  found: readonly Worths[],
  isBest: boolean,
  keep: (segment: number, place: number) => boolean,
): Uint32Array {
  const picked = new Uint32Array(order.length);
  const worths = new Float32Array(isBest ? order.length : 0);
  let count = 0;
  let highest = 0;
  for (let at = 0; at < order.length; at += 1) {
    const packed = order[at] ?? 0;
    const [segment, place] = [segmentOf(packed), placeInSegment(packed)];
    const value = found[segment]?.[place] ?? 0;
    if (value <= 0 || !keep(segment, place)) continue;
    if (isBest) worths[count] = value;
    picked[count] = packed;
    count += 1;
    if (value > highest) highest = value;
  }
  if (!isBest) return picked.slice(0, count);
  // One number a paper, for the native sort: how far from the best, then its place in the order.
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1)
    keys[at] = Math.floor(GRAINS * (1 - (worths[at] ?? 0) / highest)) * MANY + at;
  return Uint32Array.from(keys.toSorted(), (key) => picked[key % MANY] ?? 0);
}
