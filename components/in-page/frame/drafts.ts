import type { Result } from '@/domain/result';
import type { NoteText } from './contract';

/** Texts of notes that are not known to be stored. */
export interface Drafts {
  keep: (note: NoteText) => void;
  stored: (note: NoteText) => void;
  /** Stores all that is kept; resolves once each was answered. */
  settle: () => Promise<void>;
}

/** Stores the drafts when the page is left: a browser that closes a tab tells its page, and not the frames in it. */
export function keepDrafts(
  save: (note: NoteText) => Promise<Result<unknown>>,
  signal: AbortSignal,
): Drafts {
  const drafts = new Map<string, NoteText>();
  const nameOf = ({ paper }: NoteText): string => paper.keys[0] ?? '';
  const leave = (): void => {
    for (const note of drafts.values()) void save(note);
    drafts.clear();
  };
  addEventListener('pagehide', leave, { signal });
  signal.addEventListener('abort', leave);
  return {
    keep: (note) => void drafts.set(nameOf(note), note),
    stored: (note) => {
      if (drafts.get(nameOf(note))?.id === note.id) drafts.delete(nameOf(note));
    },
    settle: async () => {
      await Promise.all([...drafts.values()].map(save));
    },
  };
}
