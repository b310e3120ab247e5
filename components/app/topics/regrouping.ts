import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { TopicChange } from '@/domain/topics/carry-over';
import type { StoredTopics } from '@/domain/topics/types';
import type { Grouping } from '@/topics/tasks';
import { hasOutgrown } from './grouping';
import type { Attempt, ChangeTopics, TopicsPorts } from './ports';

/** A regrouping that a person is asked about. */
export type RegroupingPreview =
  | { is: 'none' }
  | { is: 'computing' }
  | { is: 'ready'; after: StoredTopics; change: TopicChange };

interface RegroupingPorts extends Pick<TopicsPorts, 'call' | 'run'> {
  grouping: ReadonlySignal<Grouping | null>;
  chosen: Signal<string | null>;
  change: ChangeTopics;
  attempt: Attempt;
  refresh: () => void;
}

/** Waits until the page has nothing else to do. */
const whenIdle = (act: () => void): void => {
  requestIdleCallback(act, { timeout: 5_000 });
};

/** Groups the library anew: when a person accepts a preview, or by itself when the library has grown much. */
export function createRegrouping(ports: RegroupingPorts) {
  const { call, run, grouping, chosen, change, attempt, refresh } = ports;
  const preview = signal<RegroupingPreview>({ is: 'none' });
  let isRegrouped = false;

  const regroup = (wanted: number | null) =>
    attempt(i18n.t('topics.couldnt.change'), () => run('regroup', { wanted }));

  /** Puts a new grouping in place of the present one. */
  async function take(after: StoredTopics, text: string, undone?: () => Promise<void>) {
    const { topics: put, ...head } = after;
    const kept = new Set(put.map(({ id }) => id));
    const before = grouping.peek()?.stored.topics ?? [];
    const remove = before.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
    await change(text, { put, remove, head }, undone);
  }

  /** Notes that the present grouping fits the library as large as it is now: an undone regrouping stays undone. */
  async function keepPresent({ stored, papers }: Grouping): Promise<void> {
    const { topics: _topics, ...head } = stored;
    const opId = crypto.randomUUID();
    await call('topics.change', {
      opId,
      put: [],
      remove: [],
      head: { ...head, grouped: papers.length },
    });
    refresh();
  }

  async function regroupGrown(): Promise<void> {
    const proposed = await regroup(null);
    const now = grouping.peek();
    if (!proposed || !now || preview.peek().is !== 'none') return;
    await take(proposed.after, i18n.t('topics.anew'), () => keepPresent(now));
  }

  return {
    preview,
    /** Groups the library anew, once in the life of a page, when it has outgrown its grouping. */
    followGrowth: (now: Grouping): void => {
      if (isRegrouped || !hasOutgrown(now)) return;
      isRegrouped = true;
      whenIdle(() => void regroupGrown());
    },
    /** Shows what a regrouping would change; nothing is changed. */
    async propose(wanted: number | null): Promise<void> {
      preview.value = { is: 'computing' };
      const proposed = await regroup(wanted);
      preview.value = proposed ? { is: 'ready', ...proposed } : { is: 'none' };
    },
    async accept(): Promise<void> {
      const asked = preview.peek();
      if (!grouping.peek() || asked.is !== 'ready') return;
      preview.value = { is: 'none' };
      chosen.value = null;
      await take(asked.after, i18n.t('topics.did.regrouped'));
    },
    forgetPreview(): void {
      preview.value = { is: 'none' };
    },
  };
}
