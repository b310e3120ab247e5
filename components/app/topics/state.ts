import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Failure } from '@/domain/result';
import type { TopicChange } from '@/domain/topics/carry-over';
import { mergeTopics } from '@/domain/topics/manage';
import type { PaperMap } from '@/domain/topics/map/map';
import { levelsOf } from '@/domain/topics/levels';
import { type StoredTopics, type Theme, type Topic, topicName } from '@/domain/topics/types';
import type { Grouping } from '@/topics/tasks';
import { currentGrouping, type GroupingPorts, hasOutgrown } from './grouping';

export type TopicsStatus =
  | { is: 'asked' }
  | { is: 'failed'; failure: Failure }
  | ({ is: 'ready' } & Grouping);

/** A regrouping that a person is asked about. */
export type Preview =
  | { is: 'none' }
  | { is: 'computing' }
  | { is: 'ready'; after: StoredTopics; change: TopicChange };

/** What the views of topics need beside the calls. */
export interface TopicsPorts extends GroupingPorts {
  /** Says what was done; `undo` takes it back. */
  tell: (text: string, undo?: () => void) => void;
  /** Takes a step back, and says so. */
  undoStep: (step: string) => Promise<void>;
  refuse: (what: string, failure: Failure) => void;
}

/** Waits until the page has nothing else to do. */
const whenIdle = (act: () => void): void => {
  requestIdleCallback(act, { timeout: 5_000 });
};

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
  let [loading, isStale, isRegrouped] = [false, false, false];
  let readAt = -1;
  let [isLoadingMap, isMapDue] = [false, false];

  const grouping = computed(() => (status.value.is === 'ready' ? status.value : null));
  const topics = computed(() => grouping.value?.stored.topics ?? []);
  const levels = computed(() => (grouping.value ? levelsOf(grouping.value.stored) : []));
  const isOutgrown = computed(() => (grouping.value ? hasOutgrown(grouping.value) : false));

  async function read(): Promise<void> {
    status.value = { is: 'ready', ...(await currentGrouping({ call, run })) };
    if (isOutgrown.value && !isRegrouped) {
      isRegrouped = true;
      whenIdle(() => void regroupAnew());
    }
  }

  /** Groups a library anew that has grown much since it was grouped; one undo takes it back, for good. */
  async function regroupAnew(): Promise<void> {
    const proposed = await attempt(i18n.t('topics.couldnt.change'), () =>
      run('regroup', { wanted: null }),
    );
    const now = grouping.peek();
    if (!proposed || !now || preview.peek().is !== 'none') return;
    const { topics: _topics, ...head } = now.stored;
    const keep = async (): Promise<void> => {
      const { length } = now.papers;
      await call('topics.change', {
        opId: crypto.randomUUID(),
        put: [],
        remove: [],
        head: { ...head, grouped: length },
      });
      refresh();
    };
    await take(proposed.after, i18n.t('topics.anew'), keep);
  }

  /** Puts a new grouping in place of the one that is there. */
  async function take(after: StoredTopics, text: string, undone?: () => Promise<void>) {
    const { topics: put, ...head } = after;
    const kept = new Set(put.map(({ id }) => id));
    const remove = topics.peek().flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    await change(text, { put, remove, head }, undone);
  }

  /** Reads the topics; once more afterwards when it is asked for meanwhile. */
  function refresh(): void {
    isStale = loading;
    if (loading) return;
    loading = true;
    void read()
      .catch((error: unknown) => {
        status.value = { is: 'failed', failure: { reason: 'storage', message: String(error) } };
      })
      .finally(() => {
        loading = false;
        if (isStale) refresh();
      });
  }

  /** What a view calls when it shows. `turn` rises when papers are changed: at the same turn nothing is read again. */
  function load(turn: number): void {
    if (turn === readAt) return;
    readAt = turn;
    refresh();
  }

  /** What a worker answers; `undefined` when it failed, which is said then. */
  async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      refuse(what, { reason: 'storage', message: String(error) });
      return undefined;
    }
  }

  async function change(
    text: string,
    edit: { put: Topic[]; remove: string[]; head?: Omit<StoredTopics, 'topics'> },
    undone?: () => Promise<void>,
  ): Promise<boolean> {
    const opId = crypto.randomUUID();
    const answer = await call('topics.change', { opId, ...edit });
    if (answer.ok) tell(text, () => void undo(opId).then(undone));
    else refuse(i18n.t('topics.couldnt.change'), answer.error);
    refresh();
    return answer.ok;
  }

  async function undo(step: string): Promise<void> {
    await ports.undoStep(step);
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

  function renameTheme(theme: Theme, name: string): void {
    const now = grouping.peek();
    if (!now) return;
    const given = name.trim();
    const { name: _old, ...rest } = theme;
    const next: Theme = given === '' || given === theme.label ? rest : { ...rest, name: given };
    if (next.name === theme.name) return;
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
    const used = topics.peek().map(({ colour }) => colour);
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
    if (answer.ok)
      tell(
        i18n.t('topics.did.tagged', [String(topic.members.length), name]),
        () => void undo(opId),
      );
    else refuse(i18n.t('topics.couldnt.tag'), answer.error);
  }

  /** Shows what a regrouping would change; nothing is changed. */
  async function propose(wanted: number | null): Promise<void> {
    preview.value = { is: 'computing' };
    const proposed = await attempt(i18n.t('topics.couldnt.change'), () =>
      run('regroup', { wanted }),
    );
    preview.value = proposed ? { is: 'ready', ...proposed } : { is: 'none' };
  }

  async function accept(): Promise<void> {
    const [now, asked] = [grouping.peek(), preview.peek()];
    if (!now || asked.is !== 'ready') return;
    preview.value = { is: 'none' };
    chosen.value = null;
    await take(asked.after, i18n.t('topics.did.regrouped'));
  }

  /** Where papers stand: as last time, new ones beside their neighbours. */
  async function loadMap(): Promise<void> {
    isMapDue = isLoadingMap;
    if (isLoadingMap) return;
    isLoadingMap = true;
    const drawn = await attempt(i18n.t('topics.couldnt.map'), () =>
      run('map', null, (part) => {
        map.value = part.map;
        isMapping.value = part.isNew;
      }),
    );
    isLoadingMap = false;
    isMapping.value = false;
    if (drawn) map.value = drawn.map;
    if (drawn?.isNew) void call('map.save', drawn.map);
    if (isMapDue) void loadMap();
  }

  return {
    status,
    grouping,
    topics,
    levels,
    tell,
    chosen,
    picked,
    preview,
    map,
    isMapping,
    load,
    refresh,
    rename,
    renameTheme,
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
