import type { PaperState } from '@/domain/paper';
import type { Handlers } from '@/rpc/serve';
import type { GlossDatabase } from '@/storage/db';
import { statesById } from '@/storage/papers';
import { markTold, MOST_TOLD, revisionOf, untold } from '@/storage/told';

/** A message that was sent so long ago has left the worker, milliseconds. */
const SENT = 1_000;

/** Sees to it that all open pages learn of each write, also where the worker died before its messages were out. */
export interface Outbox {
  /** The same handlers; what they wrote and told is noted a moment later. */
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
): Outbox {
  let isDue = false;
  let noted = -1;
  const note = (): void => {
    if (isDue) return;
    isDue = true;
    // What is written from now on is told before the time is over, or noted with the next.
    const told = revisionOf(db);
    setTimeout(() => {
      isDue = false;
      void told.then(async (rev) => {
        if (rev > noted) await markTold(db, rev);
        noted = rev;
      }, ignore);
    }, SENT);
    told.catch(ignore);
  };
  const noting =
    (handler: Handlers[string]): Handlers[string] =>
    async (ask, sender) => {
      const answer = await handler(ask, sender);
      note();
      return answer;
    };
  return {
    attend: <H extends Handlers>(handlers: H) =>
      Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [name, noting(handler)]),
      ) as H,
    catchUp: async () => {
      const ids = await untold(db);
      if (ids.length > 0) await tell(ids.length > MOST_TOLD ? [] : await statesById(db, ids));
      note();
    },
  };
}

/** The library that can't be read is told to whoever asks for it. */
const ignore = (): void => undefined;
