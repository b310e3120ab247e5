import type { LibraryPaper } from '@/domain/paper/paper';
import type { Facets } from '@/domain/search/facets';
import type { Sort } from '@/domain/search/order';
import type { searchHere } from './here';
import type { SearchAsk, Reply, SearchAnswer, SearchOptions } from './messages';

/** A page's way to its search worker. */
export interface Search {
  /** Rejects when the index can't be read. */
  find: (text: string, sort: Sort, limit: number, wanted?: SearchOptions) => Promise<SearchAnswer>;
  /** Ids by their places in an earlier answer's order, both ends included. */
  ids: (search: number, first: number, last: number) => Promise<string[]>;
  /** The same with the papers: those that are there, each with its own id. */
  rows: (
    search: number,
    first: number,
    last: number,
  ) => Promise<{ ids: string[]; papers: LibraryPaper[] }>;
  /** How many papers of an earlier answer have what can be narrowed to; `null` when it is too old. */
  facets: (search: number) => Promise<Facets | null>;
  /** Takes in what was changed; resolves when it is in the index. */
  refresh: () => Promise<void>;
  /** Gets ready for a search that a person is about to type: a small library is searched here from then on. */
  warm: () => Promise<void>;
  /** Groups of papers that look like one, by their ids. */
  duplicates: () => Promise<string[][]>;
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Starts the worker. `progress` is told how many papers are indexed while more are read. */
export function startSearch(progress: (papers: number) => void): Search {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.is === 'progress') return progress(data.papers);
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  const ask = async (message: Unnumbered<SearchAsk>): Promise<Reply> => {
    const id = (last += 1);
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ ...message, id });
    });
    if (reply.is === 'failed') throw new Error(reply.message);
    return reply;
  };
  /** Searches a small library without the worker, from the warming until something was written. */
  let here: Awaited<ReturnType<typeof searchHere>> | null = null;
  let isWarm = false;
  let written = 0;
  async function warm(): Promise<void> {
    isWarm = true;
    const mine = written;
    const reply = await ask({ is: 'whole' });
    if (reply.is !== 'whole' || !reply.library) return;
    const { searchHere: begin } = await import('./here');
    const begun = await begin(reply.library);
    if (mine === written) here = begun;
  }
  return {
    find: async (text, sort, limit, wanted) => {
      const own = await here?.find(text, sort, limit, wanted);
      if (own) return own;
      const reply = await ask({ is: 'search', text, sort, limit, ...wanted });
      if (reply.is !== 'found') throw new Error('The search gave no answer.');
      return reply.answer;
    },
    ids: async (search, first, end) => {
      const reply = await ask({ is: 'ids', search, first, last: end });
      return reply.is === 'ids' ? reply.ids : [];
    },
    rows: async (search, first, end) => {
      const own = here?.rows(search, first, end);
      if (own) return own;
      const reply = await ask({ is: 'rows', search, first, last: end });
      return reply.is === 'rows' ? reply : { ids: [], papers: [] };
    },
    facets: async (search) => {
      const reply = await ask({ is: 'facets', search });
      return reply.is === 'facets' ? reply.facets : null;
    },
    refresh: async () => {
      written += 1;
      here = null;
      await ask({ is: 'refresh' });
      if (isWarm) void warm();
    },
    warm,
    duplicates: async () => {
      const reply = await ask({ is: 'duplicates' });
      return reply.is === 'duplicates' ? reply.groups : [];
    },
  };
}
