import { computed, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Failure } from '@/domain/result';
import { levelsOf } from '@/domain/topics/levels';
import type { Grouping } from '@/topics/tasks';
import { currentGrouping } from './grouping';
import { createMapState } from './map-state';
import type { Attempt, ChangeTopics, TopicsPorts } from './ports';
import { createRegrouping } from './regrouping';
import { createTopicEdits } from './topic-edits';

export type TopicsStatus =
  | { is: 'asked' }
  | { is: 'failed'; failure: Failure }
  | ({ is: 'ready' } & Grouping);

export type TopicsState = ReturnType<typeof createTopicsState>;

/** Topics for the library page: loaded when a view first shows them, shared by all that do. */
export function createTopicsState(ports: TopicsPorts) {
  const { call, tell, refuse } = ports;
  const chosen = signal<string | null>(null);
  const picked = signal<ReadonlySet<string>>(new Set());
  const { status, grouping, load, refresh } = createReading(ports, (now) => followGrowth(now));

  const attempt: Attempt = async (what, work) => {
    try {
      return await work();
    } catch (error) {
      refuse(what, { reason: 'storage', message: String(error) });
      return undefined;
    }
  };

  const undo = async (step: string): Promise<void> => {
    await ports.undoStep(step);
    refresh();
  };

  const change: ChangeTopics = async (text, edit, undone) => {
    const opId = crypto.randomUUID();
    const answer = await call('topics.change', { opId, ...edit });
    if (answer.ok) tell(text, () => void undo(opId).then(undone));
    else refuse(i18n.t('topics.couldnt.change'), answer.error);
    refresh();
    return answer.ok;
  };

  const parts = { ...ports, grouping, chosen, picked, change, attempt, undo, refresh };
  const { followGrowth, ...regrouping } = createRegrouping(parts);
  return {
    status,
    grouping,
    topics: computed(() => grouping.value?.stored.topics ?? []),
    levels: computed(() => (grouping.value ? levelsOf(grouping.value.stored) : [])),
    tell,
    chosen,
    picked,
    load,
    refresh,
    ...createTopicEdits(parts),
    ...regrouping,
    ...createMapState(parts),
  };
}

/** The grouping as it was last read, and when it is read again. `onRead` is called with each reading. */
function createReading(ports: TopicsPorts, onRead: (grouping: Grouping) => void) {
  const status = signal<TopicsStatus>({ is: 'asked' });
  const grouping = computed(() => (status.value.is === 'ready' ? status.value : null));
  let [isLoading, isStale, readAt] = [false, false, -1];

  async function read(): Promise<void> {
    const current = await currentGrouping(ports);
    status.value = { is: 'ready', ...current };
    onRead(current);
  }

  /** Reads the topics; once more afterwards when it is asked for meanwhile. */
  function refresh(): void {
    isStale = isLoading;
    if (isLoading) return;
    isLoading = true;
    void read()
      .catch((error: unknown) => {
        status.value = { is: 'failed', failure: { reason: 'storage', message: String(error) } };
      })
      .finally(() => {
        isLoading = false;
        if (isStale) refresh();
      });
  }

  /** A view calls it when it shows. `turn` rises when papers are changed: at the same turn nothing is read again. */
  function load(turn: number): void {
    if (turn === readAt) return;
    readAt = turn;
    refresh();
  }

  return { status, grouping, refresh, load };
}
