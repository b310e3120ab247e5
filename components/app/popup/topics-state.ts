import { signal } from '@preact/signals';
import { currentGrouping } from '@/components/app/topics/grouping';
import type { Failure } from '@/domain/result';
import { levelsOf } from '@/domain/topics/levels';
import { type Topic, topicName, type TopicSet } from '@/domain/topics/types';
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

/** A theme with its topics; one that has a single topic is listed as that. */
export interface ListedTheme extends ListedTopic {
  topics: ListedTopic[];
}

export type TopicsKind =
  | { is: 'asked' }
  | { is: 'ready'; themes: ListedTheme[]; total: number; rest: string[] }
  | { is: 'failed'; failure: Failure };

/** Themes and their topics as they are listed, the largest first. */
export function listThemes(
  set: Pick<TopicSet, 'topics' | 'themes'>,
  papers: readonly ListedPaper[],
): ListedTheme[] {
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  const listed = (one: Named, colour: number, members: string[]): ListedTopic => ({
    id: one.id,
    label: topicName(one),
    colour,
    ids: members,
    titles: members.slice(0, 2).flatMap((member) => titles.get(member) ?? []),
  });
  return levelsOf(set).map(({ theme, topics, members }) => {
    const own = topics.map((topic) => listed(topic, topic.colour, topic.members));
    const [only] = own;
    if (only && own.length === 1) return { ...only, topics: [] };
    // One title of each of its largest topics says more of a theme than two of one.
    const central = topics.flatMap((topic) => topic.members.slice(0, 1));
    const { titles: some } = listed(theme, theme.colour, central);
    return { ...listed(theme, theme.colour, members), titles: some, topics: own };
  });
}

type Named = Pick<Topic, 'id' | 'name' | 'label' | 'keywords'>;

/** The topics of the library, brought up to date when they are looked at. */
export function createTopics({ call, run }: Ports) {
  const kind = signal<TopicsKind>({ is: 'asked' });
  let loading: Promise<void> | null = null;

  async function compute(): Promise<void> {
    const { stored, papers } = await currentGrouping({ call, run });
    kind.value = {
      is: 'ready',
      themes: listThemes(stored, papers),
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
