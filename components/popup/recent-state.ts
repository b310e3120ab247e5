import { signal } from '@preact/signals';
import type { LibraryPaper } from '@/domain/paper';
import type { Failure } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol, LibraryQuery } from '@/rpc/protocol';
import type { Filters } from './state';

/** Papers of a first page: some four windows full. */
const FIRST = 30;
/** Papers that are asked for when the end of the list comes near. */
const MORE = 60;

/** A list as far as it is known. */
export interface Listed {
  papers: LibraryPaper[];
  next: string | null;
  failure: Failure | null;
  /** Whether an answer was ever there. */
  isKnown: boolean;
}

/** What the filters ask the library for. */
export const queryOf = (
  { text, status, tag, topic }: Filters,
  page: Pick<LibraryQuery, 'after' | 'limit'>,
): LibraryQuery => ({
  text: text.value.trim(),
  tags: tag.value === null ? [] : [tag.value],
  status: status.value,
  ids: topic.value?.ids ?? null,
  ...page,
});

/**
 * The papers that pass the filters, newest first, page by page. Only the answer to the newest question
 * counts: those that come late are dropped.
 */
export function createRecent(call: Call<AppProtocol>, filters: Filters) {
  const listed = signal<Listed>({ papers: [], next: null, failure: null, isKnown: false });
  let asked = 0;
  let isGrowing = false;
  let shown = '';

  /** Asks anew; a list that is asked for again keeps its length, and so its place. */
  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    const query = queryOf(filters, { after: null, limit: FIRST });
    const name = JSON.stringify(query);
    if (name === shown) query.limit = Math.max(FIRST, Math.min(500, listed.peek().papers.length));
    const answer = await call('library.list', query);
    if (mine !== asked) return;
    isGrowing = false;
    if (answer.ok) {
      shown = name;
      listed.value = { ...answer.value, failure: null, isKnown: true };
    } else listed.value = { ...listed.peek(), failure: answer.error, isKnown: true };
  }

  async function more(): Promise<void> {
    const { papers, next } = listed.peek();
    if (next === null || isGrowing) return;
    isGrowing = true;
    const mine = asked;
    const answer = await call('library.list', queryOf(filters, { after: next, limit: MORE }));
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

  return { listed, load, more };
}
