import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Failure, Result } from '@/domain/result';
import { difference, type TopicChange } from '@/domain/topics/carry-over';
import { mergeTopics } from '@/domain/topics/manage';
import type { PaperMap } from '@/domain/topics/map';
import { type Topic, topicName, type TopicSet } from '@/domain/topics/types';
import {
  currentGrouping,
  fingerprint,
  type Grouping,
  type GroupingPorts,
  hasOutgrown,
} from './grouping';

export type TopicsStatus =
  | { is: 'asked' }
  | { is: 'failed'; failure: Failure }
  | ({ is: 'ready' } & Grouping);

/** A regrouping that a person is asked about. */
export type Preview =
  | { is: 'none' }
  | { is: 'computing' }
  | { is: 'ready'; after: TopicSet; change: TopicChange };

/** What the views of topics need beside the calls. */
export interface TopicsPorts extends GroupingPorts {
  /** Says what was done; `undo` takes it back. */
  tell: (text: string, undo?: () => void) => void;
  refuse: (what: string, failure: Failure) => void;
}

export type TopicsState = ReturnType<typeof createTopicsState>;

/** Topics for the library page: loaded when a view first shows them, shared by all that do. */
export function createTopicsState(ports: TopicsPorts) {
  const { call, run, tell, refuse } = ports;
  const status = signal<TopicsStatus>({ is: 'asked' });
  const chosen = signal<string | null>(null);
  const picked = signal<ReadonlySet<string>>(new Set());
  const preview = signal<Preview>({ is: 'none' });
  const map = signal<PaperMap | null>(null);
  /** Whether the map is still being drawn. */
  const isMapping = signal(false);
  let loading: Promise<void> | null = null;
  let isStale = false;

  const grouping = computed(() => (status.value.is === 'ready' ? status.value : null));
  const topics = computed(() => grouping.value?.stored.topics ?? []);
  const isOutgrown = computed(() => (grouping.value ? hasOutgrown(grouping.value) : false));

  async function read(): Promise<void> {
    const answer = await currentGrouping({ call, run });
    status.value = answer.ok
      ? { is: 'ready', ...answer.value }
      : { is: 'failed', failure: answer.error };
  }

  /** Loads what is not loaded; a view calls it whenever it shows. */
  function load(): void {
    loading ??= read()
      .catch((error: unknown) => {
        status.value = { is: 'failed', failure: { reason: 'storage', message: String(error) } };
      })
      .finally(() => {
        loading = null;
        if (isStale) {
          isStale = false;
          load();
        }
      });
  }

  /** Papers or topics were changed: asked anew. */
  function refresh(): void {
    if (loading) isStale = true;
    else load();
  }

  async function change(
    text: string,
    edit: { put: Topic[]; remove: string[]; head?: Omit<Grouping['stored'], 'topics'> },
  ): Promise<boolean> {
    const opId = crypto.randomUUID();
    const answer = await call('topics.change', { opId, ...edit });
    if (answer.ok) tell(text, () => void undo(opId));
    else refuse(i18n.t('topics.couldnt.change'), answer.error);
    refresh();
    return answer.ok;
  }

  async function undo(step: string): Promise<void> {
    const answer: Result<unknown> = await call('undo', { opId: crypto.randomUUID(), step });
    if (answer.ok) tell(i18n.t('dock.did.undone'));
    else refuse(i18n.t('topics.couldnt.change'), answer.error);
    refresh();
  }

  const byId = (id: string): Topic | undefined => topics.peek().find((topic) => topic.id === id);

  function rename(topic: Topic, name: string): void {
    const { name: _old, ...rest } = topic;
    const given = name.trim();
    const next: Topic = given === '' || given === topic.label ? rest : { ...rest, name: given };
    if (next.name !== topic.name)
      void change(i18n.t('topics.did.renamed', [topicName(next)]), { put: [next], remove: [] });
  }

  function pin(topic: Topic): void {
    const { pinned, ...rest } = topic;
    const next: Topic = pinned ? rest : { ...rest, pinned: true };
    const text = pinned ? 'topics.did.unpinned' : 'topics.did.pinned';
    void change(i18n.t(text, [topicName(topic)]), { put: [next], remove: [] });
  }

  async function merge(ids: readonly string[]): Promise<void> {
    const parts = ids.flatMap((id) => byId(id) ?? []);
    const whole = mergeTopics(parts.toSorted((a, b) => b.members.length - a.members.length));
    if (!whole || parts.length < 2) return;
    const remove = parts.map(({ id }) => id).filter((id) => id !== whole.id);
    const put = [{ ...whole, pinned: true as const }];
    picked.value = new Set();
    chosen.value = whole.id;
    await change(i18n.t('topics.did.merged', [String(parts.length)]), { put, remove });
  }

  async function split(topic: Topic): Promise<void> {
    const members = new Set(topic.members);
    const papers = grouping.peek()?.papers.filter(({ id }) => members.has(id)) ?? [];
    const used = topics.peek().map(({ colour }) => colour);
    const parts = await run('split', { papers, topic, used });
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
    if (answer.ok)
      tell(
        i18n.t('topics.did.tagged', [String(topic.members.length), name]),
        () => void undo(opId),
      );
    else refuse(i18n.t('topics.couldnt.tag'), answer.error);
  }

  /** Shows what a regrouping would change; nothing is changed. */
  async function propose(wanted: number | null): Promise<void> {
    const now = grouping.peek();
    if (!now) return;
    preview.value = { is: 'computing' };
    const after = await run('regroup', { papers: now.papers, before: now.stored, wanted });
    preview.value = { is: 'ready', after, change: difference(now.stored, after) };
  }

  async function accept(): Promise<void> {
    const [now, asked] = [grouping.peek(), preview.peek()];
    if (!now || asked.is !== 'ready') return;
    const kept = new Set(asked.after.topics.map(({ id }) => id));
    preview.value = { is: 'none' };
    chosen.value = null;
    await change(i18n.t('topics.did.regrouped'), {
      put: asked.after.topics,
      remove: now.stored.topics.map(({ id }) => id).filter((id) => !kept.has(id)),
      head: {
        unclustered: asked.after.unclustered,
        library: fingerprint(now.papers.map(({ id }) => id)),
        grouped: now.papers.length,
      },
    });
  }

  /** Where papers stand: as last time, new ones beside their neighbours. */
  async function loadMap(): Promise<void> {
    const now = grouping.peek();
    if (!now) return;
    const known = await call('map.load', null);
    const before = known.ok ? known.value : null;
    const isWhole = before && fingerprint(before.ids) === now.stored.library;
    if (before) map.value = before;
    if (isWhole || isMapping.peek()) return;
    isMapping.value = true;
    try {
      map.value = await run(
        'map',
        { papers: now.papers, topics: now.stored, before },
        (part) => (map.value = part),
      );
      void call('map.save', map.value);
    } finally {
      isMapping.value = false;
    }
  }

  return {
    status,
    grouping,
    topics,
    tell,
    chosen,
    picked,
    preview,
    map,
    isMapping,
    isOutgrown,
    load,
    refresh,
    rename,
    pin,
    merge,
    split,
    tag,
    propose,
    accept,
    loadMap,
    forgetPreview: (): void => {
      preview.value = { is: 'none' };
    },
  };
}
