import type { Result } from '@/domain/result';
import type { NoteText } from './contract';

/** Texts of notes that are not known to be stored. */
export interface Drafts {
  keep: (note: NoteText) => void;
  stored: (note: NoteText) => void;
  /** The text of a paper's note that is not known to be stored. */
  of: (paper: NoteText['paper']) => NoteText | null;
  /** Stores all that is kept; resolves once each was answered. */
  settle: () => Promise<void>;
}

/** Stores the drafts when the page is left: a browser that closes a tab tells its page, and not the frames in it. */
export function keepDrafts(
  save: (note: NoteText) => Promise<Result<unknown>>,
  signal: AbortSignal,
): Drafts {
  const drafts = new Map<string, NoteText>();
  const nameOf = ({ paper }: Pick<NoteText, 'paper'>): string => paper.keys[0] ?? '';
  const stored = (note: NoteText): void => {
    if (drafts.get(nameOf(note))?.id === note.id) drafts.delete(nameOf(note));
  };
  const settle = async (note: NoteText): Promise<void> => {
    if ((await save(note)).ok) stored(note);
  };
  const leave = (): void => {
    for (const note of drafts.values()) void save(note);
    drafts.clear();
  };
  addEventListener('pagehide', leave, { signal });
  signal.addEventListener('abort', leave);
  return {
    keep: (note) => void drafts.set(nameOf(note), note),
    stored,
    of: (paper) => drafts.get(nameOf({ paper })) ?? null,
    settle: async () => {
      await Promise.all([...drafts.values()].map(settle));
    },
  };
}
