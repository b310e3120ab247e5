import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '@/domain/query/document';
import { parseQuery } from '@/domain/query/parse';
import { printQuery } from '@/domain/query/print';
import { asksForDismissed, EVERYTHING } from '@/domain/query/query';
import { findByReading } from '@/domain/query/reference';
import { evaluate } from '@/domain/search/evaluate';
import { dueForMerge, mergeSegments } from '@/domain/search/merge-segments';
import { orderAll, pick, placeInSegment, segmentOf, type Sort } from '@/domain/search/order';
import { SegmentReader } from '@/domain/search/reader';
import { buildSegment, type Segment } from '@/domain/search/segment';
import { anyQuery } from '../query/any-query';
import { contextOf, paperAt, papers } from '../query/papers';

const readerOf = ({ head, blocks }: Segment, dead: number[] = []): SegmentReader =>
  new SegmentReader(head, dead, async (_id, numbers) => numbers.map((number) => blocks[number]!));

/** Papers in several segments, some of them changed since: dead in one, indexed anew in another. */
function library(): { documents: SearchDocument[]; segments: SegmentReader[] } {
  const old = papers(240);
  const isChanged = (at: number): boolean => at % 5 === 0;
  const documents = old.map((one, at) => (isChanged(at) ? paperAt(at, 99) : one));
  const parts = [old.slice(0, 100), old.slice(100, 180), old.slice(180)];
  const segments = parts.map((part, index) => {
    const dead = part.flatMap(({ id }, place) =>
      isChanged(old.findIndex((one) => one.id === id)) ? place : [],
    );
    return readerOf(buildSegment(index, part), dead);
  });
  const changed = documents.filter((_, at) => isChanged(at));
  return { documents, segments: [...segments, readerOf(buildSegment(3, changed))] };
}

async function find(
  segments: SegmentReader[],
  documents: SearchDocument[],
  text: string,
  sort: Sort = 'newest',
) {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.fault.fault);
  const found = await evaluate(segments, parsed.query, contextOf(documents));
  const order = orderAll(segments, sort === 'best' ? 'newest' : sort);
  const isListed = (segment: number, place: number): boolean =>
    segments[segment]?.head.listed[place] === 1 || asksForDismissed(parsed.query);
  return [...pick(order, found, sort === 'best', isListed)].map(
    (packed) => segments[segmentOf(packed)]!.head.ids[placeInSegment(packed)]!,
  );
}

describe('the index', () => {
  it('finds what reading every paper finds, for 500 queries, also after segments were merged', async () => {
    const { documents, segments } = library();
    const merged = readerOf(await mergeSegments(9, segments.slice(1), async () => undefined));
    expect(merged.size).toBe(documents.length - 80);
    const queries = fc.sample(anyQuery, { seed: 7, numRuns: 500 });
    const sizes = new Set<number>();
    for (const query of queries) {
      const text = printQuery(query);
      const expected = findByReading(parsed(text), documents, contextOf(documents)).toSorted();
      sizes.add(expected.length);
      expect((await find(segments, documents, text)).toSorted(), text).toEqual(expected);
      expect((await find([segments[0]!, merged], documents, text)).toSorted(), text).toEqual(
        expected,
      );
    }
    // The queries are of all kinds: they find nothing, something and everything.
    expect(sizes.size).toBeGreaterThan(60);
  });

  it('reads a word that nothing has with one typo, and a beginning', async () => {
    const { documents, segments } = library();
    const exact = await find(segments, documents, 'grippers');
    expect(exact.length).toBeGreaterThan(0);
    for (const typed of ['gripers', 'grippres', 'gripperd', 'gripp', 'gri'])
      expect(await find(segments, documents, typed), typed).toEqual(exact);
    expect(await find(segments, documents, '"gripp"')).toEqual([]);
  });

  it('finds parts of Chinese and Japanese runs, and words whatever their accents', async () => {
    const { documents, segments } = library();
    const has = (text: string) =>
      documents.filter((document) => document.isListed && JSON.stringify(document).includes(text));
    expect((await find(segments, documents, '器学')).length).toBe(has('器学').length);
    expect((await find(segments, documents, 'ロボ')).length).toBe(has('ロボ').length);
    expect(await find(segments, documents, 'erdos')).toEqual(
      await find(segments, documents, 'Erdős'),
    );
  });

  it('puts titles before abstracts and whole words before beginnings', async () => {
    const of = (id: string, title: string, abstract: string): SearchDocument => ({
      ...paperAt(1),
      id,
      title,
      abstract,
      isListed: true,
      authors: [],
      note: '',
      highlights: [],
      tags: [],
      keys: [id],
    });
    const documents = [
      of('a:abstract', 'Other', 'graph'),
      of('a:beginning', 'Graphs', ''),
      of('a:title', 'Graph', ''),
    ];
    const segments = [readerOf(buildSegment(0, documents))];
    expect(await find(segments, documents, 'graph', 'best')).toEqual([
      'a:title',
      'a:beginning',
      'a:abstract',
    ]);
  });

  it('orders by time and title', async () => {
    const { documents, segments } = library();
    const by = new Map(documents.map((document) => [document.id, document]));
    const newest = (await find(segments, documents, '')).map((id) => by.get(id)!.listedAt);
    expect(newest).toEqual(newest.toSorted((a, b) => b - a));
    const oldest = await find(segments, documents, '', 'oldest');
    expect(oldest).toEqual((await find(segments, documents, '')).toReversed());
    const titles = (await find(segments, documents, '', 'title')).map((id) => by.get(id)!.title);
    expect(titles[0]!.localeCompare(titles.at(-1)!)).toBeLessThan(0);
  });

  it('merges small segments before large ones, and those that are mostly dead', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      readerOf(buildSegment(index, [paperAt(index)])),
    );
    const large = readerOf(buildSegment(20, papers(200)));
    expect(dueForMerge([...many, large])).toEqual(many);
    expect(dueForMerge([large])).toEqual([]);
    const rotten = readerOf(
      buildSegment(21, papers(40)),
      Array.from({ length: 30 }, (_, at) => at),
    );
    expect(dueForMerge([large, rotten])).toEqual([rotten]);
  });
});

const parsed = (text: string) => {
  const answer = parseQuery(text);
  return answer.ok ? answer.query : EVERYTHING;
};
