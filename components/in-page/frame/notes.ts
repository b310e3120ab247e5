import { createPace } from '@/components/ui/pace';
import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { FrameCard, NoteText, ToFrame } from './contract';
import { keepDrafts } from './drafts';
import type { Unfinished } from './unfinished';

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
  /** Whether a document of ours has texts that are not on disk: it stores them itself. */
  isStoring: () => boolean;
  /** Stores what the frame can store no more; resolves once it was answered. What fails is tried again, later each time. */
  settle: () => Promise<void>;
  /** Resolves once the text that a card was left with is stored; `null` where its card can be drawn at once. */
  before: (card: FrameCard) => Promise<void> | null;
}

interface Options {
  save: (note: NoteText) => Promise<Result<PaperState>>;
  unfinished: Pick<Unfinished, 'notes'>;
  post: (message: ToFrame) => void;
  /** The card that is open. */
  shown: () => FrameCard | null;
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
  /** All that was typed may be on disk now. */
  written: () => void;
  signal: AbortSignal;
}

export function createFrameNotes(options: Options): FrameNotes {
  const { save, post, shown, unheard, written, signal } = options;
  const drafts = keepDrafts(save, options.unfinished.notes, signal);
  const draftOf = (card: FrameCard | null): NoteText | null =>
    card?.kind === 'note' ? drafts.of(card.paper) : null;
  let isUnsaved = false;
  let storing: Promise<void> | null = null;
  /** The texts that no card has, which would store its own. */
  const unseen = (): NoteText[] => drafts.left().filter((note) => note !== draftOf(shown()));
  const store = async (notes: readonly NoteText[]): Promise<void> => {
    pace.begun();
    await drafts.store(notes);
    if (drafts.left().length > 0) pace.failed();
    else pace.saved();
    written();
  };
  const begin = (notes: readonly NoteText[]): Promise<void> =>
    (storing ??= store(notes).finally(() => {
      storing = null;
    }));
  const pace = createPace({
    save: () => void begin(unseen()),
    later: (callback, wait) => {
      const timer = setTimeout(callback, wait);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
  });
  signal.addEventListener('abort', pace.begun);
  const settle = async (): Promise<void> => {
    drafts.lost();
    // The document that could tell is gone.
    isUnsaved = false;
    await storing;
    await begin(drafts.left());
    if (unseen().length > 0) unheard();
  };
  // The listing before could not store them.
  if (drafts.left().length > 0) void settle();
  return {
    save: async (note) => {
      drafts.keep(note);
      const answer = await save(note);
      if (answer.ok) drafts.stored(note);
      post({ type: 'answer', id: note.id, answer });
    },
    draft: drafts.keep,
    draftOf,
    unsaved: (is) => {
      isUnsaved = is;
      written();
    },
    isUnsaved: () => isUnsaved || drafts.left().length > 0,
    isStoring: () => isUnsaved,
    settle,
    before: (card) => {
      const draft = draftOf(card);
      if (card.kind !== 'note' || !draft || !drafts.left().includes(draft)) return null;
      return draft.base === card.note.revision ? storing : begin(drafts.left());
    },
  };
}
