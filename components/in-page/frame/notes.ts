import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { FrameCard, NoteText, ToFrame } from './contract';
import { keepDrafts } from './drafts';

/** Stores the notes that are typed in the frame. */
export interface FrameNotes {
  /** Stores a note and answers the frame. */
  save: (note: NoteText) => Promise<void>;
  /** Keeps a note as it is typed, to be stored if the page is left before. */
  draft: (note: NoteText) => void;
  /** The text of a note that could not be stored: a card that is opened anew goes on with it. */
  draftOf: (card: FrameCard) => NoteText | null;
  /** The frame says whether anything that was typed is not on disk. */
  unsaved: (is: boolean) => void;
  isUnsaved: () => boolean;
  /** Stores what the frame can store no more; resolves once it was answered. */
  settle: () => Promise<void>;
}

interface Options {
  save: (note: NoteText) => Promise<Result<PaperState>>;
  post: (message: ToFrame) => void;
  /** All that was typed may be on disk now. */
  written: () => void;
  signal: AbortSignal;
}

export function createFrameNotes({ save, post, written, signal }: Options): FrameNotes {
  const drafts = keepDrafts(save, signal);
  let isUnsaved = false;
  const unsaved = (is: boolean): void => {
    isUnsaved = is;
    written();
  };
  return {
    save: async (note) => {
      drafts.keep(note);
      const answer = await save(note);
      if (answer.ok) drafts.stored(note);
      post({ type: 'answer', id: note.id, answer });
    },
    draft: drafts.keep,
    draftOf: (card) => {
      if (card.kind !== 'note') return null;
      const draft = drafts.of(card.paper);
      // A note that was stored since holds it, or is later.
      return draft?.base === card.note.revision ? draft : null;
    },
    unsaved,
    isUnsaved: () => isUnsaved,
    settle: async () => {
      await drafts.settle();
      // The document that could tell is gone.
      unsaved(false);
    },
  };
}
