import { ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** Which papers a person wants in a file. */
export type ScopeChoice =
  | { kind: 'all' }
  /** What the list shows. */
  | { kind: 'search' }
  | { kind: 'paper' }
  | { kind: 'today' }
  | { kind: 'tag'; id: string }
  | { kind: 'topic'; id: string };

const PAGE = 500;

/** The ids of a list, page after page. */
async function listed(
  call: Call<AppProtocol>,
  query: { text: string; tags: string[] },
): Promise<Result<string[]>> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<AppProtocol['library.list']>> = await call('library.list', {
      ...query,
      status: null,
      ids: null,
      after,
      limit: PAGE,
    });
    if (!page.ok) return page;
    ids.push(...page.value.papers.map(({ id }) => id));
    after = page.value.next;
  } while (after !== null);
  return ok(ids);
}

/** Ids of the papers of a scope; `null` for the whole library. */
export async function idsOf(
  call: Call<AppProtocol>,
  scope: ScopeChoice,
  { now, query, paper }: { now: Date; query: string; paper: string | null },
): Promise<Result<string[] | null>> {
  switch (scope.kind) {
    case 'all':
      return ok(null);
    case 'search':
      return listed(call, { text: query, tags: [] });
    case 'tag':
      return listed(call, { text: '', tags: [scope.id] });
    case 'paper':
      return ok(paper === null ? [] : [paper]);
    case 'today': {
      const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
      return call('export.annotated', { since: midnight.getTime() });
    }
    case 'topic': {
      const topics = await call('topics.load', null);
      if (!topics.ok) return topics;
      return ok(topics.value?.topics.find(({ id }) => id === scope.id)?.members ?? []);
    }
  }
}
