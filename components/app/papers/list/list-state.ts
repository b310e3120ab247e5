import { computed, effect, type Signal, signal } from '@preact/signals';
import type { LibraryPaper, PaperState } from '@/domain/paper/paper';
import { parseQuery } from '@/domain/query/parse';
import { EVERYTHING, type Query } from '@/domain/query/query';
import { readTyped } from '@/domain/query/typed';
import { createFaults } from '@/components/app/notices/query-patience';
import { inTime } from '@/components/app/first-page';
import type { LibraryPorts } from '@/components/app/library/ports';
import { type Failure, ok } from '@/domain/result';
import type { Facets } from '@/domain/search/facets';
import { type Sort, SORTS } from '@/domain/search/order';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import { INBOX } from '@/components/app/library/inbox';
import type { Route } from '@/components/app/library/route';
import { createAnswer, type Range } from './answer';
import { createRows } from './rows';

/** What the list needs of the browser. */
type ListPorts = Pick<LibraryPorts, 'call' | 'firstPage'>;

/** Papers that are asked for at once. */
export const PAGE = 60;
/** Waits for more changes, milliseconds. */
const SETTLING = 60;

/** What is listed. Rows that were not scrolled to are not known. */
export interface Listed {
  /** The search that the rows answer, with its order: a list with another one starts at its top. */
  of: string;
  count: number;
  /** Whether an answer was ever there. */
  isKnown: boolean;
  /** Whether the index answered; until then the newest papers show, and no count. */
  isWhole: boolean;
  facets: Facets | null;
  /** How many papers wait in the inbox; `null` while the search asks for others. */
  undecided: number | null;
  failure: Failure | null;
  /** Rises with each answer of the index. */
  answers: number;
  /** Rises when rows came or changed. */
  version: number;
}

const NOTHING: Listed = {
  of: '',
  count: 0,
  isKnown: false,
  isWhole: false,
  facets: null,
  undecided: null,
  failure: null,
  answers: 0,
  version: 0,
};

const isSort = (sort: string): sort is Sort => (SORTS as readonly string[]).includes(sort);
export const sortOf = (route: Route): Sort => (isSort(route.sort) ? route.sort : 'best');

/** A search and its order as one text. */
const soughtBy = (route: Route): string => `${route.query}\n${sortOf(route)}`;

/** Keeps what is listed, and reads the rows that are looked at. */
function createShown(call: Call<AppProtocol>, search: Search) {
  const listed = signal<Listed>(NOTHING);
  const rows = createRows(call);
  const places = createAnswer(search);
  let range: Range = { first: 0, last: PAGE - 1 };

  const show = (more: Partial<Listed>): void => {
    listed.value = { ...listed.peek(), ...more, version: listed.peek().version + 1 };
  };

  /** Rows from `first` to `last` are looked at. */
  async function reach(first: number, last: number): Promise<void> {
    range = { first, last };
    const { count, isWhole } = listed.peek();
    if (isWhole) {
      const papers = await places.learn({ first, last: Math.min(last, count - 1) });
      if (papers) {
        rows.keep(papers);
        show({});
      }
    }
    const read = await rows.read(places.known(range.first, range.last));
    if (read) show(read);
  }

  return {
    listed,
    rows,
    places,
    show,
    reach,
    range: (): Range => range,
    toTop: (): void => {
      range = { first: 0, last: PAGE - 1 };
    },
  };
}

/** Asks for the papers that the route's search finds, and shows them in the list. */
function createLoader(
  { call, firstPage }: ListPorts,
  search: Search,
  route: Signal<Route>,
  { listed, rows, places, show, reach, range }: ReturnType<typeof createShown>,
) {
  const { fault, take } = createFaults();
  const query = signal<Query>(EVERYTHING);
  let asked = 0;

  /** The newest papers, which need no index: what shows until the index has answered. */
  async function loadNewest(mine: number): Promise<void> {
    const page = await inTime(firstPage);
    const answer = page ? ok(page) : await call('library.newest', { after: null, limit: PAGE });
    if (mine !== asked || listed.peek().isWhole) return;
    if (!answer.ok) return show({ failure: answer.error, isKnown: true });
    rows.keep(answer.value.papers);
    places.set(answer.value.papers.map(({ id }) => id));
    show({
      of: soughtBy(route.peek()),
      count: answer.value.papers.length,
      isKnown: true,
      failure: null,
    });
  }

  async function seek(mine: number, text: string, sort: Sort): Promise<void> {
    const limit = Math.max(PAGE, range().last + 1);
    const answer = await search.find(text, sort, limit);
    if (mine !== asked) return;
    // The newest papers are better than those that were indexed first.
    if (!answer.isCurrent && text === '' && !listed.peek().isWhole) return;
    const { count } = answer;
    places.set(answer.ids, answer.search);
    const before = text === '' ? listed.peek().undecided : null;
    const undecided = text.trim() === INBOX ? count : before;
    const of = soughtBy(route.peek());
    const answers = listed.peek().answers + 1;
    show({ of, count, undecided, isKnown: true, isWhole: true, failure: null, answers });
    await reach(Math.min(range().first, Math.max(0, count - 1)), range().last);
    // Counting takes longer than finding in a large library: the rows don't wait for it.
    const facets = await search.facets(answer.search);
    if (mine !== asked || !facets) return;
    show({ facets, ...(text === '' ? { undecided: facets.status['none'] ?? 0 } : {}) });
  }

  async function load(): Promise<void> {
    const typed = readTyped(route.peek().query);
    const sort = sortOf(route.peek());
    take(typed);
    const parsed = typed.query === null ? null : parseQuery(typed.query);
    if (!parsed?.ok || typed.query === null) return;
    const text = typed.query;
    query.value = parsed.query;
    asked += 1;
    const mine = asked;
    if (!listed.peek().isKnown && text === '' && (sort === 'best' || sort === 'newest'))
      void loadNewest(mine);
    try {
      await seek(mine, text, sort);
    } catch (error) {
      if (mine === asked)
        show({ failure: { reason: 'storage', message: String(error) }, isKnown: true });
    }
  }

  return { fault, query, load };
}

/** The papers that the route's search finds, in its order; read in pages as they are scrolled to. */
export function createList(ports: ListPorts, search: Search, route: Signal<Route>) {
  const shown = createShown(ports.call, search);
  const { listed, rows, places, show, reach } = shown;
  const { fault, query, load } = createLoader(ports, search, route, shown);

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Papers were changed: those that show are shown as they are now, and the search is made again. */
  function changed(states: readonly PaperState[]): void {
    rows.apply(states);
    if (states.length > 0) show({});
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
    forget: rows.forget,
    idAt: places.idAt,
    indexOf: places.indexOf,
    paperAt: (index: number): LibraryPaper | undefined => rows.get(places.idAt(index) ?? ''),
    paper: rows.get,
    /** Ids by their places, all of them where none are given: for selecting. */
    idsBetween: async (first = 0, last = listed.peek().count - 1): Promise<string[]> =>
      listed.peek().isWhole ? places.between(first, last) : places.known(first, last),
    start: (): void => {
      const sought = computed(() => soughtBy(route.value));
      effect(() => {
        void sought.value;
        shown.toTop();
        void load();
      });
    },
  };
}
