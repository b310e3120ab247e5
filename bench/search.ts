import type { SearchContext, SearchDocument } from '@/domain/query/document';
import { parseQuery } from '@/domain/query/parse';
import { printQuery } from '@/domain/query/print';
import { findByReading, type Reading } from '@/domain/query/reference';
import { tokens } from '@/domain/query/tokens';
import type { Segment, SegmentHead } from '@/domain/search/segment';
import { SearchEngine } from '@/search/engine';
import { EMPTY, type IndexStore } from '@/search/store';
import { indexesOf } from '@/storage/db';
import { documentOf } from '@/storage/documents';
import type { Bench } from './bench';
import { makePaper, makeTags } from './library/generate';
import { makeQueries } from './library/queries';

const PAPERS = 100_000;
const QUERIES = 500;

/** The index's database, in memory. */
function memoryStore(): IndexStore {
  let state = EMPTY;
  const heads = new Map<number, { head: SegmentHead; dead: number[] }>();
  const blocks = new Map<number, Segment['blocks']>();
  return {
    state: async () => state,
    heads: async (ids) => ids.map((id) => heads.get(id)),
    blocks: async (segment, numbers) =>
      numbers.map((number) => blocks.get(segment)?.[number] ?? new Uint8Array()),
    commit: async (next, { added, removed = [], dead = new Map<number, number[]>() }) => {
      state = next;
      if (added) {
        heads.set(added.head.id, { head: added.head, dead: [] });
        blocks.set(added.head.id, added.blocks);
      }
      for (const [id, places] of dead) {
        const known = heads.get(id);
        if (known) heads.set(id, { ...known, dead: places });
      }
      for (const id of removed) {
        heads.delete(id);
        blocks.delete(id);
      }
    },
    clear: async (next) => {
      state = next;
      heads.clear();
      blocks.clear();
    },
    close: () => undefined,
  };
}

const documentAt = (index: number): SearchDocument => {
  const { paper, highlights } = makePaper(index);
  return documentOf({ ...paper, ...indexesOf(paper, highlights.length > 0) }, highlights);
};

/** Reads every paper for every condition, but splits no text and answers no condition twice. */
function patientReading(): Reading {
  const known = new Map<string, string>();
  const texts = new Map<string, readonly string[]>();
  const leaves = new Map<string, readonly SearchDocument[]>();
  const once = <T>(map: Map<string, T>, key: string, find: () => T): T => {
    const before = map.get(key);
    if (before !== undefined) return before;
    const found = find();
    map.set(key, found);
    return found;
  };
  return {
    words: (text) =>
      once(texts, text, () => tokens(text).map((word) => once(known, word, () => word))),
    leaf: (leaf, find) => once(leaves, JSON.stringify(leaf), find),
  };
}

/** Whether the index of 100,000 papers gives the answers that reading all of them gives, on 500 queries. */
export const search: Bench = {
  name: 'search',
  run: async (progress) => {
    const documents = Array.from({ length: PAPERS }, (_, index) => documentAt(index));
    const context: SearchContext = {
      tags: makeTags().map(({ id, name }) => ({ id, names: [name] })),
      topics: [],
      calendar: {
        today: { year: 2026, month: 11, day: 24 },
        startOf: ({ year, month, day }) => Date.UTC(year, month - 1, day),
      },
    };
    const engine = new SearchEngine(
      memoryStore(),
      {
        all: '*',
        after: async (rev, limit) => {
          const batch = documents.slice(rev, rev + limit);
          return { documents: batch, gone: [], rev: rev + batch.length };
        },
        context: async () => context,
      },
      (work) => work(),
      async () => undefined,
    );
    await engine.update();
    progress(`${engine.size} papers are indexed`);
    const reading = patientReading();
    const times = { index: 0, reading: 0 };
    let wrong = 0;
    for (const [number, query] of makeQueries(QUERIES, 11).entries()) {
      const text = printQuery(query);
      const parsed = parseQuery(text);
      if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.fault}`);
      const begun = performance.now();
      const { count, ids } = await engine.search(parsed.query, 'newest');
      const found = ids(0, count).toSorted();
      const between = performance.now();
      const expected = findByReading(parsed.query, documents, context, reading).toSorted();
      times.index += between - begun;
      times.reading += performance.now() - between;
      if (found.length !== expected.length || found.some((id, at) => id !== expected[at])) {
        wrong += 1;
        progress(`${text}: ${found.length} papers by the index, ${expected.length} by reading`);
      }
      if ((number + 1) % 50 === 0) progress(`${number + 1} of ${QUERIES} queries`);
    }
    const each = (ms: number): number => Math.round((10 * ms) / QUERIES) / 10;
    const [ours, reference] = [each(times.index), each(times.reading)];
    return [
      {
        name: 'search: wrong answers',
        about: `of ${QUERIES} queries to ${PAPERS} papers, against reading every paper; none is allowed`,
        unit: '',
        ours: wrong,
        reference: QUERIES,
        ratio: wrong / QUERIES,
        limit: 0,
      },
      {
        name: 'search: a query',
        about:
          'the mean, against reading every paper once for each condition that was not met before',
        unit: 'ms',
        ours,
        reference,
        ratio: Math.round((100 * ours) / reference) / 100,
        limit: Infinity,
      },
    ];
  },
};
