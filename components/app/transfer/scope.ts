import type { Tag } from '@/domain/paper/paper';
import { queryFor } from '@/domain/query/edit';
import { fail, ok, type Result } from '@/domain/result';
import { levelsOf } from '@/domain/topics/levels';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** Which papers a person wants in a file. */
export type ScopeChoice =
  | { kind: 'all' }
  /** What the list shows. */
  | { kind: 'search' }
  /** Papers chosen in the list. */
  | { kind: 'selection' }
  | { kind: 'paper' }
  | { kind: 'today' }
  | { kind: 'tag'; id: string }
  | { kind: 'topic' | 'theme'; id: string };

/** What a person has before them, and the search that finds more. */
export interface Shown {
  query: string;
  paper: string | null;
  chosen: readonly string[];
  tags: readonly Tag[];
  /** Ids of all papers that a query finds. Rejects when the search can't be read. */
  findAll: (query: string) => Promise<string[]>;
}

async function found({ findAll }: Shown, query: string): Promise<Result<string[]>> {
  try {
    return ok(await findAll(query));
  } catch (error) {
    return fail('storage', String(error));
  }
}

/** Ids of the papers of a scope; `null` for the whole library. */
export async function idsInScope(
  call: Call<AppProtocol>,
  scope: ScopeChoice,
  now: Date,
  shown: Shown,
): Promise<Result<string[] | null>> {
  switch (scope.kind) {
    case 'all':
      return ok(null);
    case 'search':
      return found(shown, shown.query);
    case 'selection':
      return ok([...shown.chosen]);
    case 'tag': {
      const name = shown.tags.find(({ id }) => id === scope.id)?.name;
      return name === undefined ? ok([]) : found(shown, queryFor('tag', name));
    }
    case 'paper':
      return ok(shown.paper === null ? [] : [shown.paper]);
    case 'today': {
      const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
      return call('export.annotated', { since: midnight.getTime() });
    }
    case 'topic': {
      const topics = await call('topics.load', null);
      if (!topics.ok) return topics;
      return ok(topics.value?.topics.find(({ id }) => id === scope.id)?.members ?? []);
    }
    case 'theme': {
      const topics = await call('topics.load', null);
      if (!topics.ok) return topics;
      const levels = topics.value ? levelsOf(topics.value) : [];
      return ok(levels.find(({ theme }) => theme.id === scope.id)?.members ?? []);
    }
  }
}
