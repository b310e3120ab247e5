import type { PageProtocol } from './protocol';

/** A note as it was sent to be saved. */
export type NoteAsk = Parameters<PageProtocol['paper.note']>[0];

/** The last text of each of a page's notes that the background has not acknowledged. */
export interface UnsavedNotes {
  sent: (ask: NoteAsk) => void;
  saved: (ask: NoteAsk) => void;
  all: () => NoteAsk[];
  /** Calls back whenever a note is added or acknowledged. */
  watch: (changed: () => void) => void;
}

/** Keeps the newest text of each note from when it is sent until it is acknowledged. */
export function createUnsavedNotes(): UnsavedNotes {
  const byPaper = new Map<string, NoteAsk>();
  let tell = (): void => undefined;
  const paperOf = ({ paper }: NoteAsk): string => paper.keys[0] ?? '';
  return {
    sent: (ask) => {
      byPaper.set(paperOf(ask), ask);
      tell();
    },
    saved: (ask) => {
      // A later text of the same note may be on its way.
      if (byPaper.get(paperOf(ask))?.opId !== ask.opId) return;
      byPaper.delete(paperOf(ask));
      tell();
    },
    all: () => [...byPaper.values()],
    watch: (changed) => {
      tell = changed;
    },
  };
}
