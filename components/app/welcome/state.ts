import { computed, signal } from '@preact/signals';
import type { PaperState } from '@/domain/paper/paper';
import { exportFile } from '@/components/app/transfer/export';
import type { Failure, Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { STEPS, type Step, stepsDone } from './steps';

/** What the welcome page needs of the browser. */
export interface WelcomePorts {
  call: Call<AppProtocol>;
  /** The papers of the practice list as the library knows them; `null` for those that it doesn't know. */
  practised: () => Promise<Result<(PaperState | null)[]>>;
  download: (name: string, blob: Blob) => void;
  /** Opens the popup; `null` where the browser lets no page do so. */
  openPopup: (() => void) | null;
  /** Whether the toolbar shows the button of Gloss; `null` where the browser doesn't tell. */
  isPinned: () => Promise<boolean | null>;
  newId: () => string;
  now: () => Date;
}

/** The outcome of the last press of a button. */
export type Outcome = { did: 'exported'; name: string } | { did: 'removed' } | { failed: Failure };

export type WelcomeState = ReturnType<typeof createWelcome>;

/** Follows what a newcomer tries, and ticks it off. */
export function createWelcome(ports: WelcomePorts) {
  const { call, now } = ports;
  const papers = signal<readonly PaperState[]>([]);
  const done = signal<ReadonlySet<Step>>(new Set());
  const isPinned = signal<boolean | null>(null);
  const outcome = signal<Outcome | null>(null);
  const heard = { hasOpenedPopup: false, hasExported: false };
  /** Papers that the library holds for the practice list's sake. */
  const kept = computed(() => papers.value.filter(({ id }) => id !== ''));

  const tick = (): void => {
    done.value = stepsDone(done.peek(), { papers: papers.peek(), ...heard });
  };
  async function look(): Promise<void> {
    const answer = await ports.practised();
    if (!answer.ok) return;
    papers.value = answer.value.filter((state) => state !== null);
    tick();
  }
  async function lookAtToolbar(): Promise<void> {
    isPinned.value = await ports.isPinned();
  }
  async function exportAll(): Promise<void> {
    const signalOf = new AbortController().signal;
    const scope = { kind: 'all' } as const;
    const progress = (): void => undefined;
    const file = await exportFile({
      call,
      target: 'gloss',
      scope,
      now: now(),
      signal: signalOf,
      progress,
    });
    if (file.ok) ports.download(file.value.name, file.value.blob);
    outcome.value = file.ok ? { did: 'exported', name: file.value.name } : { failed: file.error };
    if (file.ok) hear('export');
  }
  /** Moves the practice papers to the trash. */
  async function remove(): Promise<void> {
    const ids = kept.peek().map(({ id }) => id);
    const change = { kind: 'delete' } as const;
    const answer = await call('papers.bulk', { opId: ports.newId(), ids, change });
    outcome.value = answer.ok ? { did: 'removed' } : { failed: answer.error };
    await look();
  }
  /** Something happened elsewhere in Gloss. */
  function hear(what: 'popup' | 'export'): void {
    if (what === 'popup') heard.hasOpenedPopup = true;
    else heard.hasExported = true;
    tick();
  }
  return {
    steps: computed(() => STEPS.map((step) => ({ step, isDone: done.value.has(step) }))),
    kept,
    isPinned,
    outcome,
    openPopup: ports.openPopup,
    start: () => Promise.all([look(), lookAtToolbar()]),
    changed: () => void look(),
    returned: () => void lookAtToolbar(),
    hear,
    exportAll,
    remove,
  };
}
