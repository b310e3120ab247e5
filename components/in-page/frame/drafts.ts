import type { Result } from '@/domain/result';
import type { NoteText } from './contract';

/** Texts of notes that are not known to be stored. */
export interface Drafts {
  /** Keeps a text that a document of ours holds too. */
  keep: (note: NoteText) => void;
  stored: (note: NoteText) => void;
  /** The text of a paper's note that is not known to be stored. */
  of: (paper: NoteText['paper']) => NoteText | null;
  /** The document that texts were typed in is gone: all that are kept are left here. */
  lost: () => void;
  /** Texts that are left here alone. */
  left: () => NoteText[];
  /** Stores texts; resolves once each was answered. */
  store: (notes: readonly NoteText[]) => Promise<void>;
}

/**
 * Stores the drafts when the page is left: a browser that closes a tab tells its page, and not the frames in it.
 * `drafts` holds those of an earlier listing, and keeps for a later one what could not be stored.
 */
export function keepDrafts(
  save: (note: NoteText) => Promise<Result<unknown>>,
  drafts: Map<string, NoteText>,
  signal: AbortSignal,
): Drafts {
  const left = new Set(drafts.keys());
  const nameOf = ({ paper }: Pick<NoteText, 'paper'>): string => paper.keys[0] ?? '';
  const stored = (note: NoteText): void => {
    const name = nameOf(note);
    if (drafts.get(name)?.id !== note.id) return;
    drafts.delete(name);
    left.delete(name);
  };
  const store = async (notes: Iterable<NoteText>): Promise<void> => {
    const storing = [...notes].map(async (note) => {
      if ((await save(note)).ok) stored(note);
    });
    await Promise.all(storing);
  };
  const leave = (): void => void store(drafts.values());
  const hidden = (): void => {
    leave();
    drafts.clear();
    left.clear();
  };
  addEventListener('pagehide', hidden, { signal });
  signal.addEventListener('abort', leave);
  return {
    keep: (note) => {
      drafts.set(nameOf(note), note);
      left.delete(nameOf(note));
    },
    stored,
    of: (paper) => drafts.get(nameOf({ paper })) ?? null,
    lost: () => {
      for (const name of drafts.keys()) left.add(name);
    },
    left: () => [...drafts.values()].filter((note) => left.has(nameOf(note))),
    store,
  };
}
