import type { Note, PaperState } from '@/domain/paper/paper';
import type { Failure, Result } from '@/domain/result';

export type NoteStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'failed'; failure: Failure };

/** Saves what is typed a moment after the last key, one write at a time, each based on the one before. */
export interface NoteSaver {
  type: (text: string) => void;
  /** Saves at once what is not saved yet. */
  flush: () => Promise<void>;
  /** Sends at once what is not saved yet, for nobody waits any more for a write that is under way. */
  leave: () => void;
}

interface Options {
  note: Note;
  save: (base: string, text: string) => Promise<Result<PaperState>>;
  status: (status: NoteStatus) => void;
  /** The stored text differs from the typed one: an edit from elsewhere was merged in. */
  merged: (text: string) => void;
  /** Calls back after the pause; returns what cancels it. */
  later: (callback: () => void) => () => void;
}

export function createNoteSaver({ note, save, status, merged, later }: Options): NoteSaver {
  let { revision, text: stored } = note;
  let typed = note.text;
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let sent: string | null = null;

  const run = async (): Promise<void> => {
    while (typed !== stored) {
      const text = typed;
      sent = text;
      const answer = await save(revision, text);
      if (!answer.ok) {
        status({ kind: 'failed', failure: answer.error });
        return;
      }
      revision = answer.value.note.revision;
      stored = answer.value.note.text;
      // Text typed meanwhile is saved next, on the new revision.
      if (typed !== text) continue;
      if (stored !== text) merged(stored);
      typed = stored;
    }
    status({ kind: 'saved' });
  };
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = null;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    type: (text) => {
      typed = text;
      status({ kind: 'saving' });
      cancel?.();
      cancel = later(() => void flush());
    },
    flush,
    leave: () => {
      if (running && typed !== sent) void save(revision, typed);
      else void flush();
    },
  };
}
