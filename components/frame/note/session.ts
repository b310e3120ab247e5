import { mergeTexts } from '@/domain/paper/note';
import type { Note, PaperState } from '@/domain/paper/paper';
import type { Failure, Result } from '@/domain/result';

/** Whether what was typed is on disk. */
export type NoteStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'failed'; failure: Failure };

/**
 * The text of one note while it is edited, and for as long as it isn't saved: cards come and go, a session that
 * could not save stays. One write at a time, each based on the one before.
 */
export interface NoteSession {
  readonly text: string;
  readonly status: NoteStatus;
  type: (text: string) => void;
  /** Saves at once what is not saved yet. */
  flush: () => Promise<void>;
  /** The same for a page that may be gone the next moment. */
  leave: () => void;
  /** The stored note is another: merged with what is typed here. */
  takeIn: (note: Note) => void;
  /** Told of every change of text or status that is not the typing itself; returns what ends it. */
  watch: (seen: () => void) => () => void;
}

interface Options {
  note: Note;
  save: (base: string, text: string) => Promise<Result<PaperState>>;
  /** The same by the shortest way, for a page that may be gone the next moment; nobody hears the answer. */
  last: (base: string, text: string) => void;
  /** Told of every text as it is typed: another keeps it in case this page goes away with it. */
  draft?: (base: string, text: string) => void;
  /** Calls back after so many milliseconds; returns what cancels it. */
  later: (callback: () => void, wait: number) => () => void;
  /** Could not be saved, while nobody watches. */
  unheard: () => void;
  /** The status is another. */
  changed?: () => void;
}

/** After the last key, milliseconds. */
const PAUSE = 200;
/** Whoever types without a pause is saved this often, milliseconds. */
const PATIENCE = 2_000;
/** Waits before trying again what could not be saved, milliseconds. */
const AGAIN = [1_000, 5_000, 15_000, 60_000];

export function createNoteSession({
  note,
  save,
  last,
  draft = () => undefined,
  later,
  unheard,
  changed = () => undefined,
}: Options): NoteSession {
  /** What is stored, as far as this session knows, and what is based on it. */
  let stored = note;
  let typed = note.text;
  /** The text that was sent by the shortest way. */
  let sent: string | null = null;
  let status: NoteStatus = { kind: 'saved' };
  let cancel: (() => void) | null = null;
  let since: number | null = null;
  let running: Promise<void> | null = null;
  let failures = 0;
  const watchers = new Set<() => void>();

  const tell = (next: NoteStatus): void => {
    status = next;
    changed();
    for (const seen of watchers) seen();
    // Nothing of Gloss speaks any more on a page that outlives it.
    const isHeard = watchers.size > 0 || next.kind !== 'failed';
    if (!isHeard && next.failure.reason !== 'orphaned') unheard();
  };
  const soon = (wait: number): void => {
    cancel?.();
    cancel = later(() => void flushOnce(), wait);
  };
  /** The stored note is this one now, `based` being what it was made from here. */
  const rebase = (now: Note, based: string): void => {
    typed = mergeTexts(based, typed, now.text);
    stored = now;
  };

  const failed = (failure: Failure): void => {
    const wait = AGAIN[Math.min(failures, AGAIN.length - 1)] ?? PATIENCE;
    failures++;
    // An orphaned page never reaches the library again.
    if (failure.reason !== 'orphaned') soon(wait);
    tell({ kind: 'failed', failure });
  };
  const run = async (): Promise<void> => {
    while (typed !== stored.text) {
      const text = typed;
      const answer = await save(stored.revision, text);
      if (!answer.ok) {
        failed(answer.error);
        return;
      }
      failures = 0;
      rebase(answer.value.note, text);
    }
    tell({ kind: 'saved' });
  };
  const flushOnce = (): Promise<void> => {
    cancel?.();
    cancel = null;
    since = null;
    if (status.kind === 'failed') tell({ kind: 'saving' });
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    get text() {
      return typed;
    },
    get status() {
      return status;
    },
    type: (text) => {
      typed = text;
      draft(stored.revision, text);
      since ??= performance.now();
      const left = since + PATIENCE - performance.now();
      soon(Math.max(0, Math.min(PAUSE, left)));
      if (status.kind === 'saved') tell({ kind: 'saving' });
    },
    flush: flushOnce,
    leave: () => {
      // A write that is under way is not waited for: the page may be gone before its answer is here.
      if (typed === stored.text || typed === sent) return;
      last(stored.revision, (sent = typed));
    },
    takeIn: (now) => {
      // Our own writes come back by their answers.
      if (running || now.revision === stored.revision) return;
      rebase(now, stored.text);
      if (typed !== stored.text) soon(PAUSE);
      tell(typed === stored.text ? { kind: 'saved' } : { kind: 'saving' });
    },
    watch: (seen) => {
      watchers.add(seen);
      return () => void watchers.delete(seen);
    },
  };
}
