import { signal } from '@preact/signals';
import type { Failure } from '@/domain/result';
import type { Topic, TopicInput } from '@/domain/topics/types';
import { allPages } from './all-pages';
import type { Ports } from './state';

/** A topic as it is listed. */
export interface ListedTopic {
  id: string;
  label: string;
  ids: string[];
  /** Titles of its two most central papers. */
  titles: string[];
}

export type TopicsKind =
  | { is: 'asked' }
  | { is: 'ready'; topics: ListedTopic[]; total: number; rest: string[] }
  | { is: 'failed'; failure: Failure };

/** Names a set of papers by their ids, in any order: 64 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function fingerprint(ids: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of ids.toSorted().join('\n'))
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return `${ids.length}:${hash.toString(16)}`;
}

/** Topics as they are listed, the largest first. */
export function listTopics(topics: readonly Topic[], papers: readonly TopicInput[]): ListedTopic[] {
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  return topics
    .map(({ id, name, label, members }) => ({
      id,
      label: name ?? label,
      ids: members,
      titles: members.slice(0, 2).flatMap((member) => titles.get(member) ?? []),
    }))
    .toSorted((a, b) => b.ids.length - a.ids.length);
}

/**
 * The topics of the library. They are computed when they are looked at and the papers are others than
 * those they were computed for.
 */
export function createTopics({ call, group }: Ports) {
  const kind = signal<TopicsKind>({ is: 'asked' });
  let loading: Promise<void> | null = null;

  async function compute(): Promise<void> {
    const texts = await allPages((after) => call('library.texts', { after }));
    if (!texts.ok) {
      kind.value = { is: 'failed', failure: texts.error };
      return;
    }
    const papers = texts.value;
    const library = fingerprint(papers.map(({ id }) => id));
    const stored = await call('topics.load', null);
    const isCurrent = stored.ok && stored.value?.library === library;
    const set = isCurrent && stored.value ? stored.value : await group(papers);
    // What is not kept is computed again next time.
    if (!isCurrent) void call('topics.save', { ...set, library });
    kind.value = {
      is: 'ready',
      topics: listTopics(set.topics, papers),
      total: papers.length,
      rest: set.unclustered,
    };
  }

  /** Does nothing while the topics are being computed or are known. */
  function load(): Promise<void> {
    loading ??= compute().catch((error: unknown) => {
      kind.value = { is: 'failed', failure: { reason: 'storage', message: String(error) } };
    });
    return loading;
  }

  /** Lets `load` ask again; what is shown stays until then. */
  function forget(): void {
    loading = null;
  }

  return { kind, load, forget };
}
