import { expect, test } from 'vitest';
import { makePaper, makeTags } from '@/bench/library/generate';
import { makeQueries } from '@/bench/library/queries';
import type { LibraryPaper } from '@/domain/paper/paper';
import { localCalendar } from '@/domain/query/dates';
import { parseQuery } from '@/domain/query/parse';
import { printQuery } from '@/domain/query/print';
import { leavesOf } from '@/domain/query/query';
import { SearchEngine } from '@/search/engine';
import { searchHere } from '@/search/here';
import { memoryStore } from '@/search/memory-store';
import { indexesOf } from '@/storage/db';
import { rowDocument } from '@/storage/read/documents';
import { libraryPaper } from '../components/app/library-paper';

const SIZE = 120;
const tags = makeTags().map(({ id, name }) => ({ id, names: [name] }));

/** An index of some made-up papers, of which a few were written twice, and the same as a page has it. */
async function both() {
  const made = Array.from({ length: SIZE }, (_, at) => {
    const { paper, highlights } = makePaper(at);
    return rowDocument({ ...paper, ...indexesOf(paper, highlights.length > 0) }, highlights);
  });
  const batches = [made, made.slice(0, 7)];
  const engine = new SearchEngine(
    memoryStore(),
    {
      all: '*',
      after: async (rev) => ({
        documents: batches[rev] ?? [],
        gone: [],
        rev: Math.min(2, rev + 1),
      }),
      context: async () => ({ tags, topics: [], calendar: localCalendar(new Date()) }),
    },
    (work) => work(),
    async () => undefined,
  );
  await engine.update();
  const papers: LibraryPaper[] = made.map(({ id }) => libraryPaper(id));
  const copy = structuredClone({ index: await engine.copy(), papers, tags });
  return { engine, here: await searchHere(copy) };
}

test('a page finds in a small library what the worker finds, in the same order', async () => {
  const { engine, here } = await both();
  let found = 0;
  for (const query of makeQueries(60, 3)) {
    const text = printQuery(query);
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(text);
    const answer = await here.find(text, 'best', SIZE, { withPapers: true });
    if (leavesOf(query).some((leaf) => 'field' in leaf && leaf.field === 'topic')) {
      expect(answer).toBeNull();
      continue;
    }
    const expected = await engine.search(parsed.query, 'best');
    expect(answer?.ids, text).toEqual(expected.ids(0, SIZE - 1));
    expect(answer?.papers.map(({ id }) => id)).toEqual(answer?.ids);
    found += answer?.count ?? 0;
  }
  expect(found).toBeGreaterThan(SIZE);
});

test('more of an answer is given for the last search, of the papers that count', async () => {
  const { here } = await both();
  const all = await here.find('', 'newest', 3);
  expect(all?.count).toBeGreaterThan(10);
  const some = here.rows(all?.search ?? 0, 0, 9)?.ids ?? [];
  expect(some).toHaveLength(10);
  const among = await here.find('', 'newest', 3, { among: some.slice(4, 6) });
  expect(among).toMatchObject({ count: 2, ids: some.slice(4, 6) });
  expect(here.rows(all?.search ?? 0, 0, 9)).toBeNull();
  expect(await here.find('"', 'best', 3)).toBeNull();
});
