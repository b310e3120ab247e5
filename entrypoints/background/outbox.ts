import type { PaperState } from '@/domain/paper/paper';
import { eachWithin, type Handlers } from '@/rpc/serve';
import type { GlossDatabase } from '@/storage/db';
import { markTold, revisionOf, statesToTell, untold } from '@/storage/told';

/** A message that was sent so long ago has left the worker, milliseconds. */
const SENT = 1_000;

interface Options {
  /** Calls back when messages that were sent now have left the worker. */
  later?: (note: () => Promise<void>) => void;
  /** Whether something may be written now. */
  isReady?: () => Promise<boolean>;
}

/** Sees to it that all open pages learn of each write, also where the worker died before its messages were out. */
export interface Outbox {
  /** Wraps handlers: notes a moment later which of their writes were told. */
  attend: <H extends Handlers>(handlers: H) => H;
  /** When the worker starts: tells what one before it wrote and perhaps did not tell. Told twice is told once. */
  catchUp: () => Promise<void>;
}

/**
 * A write is told after its commit, and a worker can be stopped between the two, or while the messages are on
 * their way. So it is noted in the database up to which write all were told, once that is certain.
 */
export function createOutbox(
  db: GlossDatabase,
  tell: (papers: PaperState[]) => Promise<void>,
  { later = onceSent, isReady = () => Promise.resolve(true) }: Options = {},
): Outbox {
  let isDue = false;
  let noted = -1;
  /** A write may not have been told: the next worker tells it. */
  let isUnsure = false;
  const note = (): void => {
    if (isDue || isUnsure) return;
    isDue = true;
    // What is written from now on is told before the time is over, or noted with the next.
    const told = revisionOf(db);
    told.catch(ignore);
    later(async () => {
      isDue = false;
      const rev = await told;
      if (!(await isReady())) return;
      if (rev > noted && !isUnsure) await markTold(db, rev);
      noted = rev;
    });
  };
  const noting =
    (handler: Handlers[string]): Handlers[string] =>
    async (ask, sender) => {
      const answer = await handler(ask, sender);
      isUnsure ||= !answer.ok && answer.error.reason === 'storage';
      note();
      return answer;
    };
  return {
    attend: (handlers) => eachWithin(handlers, noting),
    catchUp: async () => {
      const ids = await untold(db);
      if (ids.length > 0) await tell(await statesToTell(db, ids));
      note();
    },
  };
}

/** Has it noted when messages have left the worker. */
const onceSent = (note: () => Promise<void>): void => {
  setTimeout(() => void note().catch(ignore), SENT);
};

/** A library that can't be read is reported to the caller that asks for it. */
const ignore = (): void => undefined;
