import { effect, type Signal, signal } from '@preact/signals';
import type { LibraryPaper } from '@/domain/paper';
import type { Failure } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Route } from './route';

/** Papers that are asked for at once. */
const PAGE = 100;

/** A list as far as it is known. */
export interface Listed {
  papers: LibraryPaper[];
  next: string | null;
  failure: Failure | null;
  isKnown: boolean;
}

const NOTHING: Listed = { papers: [], next: null, failure: null, isKnown: false };

/** The papers that the route's search finds, page by page. */
export function createPapers(call: Call<AppProtocol>, route: Signal<Route>) {
  const listed = signal<Listed>(NOTHING);
  let asked = 0;
  let isGrowing = false;

  const ask = (text: string, after: string | null) =>
    call('library.list', { text, tags: [], status: null, ids: null, after, limit: PAGE });

  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    const answer = await ask(route.peek().query, null);
    if (mine !== asked) return;
    isGrowing = false;
    listed.value = answer.ok
      ? { ...answer.value, failure: null, isKnown: true }
      : { ...listed.peek(), failure: answer.error, isKnown: true };
  }

  /** Rows up to `last` are looked at. */
  async function reach(last: number): Promise<void> {
    const { papers, next } = listed.peek();
    if (next === null || isGrowing || last < papers.length - PAGE / 2) return;
    isGrowing = true;
    const mine = asked;
    const answer = await ask(route.peek().query, next);
    if (mine !== asked) return;
    isGrowing = false;
    if (answer.ok)
      listed.value = {
        ...answer.value,
        papers: [...papers, ...answer.value.papers],
        failure: null,
        isKnown: true,
      };
  }

  return {
    listed,
    load,
    reach,
    start: (changes: Signal<number>): void => {
      let before: string | null = null;
      effect(() => {
        void changes.value;
        const { query } = route.value;
        if (query === before && changes.value === 0) return;
        before = query;
        void load();
      });
    },
  };
}
