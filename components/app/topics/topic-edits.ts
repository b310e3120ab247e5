import type { ReadonlySignal, Signal } from '@preact/signals';
import { i18n } from '#i18n';
import { mergeTopics } from '@/domain/topics/manage';
import { type Theme, type Topic, topicName } from '@/domain/topics/types';
import type { Grouping } from '@/topics/tasks';
import type { Attempt, ChangeTopics, TopicsPorts } from './ports';

interface EditPorts extends Pick<TopicsPorts, 'call' | 'run' | 'tell' | 'refuse'> {
  grouping: ReadonlySignal<Grouping | null>;
  chosen: Signal<string | null>;
  picked: Signal<ReadonlySet<string>>;
  change: ChangeTopics;
  attempt: Attempt;
  undo: (step: string) => Promise<void>;
}

/** A topic or theme with the name that a person gave; an empty name or the label takes the given name away. */
function named<T extends Topic | Theme>(one: T, name: string): T {
  const { name: _old, ...rest } = one;
  const given = name.trim();
  return (given === '' || given === one.label ? rest : { ...rest, name: given }) as T;
}

/** What a person does to single topics and themes. */
export function createTopicEdits(ports: EditPorts) {
  const { call, run, tell, refuse, grouping, chosen, picked, change, attempt, undo } = ports;
  const topicsNow = (): Topic[] => grouping.peek()?.stored.topics ?? [];

  function rename(topic: Topic, name: string): void {
    const next = named(topic, name);
    if (next.name !== topic.name)
      void change(i18n.t('topics.did.renamed', [topicName(next)]), { put: [next], remove: [] });
  }

  function renameTheme(theme: Theme, name: string): void {
    const now = grouping.peek();
    const next = named(theme, name);
    if (!now || next.name === theme.name) return;
    const { topics: _topics, ...head } = now.stored;
    const themes = head.themes.map((one) => (one.id === theme.id ? next : one));
    const text = i18n.t('topics.did.renamed', [topicName(next)]);
    void change(text, { put: [], remove: [], head: { ...head, themes } });
  }

  function pin(topic: Topic): void {
    const { pinned, ...rest } = topic;
    const next: Topic = pinned ? rest : { ...rest, pinned: true };
    const text = pinned ? 'topics.did.unpinned' : 'topics.did.pinned';
    void change(i18n.t(text, [topicName(topic)]), { put: [next], remove: [] });
  }

  async function merge(ids: readonly string[]): Promise<void> {
    const parts = ids.flatMap((id) => topicsNow().find((topic) => topic.id === id) ?? []);
    const whole = mergeTopics(parts.toSorted((a, b) => b.members.length - a.members.length));
    if (!whole || parts.length < 2) return;
    const remove = parts.map(({ id }) => id).filter((id) => id !== whole.id);
    const put = [{ ...whole, pinned: true as const }];
    picked.value = new Set();
    chosen.value = whole.id;
    await change(i18n.t('topics.did.merged', [String(parts.length)]), { put, remove });
  }

  async function split(topic: Topic): Promise<void> {
    const used = topicsNow().map(({ colour }) => colour);
    const parts = await attempt(i18n.t('topics.couldnt.change'), () =>
      run('split', { topic, used }),
    );
    if (parts === undefined) return;
    if (!parts) return tell(i18n.t('topics.cantSplit'));
    const put = parts.map((part) => ({ ...part, pinned: true as const }));
    await change(i18n.t('topics.did.split', [topicName(topic)]), { put, remove: [] });
  }

  async function tag(topic: Topic): Promise<void> {
    const opId = crypto.randomUUID();
    const name = topicName(topic).split(' · ')[0] ?? topic.label;
    const answer = await call('papers.bulk', {
      opId,
      ids: topic.members,
      change: { kind: 'tag', name, on: true },
    });
    if (!answer.ok) return refuse(i18n.t('topics.couldnt.tag'), answer.error);
    const text = i18n.t('topics.did.tagged', [String(topic.members.length), name]);
    tell(text, () => void undo(opId));
  }

  return { rename, renameTheme, pin, merge, split, tag };
}
