import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Keeper } from '@/entrypoints/background/keeper';
import { careForCopy } from '@/storage/backup/copy';
import { writeMark } from '@/storage/mark';
import { writeStatus } from '@/storage/steps/actions';
import { refOf } from '../../storage/open';
import { memoryShelf } from '../../storage/shelf';

globalThis.IDBKeyRange = IDBKeyRange;

let time = 1_700_000_000_000;
let ids = 0;
export const env = { now: () => (time += 1_000), newId: () => `kept${(ids += 1)}` };

/** A keeper over a browser whose folder of databases can be lost, or refuse to be opened. */
export function rig(shelf = memoryShelf(), first = new IDBFactory()) {
  const browser = { factory: first, isBroken: false, hasRoom: true };
  const broken = (): IDBFactory =>
    new Proxy(browser.factory, {
      get: (target, name) => {
        if (browser.isBroken && (name === 'databases' || name === 'open'))
          return () => {
            throw new DOMException('Internal error opening backing store.', 'UnknownError');
          };
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  const changes: unknown[] = [];
  const keeper = new Keeper({
    shelf,
    env,
    places: {
      current: () => Promise.resolve(broken()),
      fresh: () => {
        browser.factory = new IDBFactory();
        browser.isBroken = false;
        return Promise.resolve(broken());
      },
    },
    hasRoom: () => Promise.resolve(browser.hasRoom),
    changed: () => changes.push(null),
    torn: () => undefined,
    marked: () => undefined,
    note: () => undefined,
  });
  return { keeper, shelf, browser, changes };
}

/** A library of three papers that has been copied, and whose worker has gone. */
export async function filled() {
  const made = rig();
  await made.keeper.enter();
  const { db } = await made.keeper.open();
  // Twice: the library that is restored has had fewer writes than the one that was lost.
  for (const status of ['saved', 'read'] as const)
    for (const at of [1, 2, 3])
      await writeStatus(db, env, {
        opId: `${status}${at}`,
        paper: refOf([`arxiv:2401.0000${at}`]),
        status,
      });
  while (await careForCopy(db, made.shelf, env));
  await writeMark(db, made.shelf, env);
  db.close();
  return made;
}
