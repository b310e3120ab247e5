import { browser } from '#imports';
import { fail } from '@/domain/result';
import type { Handlers } from '@/rpc/serve';
import { beginFreshLog, ROOM } from '@/storage/fresh-log';
import { READS } from './gate';

/** Where it is kept what the log is like, as long as the browser runs. */
const KEY = 'log';

/**
 * `old`: the browser found it, and whoever wrote it may have been ended in the middle of a record. `torn`: a write
 * failed, and left half a record. `fresh`: neither.
 */
type Log = 'old' | 'torn' | 'fresh';

interface LogPorts {
  place: () => Promise<IDBFactory>;
  /** Whether the disk has room for so many bytes. */
  hasRoom: (bytes: number) => Promise<boolean>;
  /** Is told why none could begin. */
  note: (error: unknown) => void;
}

/** What failed in the database may have torn its log. */
const isTearing = (reason: string): boolean => reason === 'storage' || reason === 'quota';

/** Has everything written to a log that is whole. */
export interface LogKeeper {
  /** The same handlers; what they write waits for a fresh log, or is refused while there is no room for one. */
  guard: (handlers: Handlers) => Handlers;
}

export function createLogKeeper({ place, hasRoom, note }: LogPorts): LogKeeper {
  let log: Log | undefined;
  let beginning: Promise<void> | null = null;
  const become = async (next: Log): Promise<void> => {
    log = next;
    await browser.storage.session.set({ [KEY]: next });
  };
  const begin = async (): Promise<void> => {
    log ??= ((await browser.storage.session.get(KEY))[KEY] as Log | undefined) ?? 'old';
    if (log === 'fresh' || !(await hasRoom(ROOM))) return;
    try {
      await beginFreshLog(await place());
      await become('fresh');
    } catch (error) {
      note(error);
      await become('torn');
    }
  };
  /** What the log is like once a fresh one has begun, where one can. */
  const ready = async (): Promise<Log> => {
    if (log !== 'fresh') {
      beginning ??= begin().finally(() => {
        beginning = null;
      });
      await beginning;
    }
    return log ?? 'old';
  };
  const guarded =
    (handle: Handlers[string]): Handlers[string] =>
    async (ask, sender) => {
      // Behind half a record the next write would be the last that is ever read.
      if ((await ready()) === 'torn') return fail('quota', 'The disk is full.');
      const answer = await handle(ask, sender);
      if (!answer.ok && isTearing(answer.error.reason)) await become('torn');
      return answer;
    };
  return {
    guard: (handlers) =>
      Object.fromEntries(
        Object.entries(handlers).map(([name, handle]) => [
          name,
          READS.has(name) ? handle : guarded(handle),
        ]),
      ),
  };
}
