import { type Signal, signal } from '@preact/signals';
import { papersById } from '@/components/app/papers-by-id';
import type { LibraryPaper, Tag } from '@/domain/paper/paper';
import { FIRST } from '@/components/app/first-page';
import { createFaults } from '@/components/app/notices/query-patience';
import { parseQuery } from '@/domain/query/parse';
import { printLeaf } from '@/domain/query/print';
import { EVERYTHING, type Query } from '@/domain/query/query';
import { readTyped } from '@/domain/query/typed';
import { type Failure, ok, type Result } from '@/domain/result';
import type { LibraryPage } from '@/domain/library';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import type { Filters } from './ports';

/** Papers that are asked for when the end of the list comes near. */
const MORE = 30;
/** Most papers that one call reads. */
const MOST_READ = 500;

/** A list as far as it is known. */
export interface Listed {
  papers: LibraryPaper[];
  next: string | null;
  failure: Failure | null;
  /** What the papers were found by, for marking it. */
  query: Query;
  /** Whether an answer was ever there. */
  isKnown: boolean;
}

/** The search that the filters ask for, the topic excepted; empty where they ask for everything. */
export function searchOf({ text, status, tag }: Filters, tags: readonly Tag[]): string {
  const name = tags.find(({ id }) => id === tag.value)?.name ?? tag.value;
  const conditions = [
    ...(status.value === null ? [] : [printLeaf({ is: 'status', status: status.value })]),
    ...(name === null
      ? []
      : [printLeaf({ is: 'named', field: 'tag', text: name, isQuoted: true })]),
  ];
  const words = (readTyped(text.value).query ?? '').trim();
  const own = conditions.length > 0 && words !== '' ? `(${words})` : words;
  return [own, ...conditions].filter(Boolean).join(' ');
}

interface Found {
  ids: string[];
  papers: LibraryPaper[];
}

interface Page {
  papers: LibraryPaper[];
  next: string | null;
}

/** Names a list by what it was asked for, so that one that is asked for again is known. */
const nameOf = (text: string, topic: string | null): string => JSON.stringify([text, topic]);

/** Gives pages of papers: the newest ones, or those that the index found. */
function createPages(call: Call<AppProtocol>, search: () => Search, filters: Filters) {
  /** The search that the list shows, and how many it found. */
  let answered = { search: 0, count: 0 };
  let asked = 0;

  const newest = (after: string | null, limit: number): Promise<Result<Page>> =>
    call('library.newest', { after, limit });

  /** Papers of the answer from a place on; `ids` are all that should be there. */
  async function pageOf(first: number, found: Found): Promise<Result<Page>> {
    const { ids, papers } = found;
    const end = first + ids.length;
    const next = ids.length > 0 && end < answered.count ? String(end) : null;
    // Where papers are missing, or none were found, the library may be gone: the background knows.
    const isWhole = papers.length > 0 && papers.length === ids.length;
    const answer = isWhole ? ok(papers) : await papersById(call, ids);
    return answer.ok ? ok({ papers: answer.value, next }) : answer;
  }

  async function someFound(first: number, limit: number): Promise<Result<Page>> {
    return pageOf(first, await search().rows(answered.search, first, first + limit - 1));
  }

  async function find(text: string, limit: number): Promise<Result<Page>> {
    asked += 1;
    const mine = asked;
    const among = filters.topic.peek()?.ids;
    const answer = await search().find(text, 'best', limit, { among, withPapers: true });
    if (mine === asked) answered = answer;
    return pageOf(0, answer);
  }

  return { newest, someFound, find };
}

/**
 * The papers that pass the filters, page by page: the newest, which the library gives without the index, or
 * what the index finds. Only the answer to the newest question counts: those that come late are dropped.
 */
export function createRecent(
  call: Call<AppProtocol>,
  search: () => Search,
  filters: Filters,
  tags: Signal<Tag[]>,
) {
  const { newest, someFound, find } = createPages(call, search, filters);
  const { fault, take } = createFaults();
  const listed = signal<Listed>({
    papers: [],
    next: null,
    failure: null,
    query: EVERYTHING,
    isKnown: false,
  });
  let asked = 0;
  let isGrowing = false;
  let shown = '';

  /** Shows the newest papers, which were read before anything was asked for. */
  function begin(page: LibraryPage): void {
    shown = nameOf('', null);
    listed.value = { ...page, failure: null, query: EVERYTHING, isKnown: true };
  }

  /** Asks anew; a list that is asked for again keeps its length, and so its place. */
  async function load(): Promise<void> {
    const typed = readTyped(filters.text.peek());
    take(typed);
    const parsed = typed.query === null ? null : parseQuery(typed.query);
    // Of a search that is wrong nothing is found; the list is that of the one before.
    if (!parsed?.ok) return;
    const text = searchOf(filters, tags.peek());
    asked += 1;
    const mine = asked;
    const topic = filters.topic.peek();
    const name = nameOf(text, topic?.label ?? null);
    const known = name === shown ? listed.peek().papers.length : 0;
    const limit = Math.max(FIRST, Math.min(MOST_READ, known));
    const isEverything = text === '' && topic === null;
    const answer = await (isEverything ? newest(null, limit) : find(text, limit)).catch(
      (error: unknown): Result<Page> => ({
        ok: false,
        error: { reason: 'storage', message: String(error) },
      }),
    );
    if (mine !== asked) return;
    isGrowing = false;
    if (answer.ok) {
      shown = name;
      const { query } = parsed;
      listed.value = { ...answer.value, failure: null, query, isKnown: true };
    } else listed.value = { ...listed.peek(), failure: answer.error, isKnown: true };
  }

  async function more(): Promise<void> {
    const { papers, next } = listed.peek();
    if (next === null || isGrowing) return;
    isGrowing = true;
    const mine = asked;
    const isEverything = searchOf(filters, tags.peek()) === '' && filters.topic.peek() === null;
    const answer = await (isEverything ? newest(next, MORE) : someFound(Number(next), MORE));
    if (mine !== asked) return;
    isGrowing = false;
    if (!answer.ok) {
      listed.value = { ...listed.peek(), failure: answer.error };
      return;
    }
    const known = new Set(papers.map(({ id }) => id));
    const news = answer.value.papers.filter(({ id }) => !known.has(id));
    listed.value = { ...listed.peek(), papers: [...papers, ...news], next: answer.value.next };
  }

  return { listed, fault, begin, load, more };
}
