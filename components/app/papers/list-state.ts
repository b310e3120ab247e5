import { computed, effect, type Signal, signal } from '@preact/signals';
import type { LibraryPaper, PaperState } from '@/domain/paper/paper';
import { parseQuery, type QueryFault } from '@/domain/query/parse';
import { EVERYTHING, type Query } from '@/domain/query/query';
import type { Failure } from '@/domain/result';
import type { Facets } from '@/domain/search/facets';
import { type Sort, SORTS } from '@/domain/search/order';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import type { Route } from '@/components/app/library/route';

/** Papers that are asked for at once. */
const PAGE = 60;
/** Papers that are read at once where scrolling goes on. */
const AHEAD = 30;
/** Papers that are kept for scrolling back. */
const KEPT = 3_000;
/** Waits for more changes, milliseconds. */
const SETTLING = 60;

/** What is listed. Rows that were not scrolled to are not known. */
export interface Listed {
  count: number;
  /** Whether an answer was ever there. */
  isKnown: boolean;
  /** Whether the index answered; until then the newest papers show, and no count. */
  isWhole: boolean;
  facets: Facets | null;
  failure: Failure | null;
  /** Rises when rows came or changed. */
  version: number;
}

const NOTHING: Listed = {
  count: 0,
  isKnown: false,
  isWhole: false,
  facets: null,
  failure: null,
  version: 0,
};

const isSort = (sort: string): sort is Sort => (SORTS as readonly string[]).includes(sort);
export const sortOf = (route: Route): Sort => (isSort(route.sort) ? route.sort : 'best');

/** The papers that the route's search finds, in its order; read in pages as they are scrolled to. */
export function createList(call: Call<AppProtocol>, search: Search, route: Signal<Route>) {
  const listed = signal<Listed>(NOTHING);
  const fault = signal<QueryFault | null>(null);
  const query = signal<Query>(EVERYTHING);
  const papers = new Map<string, LibraryPaper>();
  let ids: (string | undefined)[] = [];
  let answered = 0;
  let asked = 0;
  let range = { first: 0, last: PAGE - 1 };
  const loading = new Set<string>();

  const show = (more: Partial<Listed>): void => {
    listed.value = { ...listed.peek(), ...more, version: listed.peek().version + 1 };
  };

  function keep(read: readonly LibraryPaper[]): void {
    for (const paper of read) {
      papers.delete(paper.id);
      papers.set(paper.id, paper);
    }
    for (const id of papers.keys()) {
      if (papers.size <= KEPT) break;
      papers.delete(id);
    }
  }

  /** Reads rows that are looked at and not known. */
  async function readRows(): Promise<void> {
    const wanted = ids
      .slice(range.first, range.last + 1)
      .flatMap((id) => (id !== undefined && !papers.has(id) && !loading.has(id) ? id : []));
    if (wanted.length === 0) return;
    for (const id of wanted) loading.add(id);
    const answer = await call('library.papers', { ids: wanted });
    for (const id of wanted) loading.delete(id);
    if (answer.ok) {
      keep(answer.value);
      show({ failure: null });
    } else show({ failure: answer.error });
  }

  /** Rows from `first` to `last` are looked at. */
  async function reach(first: number, last: number): Promise<void> {
    range = { first, last };
    const { count, isWhole } = listed.peek();
    const end = Math.min(last, count - 1);
    let from = first;
    while (from <= end && ids[from] !== undefined) from += 1;
    if (isWhole && from <= end) {
      const mine = answered;
      // Who goes on scrolling gets some more; who jumped elsewhere wants what shows, at once.
      const to = from > first ? Math.max(end, from + AHEAD) : end;
      // The search worker reads the papers along: one way there and back.
      const found = await search.rows(answered, from, to);
      if (mine !== answered) return;
      found.ids.forEach((id, index) => {
        ids[from + index] = id;
      });
      keep(found.papers);
      show({});
    }
    await readRows();
  }

  /** The newest papers, which need no index: what shows until the index has answered. */
  async function loadNewest(mine: number): Promise<void> {
    const answer = await call('library.list', {
      text: '',
      tags: [],
      status: null,
      ids: null,
      after: null,
      limit: PAGE,
    });
    if (mine !== asked || listed.peek().isWhole) return;
    if (!answer.ok) return show({ failure: answer.error, isKnown: true });
    keep(answer.value.papers);
    ids = answer.value.papers.map(({ id }) => id);
    show({ count: ids.length, isKnown: true, failure: null });
  }

  async function load(): Promise<void> {
    const { query: text } = route.peek();
    const sort = sortOf(route.peek());
    const parsed = parseQuery(text);
    fault.value = parsed.ok ? null : parsed.fault;
    if (!parsed.ok) return;
    query.value = parsed.query;
    asked += 1;
    const mine = asked;
    if (!listed.peek().isKnown && text === '' && (sort === 'best' || sort === 'newest'))
      void loadNewest(mine);
    try {
      const limit = Math.max(PAGE, range.last + 1);
      const answer = await search.find(text, sort, limit);
      if (mine !== asked) return;
      // The newest papers are better than those that were indexed first.
      if (!answer.isCurrent && text === '' && !listed.peek().isWhole) return;
      answered = answer.search;
      ids = answer.ids;
      const { count } = answer;
      show({ count, isKnown: true, isWhole: true, failure: null });
      await reach(Math.min(range.first, Math.max(0, count - 1)), range.last);
      // Counting takes longer than finding in a large library: the rows don't wait for it.
      const facets = await search.facets(answer.search);
      if (mine === asked && facets) show({ facets });
    } catch (error) {
      if (mine === asked)
        show({ failure: { reason: 'storage', message: String(error) }, isKnown: true });
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Papers were changed: those that show are shown as they are now, and the search is made again. */
  function changed(states: readonly PaperState[]): void {
    for (const state of states) {
      const paper = papers.get(state.id);
      if (paper) papers.set(state.id, { ...paper, ...state });
    }
    if (states.length > 0) show({});
    else papers.clear();
    clearTimeout(timer);
    timer = setTimeout(() => void search.refresh().then(load), SETTLING);
  }

  return {
    listed,
    fault,
    query,
    reach,
    load,
    changed,
    /** Makes a row be read anew. */
    forget: (id: string): void => {
      papers.delete(id);
    },
    idAt: (index: number): string | undefined => ids[index],
    indexOf: (id: string | null): number => (id === null ? -1 : ids.indexOf(id)),
    paperAt: (index: number): LibraryPaper | undefined => papers.get(ids[index] ?? ''),
    paper: (id: string): LibraryPaper | undefined => papers.get(id),
    /** Ids by their places, all of them where none are given: for selecting. */
    idsBetween: async (first = 0, last = listed.peek().count - 1): Promise<string[]> =>
      listed.peek().isWhole
        ? search.ids(answered, first, last)
        : ids.slice(first, last + 1).flatMap((id) => id ?? []),
    start: (): void => {
      const sought = computed(() => `${route.value.query}\n${route.value.sort}`);
      effect(() => {
        void sought.value;
        range = { first: 0, last: PAGE - 1 };
        void load();
      });
    },
  };
}
