import type { Note, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { createNoteSession, type NoteSession } from './session';

/** The page's notes that are edited or not saved yet, by paper. In memory only: never in the page's own storage. */
export interface NoteSessions {
  /** The session of a paper's note: the one that is under way, else a new one. */
  open: (
    paper: string,
    note: Note,
    save: (base: string, text: string) => Promise<Result<PaperState>>,
  ) => NoteSession;
  /** Whether anything that was typed is not on disk. */
  isUnsaved: () => boolean;
}

const later = (callback: () => void, wait: number): (() => void) => {
  const timer = setTimeout(callback, wait);
  return () => clearTimeout(timer);
};

interface Options {
  signal: AbortSignal;
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
}

/** Whoever hides, leaves or closes the page has everything saved first; where that failed, the browser asks. */
export function createNoteSessions({ signal, unheard }: Options): NoteSessions {
  const sessions = new Map<string, NoteSession>();
  let isListening = false;
  const flushAll = (): void => {
    for (const session of sessions.values()) if (session.status.kind !== 'saved') session.leave();
  };
  const listen = (): void => {
    if (isListening) return;
    isListening = true;
    // Both: a page that is discarded says only the first, one that is left in an instant only the second.
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'hidden') flushAll();
      },
      { signal },
    );
    addEventListener('pagehide', flushAll, { signal });
    addEventListener(
      'beforeunload',
      (event) => {
        if ([...sessions.values()].some(({ status }) => status.kind === 'failed'))
          event.preventDefault();
      },
      { signal },
    );
    signal.addEventListener('abort', flushAll);
  };
  return {
    open: (paper, note, save) => {
      listen();
      let session = sessions.get(paper);
      if (session) session.takeIn(note);
      else sessions.set(paper, (session = createNoteSession({ note, save, later, unheard })));
      return session;
    },
    isUnsaved: () => [...sessions.values()].some(({ status }) => status.kind !== 'saved'),
  };
}
