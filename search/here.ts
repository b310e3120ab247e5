import type { LibraryPaper } from '@/domain/paper/paper';
import { localCalendar } from '@/domain/query/dates';
import { parseQuery } from '@/domain/query/parse';
import { leavesOf } from '@/domain/query/query';
import type { Sort } from '@/domain/search/order';
import { type SearchFound, SearchEngine, within } from './engine';
import { memoryStore, type SmallLibrary } from './memory-store';
import type { SearchAnswer, SearchOptions } from './messages';

/** Searches a small library where it is asked for. Its searches have numbers below 0: the worker's are above. */
export async function searchHere({ index, papers, tags }: SmallLibrary) {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const engine = new SearchEngine(
    memoryStore(index),
    {
      all: '',
      after: async (rev) => ({ documents: [], gone: [], rev }),
      context: async () => ({ tags, topics: [], calendar: localCalendar(new Date()) }),
    },
    (work) => work(),
    async () => undefined,
  );
  await engine.load();
  let last: { search: number; found: SearchFound } | null = null;
  let searches = 0;
  const papersOf = (ids: string[]): LibraryPaper[] => ids.flatMap((id) => byId.get(id) ?? []);

  return {
    /** The answer; `null` where the worker must give it: for what is wrong, and for topics. */
    async find(
      text: string,
      sort: Sort,
      limit: number,
      { among, withPapers = false }: SearchOptions = {},
    ): Promise<SearchAnswer | null> {
      const parsed = parseQuery(text);
      if (!parsed.ok) return null;
      if (leavesOf(parsed.query).some((leaf) => 'field' in leaf && leaf.field === 'topic'))
        return null;
      const search = (searches -= 1);
      const found = within(await engine.search(parsed.query, sort), among);
      last = { search, found };
      const ids = found.ids(0, limit - 1);
      const own = withPapers ? papersOf(ids) : [];
      return { search, count: found.count, ids, papers: own, isCurrent: true };
    },
    /** More of an answer; `null` where it is none of these, or not the last. */
    rows(search: number, first: number, end: number) {
      if (last?.search !== search) return null;
      const ids = last.found.ids(first, end);
      return { ids, papers: papersOf(ids) };
    },
  };
}
