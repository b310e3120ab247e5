import { eachPlace, noOccurrences } from './postings';
import type { SegmentReader } from './reader';
import { BlockWriter, type Segment } from './segment';

/** Papers of many sizes: segments of one class are within a factor of this. */
const FACTOR = 8;
/** As many segments of a class become one. */
const FULL_CLASS = 8;

/** Places of a segment's living papers in the merged one, -1 for dead ones. */
function placesIn(segment: SegmentReader, from: number): Int32Array {
  let next = from;
  return Int32Array.from(segment.dead, (isDead) => (isDead ? -1 : next++));
}

const living = ({ dead }: SegmentReader): number =>
  dead.reduce((sum, isDead) => sum + 1 - isDead, 0);

/** Segments that should become one: those of the smallest class that has too many; else those mostly dead. */
export function dueForMerge(segments: readonly SegmentReader[]): SegmentReader[] {
  const byClass = Map.groupBy(segments, (segment) =>
    Math.floor(Math.log(Math.max(1, living(segment))) / Math.log(FACTOR)),
  );
  const [smallest] = [...byClass.keys()]
    .filter((size) => (byClass.get(size)?.length ?? 0) >= FULL_CLASS)
    .toSorted((a, b) => a - b);
  if (smallest !== undefined)
    return segments.filter(
      (segment) => Math.log(Math.max(1, living(segment))) / Math.log(FACTOR) < smallest + 1,
    );
  const rotten = segments.find(
    (segment) => segment.size > 16 && living(segment) < segment.size / 2,
  );
  return rotten ? [rotten] : [];
}

/**
 * Makes one segment of several, without their dead papers. `breathe` is waited for now and then, so that
 * searches come between.
 */
export async function mergeSegments(
  id: number,
  segments: readonly SegmentReader[],
  breathe: () => Promise<void>,
): Promise<Segment> {
  let size = 0;
  const sources = segments.map((segment) => {
    const places = placesIn(segment, size);
    size += living(segment);
    return { segment, places, at: 0 };
  });
  const writer = new BlockWriter();
  for (let count = 0; ; count += 1) {
    if (count % 256 === 255) await breathe();
    let term: string | undefined;
    for (const { segment, at } of sources) {
      const own = segment.terms[at];
      if (own !== undefined && (term === undefined || own < term)) term = own;
    }
    if (term === undefined) break;
    const merged = noOccurrences();
    for (const source of sources) {
      if (source.segment.terms[source.at] !== term) continue;
      const [postings] = await source.segment.postings([source.at]);
      source.at += 1;
      if (!postings) continue;
      eachPlace(postings, (paper, places, index) => {
        const to = source.places[paper] ?? -1;
        if (to < 0) return;
        merged.papers.push(to);
        merged.counts.push(postings.counts[index] ?? 0);
        for (const place of places) merged.places.push(place);
      });
    }
    if (merged.papers.length > 0) writer.add(term, merged);
  }
  const kept = <T>(of: (segment: SegmentReader) => ArrayLike<T>): T[] =>
    sources.flatMap(({ segment, places }) =>
      Array.from(of(segment)).filter((_, paper) => (places[paper] ?? -1) >= 0),
    );
  const { terms, offsets, starts, blocks } = writer.finish();
  return {
    head: {
      id,
      ids: kept(({ head }) => head.ids),
      listedAt: Float64Array.from(kept(({ head }) => head.listedAt)),
      updatedAt: Float64Array.from(kept(({ head }) => head.updatedAt)),
      years: Uint16Array.from(kept(({ head }) => head.years)),
      listed: Uint8Array.from(kept(({ head }) => head.listed)),
      titles: kept(({ head }) => head.titles),
      terms,
      offsets,
      blocks: starts,
    },
    blocks,
  };
}
