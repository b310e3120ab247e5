import { browser } from '#imports';
import { eachWithin, type Handlers } from '@/rpc/serve';
import { isWrite } from '@/rpc/write-order';
import { beginFreshLog } from '@/storage/fresh-log';

/** Where it is kept, as long as the browser runs, that its log is whole. */
const WHOLE = 'log-is-whole';

/** What failed in the database may have left half a record in its log. */
const isSuspicious = (reason: string): boolean => reason === 'storage' || reason === 'quota';

/**
 * The same handlers, whose writes go to a log that no crash of before and no full disk has torn: each start of the
 * browser, and each failure of the database, is followed by a fresh log before anything is written. Where there is no
 * room for one, the write is tried all the same.
 */
export function onFreshLog<H extends Handlers>(handlers: H, place: () => Promise<IDBFactory>): H {
  let isWhole: boolean | undefined;
  let beginning: Promise<void> | null = null;
  const note = async (whole: boolean): Promise<void> => {
    isWhole = whole;
    await browser.storage.session.set({ [WHOLE]: whole });
  };
  const begin = async (): Promise<void> => {
    isWhole ??= (await browser.storage.session.get(WHOLE))[WHOLE] === true;
    if (isWhole) return;
    await beginFreshLog(await place());
    await note(true);
  };
  const ready = async (): Promise<void> => {
    if (isWhole) return;
    beginning ??= begin().finally(() => {
      beginning = null;
    });
    await beginning.catch((error: unknown) => console.warn('No fresh log could begin:', error));
  };
  void ready();
  return eachWithin(handlers, (handle) => async (ask, sender) => {
    if (isWrite(ask)) await ready();
    const answer = await handle(ask, sender);
    if (!answer.ok && isSuspicious(answer.error.reason)) await note(false);
    return answer;
  });
}
