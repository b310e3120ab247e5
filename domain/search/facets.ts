import type { Worths } from './words';
import type { SegmentReader } from './reader';

/** How many of the found papers have what can be narrowed to. */
export interface Facets {
  /** By status, `none` included. */
  status: Record<string, number>;
  /** By tag id. */
  tag: Record<string, number>;
  site: Record<string, number>;
  has: Record<string, number>;
  new: Record<string, number>;
}

const NAMES: Record<string, keyof Facets> = {
  '=': 'status',
  '#': 'tag',
  '@': 'site',
  '+': 'has',
  '!': 'new',
};

/** Papers of a segment that count: found, living and kept. */
function countedOf(
  { dead }: SegmentReader,
  found: Worths | undefined,
  keep: (place: number) => boolean,
): Uint8Array {
  const counted = new Uint8Array(dead.length);
  for (let place = 0; place < dead.length; place += 1)
    if ((found?.[place] ?? 0) > 0 && dead[place] === 0 && keep(place)) counted[place] = 1;
  return counted;
}

/**
 * Counts tags, sites and the like over the papers that are found, living and kept. Asks `goOn` now and then; gives
 * `null` once the counts are not wanted any more.
 */
export async function countFacets(
  segments: readonly SegmentReader[],
  found: readonly Worths[],
  keep: (segment: number, place: number) => boolean,
  goOn: () => Promise<boolean> = async () => true,
): Promise<Facets | null> {
  const facets: Facets = { status: {}, tag: {}, site: {}, has: {}, new: {} };
  for (const [number, segment] of segments.entries()) {
    const counted = countedOf(segment, found[number], (place) => keep(number, place));
    for (const [sign, name] of Object.entries(NAMES)) {
      const [start, end] = segment.range(sign);
      const counts = facets[name];
      for (let term = start; term < end; term += 1) {
        if (!(await goOn())) return null;
        const [postings] = await segment.postings([term]);
        let count = 0;
        for (const paper of postings?.papers ?? []) count += counted[paper] ?? 0;
        const value = (segment.terms[term] ?? '').slice(1);
        if (count > 0) counts[value] = (counts[value] ?? 0) + count;
      }
    }
  }
  return facets;
}
