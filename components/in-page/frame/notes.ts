import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { NoteText, ToFrame } from './contract';
import { keepDrafts } from './drafts';

/** Stores the notes that are typed in the frame. */
export interface FrameNotes {
  /** Stores a note and answers the frame. */
  save: (note: NoteText) => Promise<void>;
  /** Keeps a note as it is typed, to be stored if the page is left before. */
  draft: (note: NoteText) => void;
  /** Stores what the frame can store no more; resolves once it was answered. */
  settle: () => Promise<void>;
}

export function createFrameNotes(
  save: (note: NoteText) => Promise<Result<PaperState>>,
  post: (message: ToFrame) => void,
  signal: AbortSignal,
): FrameNotes {
  const drafts = keepDrafts(save, signal);
  return {
    save: async (note) => {
      drafts.keep(note);
      const answer = await save(note);
      if (answer.ok) drafts.stored(note);
      post({ type: 'answer', id: note.id, answer });
    },
    draft: drafts.keep,
    settle: drafts.settle,
  };
}
