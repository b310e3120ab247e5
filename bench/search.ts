import type { SearchContext, SearchDocument } from '@/domain/query/document';
import { parseQuery } from '@/domain/query/parse';
import { printQuery } from '@/domain/query/print';
import { SearchEngine } from '@/search/engine';
import { memoryStore } from '@/search/memory-store';
import { indexesOf } from '@/storage/db';
import { rowDocument } from '@/storage/read/documents';
import type { Bench, Line } from './bench';
import { makePaper, makeTags } from './library/generate';
import { makeQueries } from './library/queries';
import { Scan } from './library/scan';

const LARGE = { papers: 100_000, queries: 500 };
/** For a quick look. */
const SMALL = { papers: 5_000, queries: 100 };

const documentAt = (index: number): SearchDocument => {
  const { paper, highlights } = makePaper(index);
  return rowDocument({ ...paper, ...indexesOf(paper, highlights.length > 0) }, highlights);
};

const CONTEXT: SearchContext = {
  tags: makeTags().map(({ id, name }) => ({ id, names: [name] })),
  topics: [],
  calendar: {
    today: { year: 2026, month: 11, day: 24 },
    startOf: ({ year, month, day }) => Date.UTC(year, month - 1, day),
  },
};

/** An index of the made-up papers, and what reads them all; `tell` is told how many are in. */
async function readAndIndexed(all: number, tell: (text: string) => void) {
  const scan = new Scan();
  const engine = new SearchEngine(
    memoryStore(),
    {
      all: '*',
      // The papers are made as they are taken in: no more of them are in memory than one batch.
      after: async (rev, limit) => {
        const size = Math.min(limit, all - rev);
        const documents = Array.from({ length: size }, (_, at) => documentAt(rev + at));
        for (const document of documents) scan.add(document);
        return { documents, gone: [], rev: rev + size };
      },
      context: async () => CONTEXT,
    },
    (work) => work(),
    async () => undefined,
  );
  await engine.update((papers) => {
    if (papers % 10_000 === 0) tell(`${papers} of ${all} papers are indexed`);
  });
  return { scan, engine };
}

/** Asks an index queries, and reads every paper for each. */
async function compare(
  { papers, queries }: typeof LARGE,
  progress: (text: string) => void,
): Promise<Line[]> {
  const { scan, engine } = await readAndIndexed(papers, progress);
  const placeOf = new Map(scan.ids().map((id, place) => [id, place]));
  const times = { index: 0, reading: 0 };
  let wrong = 0;
  for (const [number, query] of makeQueries(queries, 11).entries()) {
    const text = printQuery(query);
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.fault}`);
    const begun = performance.now();
    const { count, ids } = await engine.search(parsed.query, 'newest');
    const found = ids(0, count);
    const between = performance.now();
    const expected = scan.find(parsed.query, CONTEXT);
    times.index += between - begun;
    times.reading += performance.now() - between;
    const missing = expected.slice();
    for (const id of found) missing[placeOf.get(id) ?? -1] = 0;
    const size = expected.reduce((sum, is) => sum + is, 0);
    if (found.length !== size || missing.includes(1)) {
      wrong += 1;
      progress(`${text}: ${found.length} papers by the index, ${size} by reading`);
    }
    if ((number + 1) % 25 === 0)
      progress(`${number + 1} of ${queries} queries, ${wrong} answers wrong`);
  }
  const each = (ms: number): number => Math.round((10 * ms) / queries) / 10;
  const [ours, reference] = [each(times.index), each(times.reading)];
  return [
    {
      name: 'search: wrong answers',
      about: `of ${queries} queries to ${scan.size} papers, against reading every paper; none is allowed`,
      unit: '',
      ours: wrong,
      reference: queries,
      ratio: wrong / queries,
      limit: 0,
    },
    {
      name: 'search: a query',
      about: 'the mean, all ids included, against reading every word of every paper, as numbers',
      unit: 'ms',
      ours,
      reference,
      ratio: Math.round((100 * ours) / reference) / 100,
      limit: Infinity,
    },
  ];
}

/** Whether the index gives the answers that reading all papers gives. */
export const search: Bench = {
  name: 'search',
  run: (progress) => compare(LARGE, progress),
  quick: (progress) => compare(SMALL, progress),
};
