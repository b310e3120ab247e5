import { keepBoth, mergeTexts } from '@/domain/paper/note';
import type { Note, PaperState } from '@/domain/paper/paper';
import type { Failure, Result } from '@/domain/result';
import { createPace } from '@/components/ui/pace';

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
  /** Saves by the shortest way: the page may be gone the next moment. */
  leave: () => void;
  /** Merges the note that another page stored with the text that is typed here. */
  takeIn: (note: Note) => void;
  /** Calls back at every change of text or status that is not the typing itself; returns what ends it. */
  watch: (seen: () => void) => () => void;
}

/** The text that a session begins with. */
export interface NoteBegun {
  /** The stored note. */
  note: Note;
  /** What was typed elsewhere and could not be stored. */
  unsaved?: { base: string; text: string } | null;
}

interface Options extends NoteBegun {
  save: (base: string, text: string) => Promise<Result<PaperState>>;
  /** Saves by the shortest way, for a page that may be gone the next moment; the answer is not waited for. */
  last: (base: string, text: string) => void;
  /** Hands every text over as it is typed: the page's script keeps it in case this page goes away with it. */
  draft?: (base: string, text: string) => void;
  /** Calls back after so many milliseconds; returns what cancels it. */
  later: (callback: () => void, wait: number) => () => void;
  /** Called when saving failed while nothing watches the session. */
  unheard: () => void;
  /** Called when the status changed. */
  changed?: () => void;
}

/** The text that the session begins with: both where the note has changed since the unsaved text was typed. */
const textOf = ({ note, unsaved }: NoteBegun): string => {
  if (!unsaved) return note.text;
  return unsaved.base === note.revision ? unsaved.text : keepBoth(unsaved.text, note.text);
};

/** Those who hear of every change. */
function createWatchers() {
  const all = new Set<() => void>();
  return {
    isEmpty: (): boolean => all.size === 0,
    tell: (): void => {
      for (const seen of all) seen();
    },
    watch: (seen: () => void) => {
      all.add(seen);
      return () => void all.delete(seen);
    },
  };
}

export function createNoteSession(options: Options): NoteSession {
  const { note, save, last, draft, later, unheard, changed } = options;
  /** What is stored, as far as this session knows, and the text that is based on it. */
  let stored = note;
  let typed = textOf(options);
  /** The text that was sent by the shortest way. */
  let sent: string | null = null;
  let status: NoteStatus = { kind: typed === note.text ? 'saved' : 'saving' };
  let running: Promise<void> | null = null;
  const watchers = createWatchers();
  const pace = createPace({ save: () => void flush(), later, now: () => performance.now() });
  if (status.kind === 'saving') pace.pause();

  const tell = (next: NoteStatus): void => {
    status = next;
    changed?.();
    watchers.tell();
    // On a page that outlives Gloss no part can speak any more.
    const isHeard = !watchers.isEmpty() || next.kind !== 'failed';
    if (!isHeard && next.failure.reason !== 'orphaned') unheard();
  };
  /** Takes in a stored note; `based` is the text here that it was made from. */
  const rebase = (now: Note, based: string): void => {
    typed = mergeTexts(based, typed, now.text);
    stored = now;
  };
  const failed = (failure: Failure): void => {
    // An orphaned page never reaches the library again.
    if (failure.reason !== 'orphaned') pace.failed();
    tell({ kind: 'failed', failure });
  };
  /** Writes until what is typed is stored. */
  const run = async (): Promise<void> => {
    while (typed !== stored.text) {
      const text = typed;
      const answer = await save(stored.revision, text);
      if (!answer.ok) return failed(answer.error);
      pace.saved();
      rebase(answer.value.note, text);
    }
    tell({ kind: 'saved' });
  };
  const flush = (): Promise<void> => {
    pace.begun();
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
      draft?.(stored.revision, text);
      pace.typed();
      if (status.kind === 'saved') tell({ kind: 'saving' });
    },
    flush,
    leave: () => {
      // A write that is under way is not waited for: the page may be gone before its answer is here.
      if (typed === stored.text || typed === sent) return;
      last(stored.revision, (sent = typed));
    },
    takeIn: (now) => {
      // Our own writes come back by their answers.
      if (running || now.revision === stored.revision) return;
      rebase(now, stored.text);
      if (typed !== stored.text) pace.pause();
      tell(typed === stored.text ? { kind: 'saved' } : { kind: 'saving' });
    },
    watch: watchers.watch,
  };
}
