import { browser } from '#imports';
import { fail } from '@/domain/result';
import type { Handlers } from '@/rpc/serve';
import type { Shelf } from '@/domain/shelf';
import { beginFreshLog, beginFreshShelf } from '@/storage/fresh-log';
import { isWriting } from './gate';

/** The name under which the session keeps that the log is whole. */
const WHOLE = 'log-is-whole';

interface LogPorts {
  /** Where the databases are. */
  place: () => Promise<IDBFactory>;
  /** The store outside the databases, which has a log of its own. */
  shelf: Shelf;
  /** Whether the disk has room to write. */
  hasRoom: () => Promise<boolean>;
  /** Called with the reason why no fresh log could begin. */
  note: (error: unknown) => void;
}

/** Has everything written to a log that no crash and no full disk has torn. */
export interface LogKeeper {
  /** Whether something may be written now; a fresh log begins where one is due. */
  isReady: () => Promise<boolean>;
  /** The same handlers; those that write wait for a fresh log where one is due, and refuse while there is no room. */
  guard: (handlers: Handlers) => Handlers;
  /** The store outside the databases, in the same care. Fails where there is no room. */
  shelf: Shelf;
  /** A write failed that no call asked for. */
  torn: () => void;
}

/** What failed in the database may have left half a record in its log. */
const isTearing = (reason: string): boolean => reason === 'storage' || reason === 'quota';

/**
 * A fresh log is due after each start of the browser, after each write that failed, and when the disk was full. What is
 * written behind half a record is acknowledged, and takes the library with it at the next start.
 */
export function createLogKeeper({ place, shelf, hasRoom, note }: LogPorts): LogKeeper {
  let isWhole: boolean | undefined;
  let beginning: Promise<boolean> | null = null;
  const become = async (whole: boolean): Promise<void> => {
    isWhole = whole;
    await browser.storage.session.set({ [WHOLE]: whole });
  };
  const begin = async (): Promise<boolean> => {
    isWhole ??= (await browser.storage.session.get(WHOLE))[WHOLE] === true;
    // Firefox keeps its databases otherwise.
    if (isWhole || import.meta.env.BROWSER === 'firefox') return true;
    try {
      // The library's first, and at once: a crash takes it until that is done, for the browser may have gone on writing.
      await beginFreshLog(await place());
      await beginFreshShelf(shelf).catch(note);
      await become(true);
      return true;
    } catch (error) {
      note(error);
      return false;
    }
  };
  const isReady = async (): Promise<boolean> => {
    if (!(await hasRoom())) {
      // What was written when it filled up may have failed unnoticed.
      await become(false);
      return false;
    }
    if (isWhole) return true;
    beginning ??= begin().finally(() => {
      beginning = null;
    });
    return beginning;
  };
  // Some things are written without anybody asking.
  isReady().catch(note);
  const guarded =
    (handle: Handlers[string]): Handlers[string] =>
    async (ask, sender) => {
      if (!(await isReady())) return fail('quota', 'The disk is full.');
      const answer = await handle(ask, sender);
      if (!answer.ok && isTearing(answer.error.reason)) await become(false);
      return answer;
    };
  /** Keeps something outside the databases. */
  const keep = async (work: () => Promise<void>): Promise<void> => {
    if (!(await isReady())) throw new Error('The disk is full.');
    try {
      await work();
    } catch (error) {
      await become(false);
      throw error;
    }
  };
  return {
    isReady,
    torn: () => void become(false).catch(note),
    shelf: {
      get: (key) => shelf.get(key),
      keys: () => shelf.keys(),
      set: (values) => keep(() => shelf.set(values)),
      remove: (keys) => keep(() => shelf.remove(keys)),
    },
    guard: (handlers) =>
      Object.fromEntries(
        Object.entries(handlers).map(([name, handle]) => [
          name,
          isWriting(name) ? guarded(handle) : handle,
        ]),
      ),
  };
}
