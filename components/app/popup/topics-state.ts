import { signal } from '@preact/signals';
import { currentGrouping } from '@/components/app/topics/grouping';
import type { Failure } from '@/domain/result';
import { type Topic, topicName } from '@/domain/topics/types';
import type { ListedPaper } from '@/topics/tasks';
import type { Ports } from './ports';

/** A topic as it is listed. */
export interface ListedTopic {
  id: string;
  label: string;
  colour: number;
  ids: string[];
  /** Titles of its two most central papers. */
  titles: string[];
}

export type TopicsKind =
  | { is: 'asked' }
  | { is: 'ready'; topics: ListedTopic[]; total: number; rest: string[] }
  | { is: 'failed'; failure: Failure };

/** Topics as they are listed, the largest first. */
export function listTopics(
  topics: readonly Topic[],
  papers: readonly ListedPaper[],
): ListedTopic[] {
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  return topics
    .map((topic) => ({
      id: topic.id,
      label: topicName(topic),
      colour: topic.colour,
      ids: topic.members,
      titles: topic.members.slice(0, 2).flatMap((member) => titles.get(member) ?? []),
    }))
    .toSorted((a, b) => b.ids.length - a.ids.length);
}

/** The topics of the library, brought up to date when they are looked at. */
export function createTopics({ call, run }: Ports) {
  const kind = signal<TopicsKind>({ is: 'asked' });
  let loading: Promise<void> | null = null;

  async function compute(): Promise<void> {
    const { stored, papers } = await currentGrouping({ call, run });
    kind.value = {
      is: 'ready',
      topics: listTopics(stored.topics, papers),
      total: papers.length,
      rest: stored.unclustered,
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
