import type { Found } from './evaluate';
import type { SegmentReader } from './reader';

/** How many of the found papers have what can be narrowed to. */
export interface Facets {
  /** By status, `none` included. */
  status: Record<string, number>;
  /** By tag id. */
  tag: Record<string, number>;
  site: Record<string, number>;
  has: Record<string, number>;
}

const NAMES: Record<string, keyof Facets> = { '=': 'status', '#': 'tag', '@': 'site', '+': 'has' };

/** Counts what the papers have that are found, living and kept. */
export async function countFacets(
  segments: readonly SegmentReader[],
  found: readonly Found[],
  keep: (segment: number, place: number) => boolean,
): Promise<Facets> {
  const facets: Facets = { status: {}, tag: {}, site: {}, has: {} };
  for (const [number, segment] of segments.entries()) {
    for (const [sign, name] of Object.entries(NAMES)) {
      const [start, end] = segment.range(sign);
      const terms = Array.from({ length: end - start }, (_, index) => start + index);
      const counts = facets[name];
      (await segment.postings(terms)).forEach(({ papers }, index) => {
        const value = (segment.terms[start + index] ?? '').slice(1);
        let count = 0;
        for (const paper of papers)
          if (segment.dead[paper] === 0 && (found[number]?.[paper] ?? 0) > 0 && keep(number, paper))
            count += 1;
        if (count > 0) counts[value] = (counts[value] ?? 0) + count;
      });
    }
  }
  return facets;
}
