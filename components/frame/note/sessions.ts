import { createNoteSession, type NoteBegun, type NoteSession } from './session';
import type { Ways } from './ways';

/** The page's notes that are edited or not saved yet, by paper. In memory only. */
export interface NoteSessions {
  /** The session of a paper's note: the one that is under way, else a new one, which goes on with a draft. */
  open: (paper: string, text: NoteBegun, ways: Ways) => NoteSession;
}

const later = (callback: () => void, wait: number): (() => void) => {
  const timer = setTimeout(callback, wait);
  return () => clearTimeout(timer);
};

interface Options {
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
  /** Whether anything that was typed is not on disk. */
  unsaved: (is: boolean) => void;
}

/** Saves every note when the page is hidden, left or closed; where saving failed, the browser asks before it closes. */
export function createNoteSessions({ unheard, unsaved }: Options): NoteSessions {
  const sessions = new Map<string, NoteSession>();
  let isListening = false;
  const each = (act: (session: NoteSession) => void): void => {
    for (const session of sessions.values()) if (session.status.kind !== 'saved') act(session);
  };
  const listen = (): void => {
    if (isListening) return;
    isListening = true;
    // Both: a page that is discarded says only the first, one that is left in an instant only the second.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') each((session) => void session.flush());
    });
    addEventListener('pagehide', () => each((session) => session.leave()));
    addEventListener('beforeunload', (event) => {
      if ([...sessions.values()].some(({ status }) => status.kind === 'failed'))
        event.preventDefault();
    });
  };
  const isUnsaved = (): boolean =>
    [...sessions.values()].some(({ status }) => status.kind !== 'saved');
  let wasUnsaved = false;
  const tell = (): void => {
    if (isUnsaved() !== wasUnsaved) unsaved((wasUnsaved = isUnsaved()));
  };
  return {
    open: (paper, begun, ways) => {
      listen();
      let session = sessions.get(paper);
      if (session) session.takeIn(begun.note);
      else {
        session = createNoteSession({ ...begun, ...ways, later, unheard, changed: tell });
        sessions.set(paper, session);
        tell();
      }
      return session;
    },
  };
}
