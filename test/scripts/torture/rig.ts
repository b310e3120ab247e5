import { browser } from '#imports';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { handlersFor } from '@/entrypoints/background/handlers';
import { fail } from '@/domain/result';
import { admit } from '@/rpc/guard';
import type { Handlers } from '@/rpc/serve';
import type { Rig } from '@/scripts/torture/rig';
import { BackupDatabase } from '@/storage/backup/db';
import { openLibrary } from '../../storage/open';
import { memoryShelf } from '../../storage/shelf';

const OWN = { extension: 'gloss', pages: 'chrome-extension://gloss/' };

let rigs = 0;

/** The background's handlers on a database in memory: nothing fails, and the clock goes on a second with each look. */
export function openRig(wrap: (handlers: Handlers) => Handlers = (handlers) => handlers): Rig {
  rigs += 1;
  // No page is there to be told of anything.
  browser.tabs.query = () => Promise.resolve([]);
  const { db, env } = openLibrary();
  const backups = new BackupDatabase(`backups${rigs}`, { indexedDB, IDBKeyRange });
  let offset = 0;
  const handlers = wrap(
    handlersFor(db, backups, { ...env, now: () => env.now() + offset }, memoryShelf()),
  );
  const nothing = async (): Promise<void> => undefined;
  return {
    ask: async (place, { gloss, ask }) => {
      const url = place.startsWith('tab') ? 'https://arxiv.org/' : `${OWN.pages}library.html`;
      const sender = { id: OWN.extension, url };
      const admitted = admit(gloss, JSON.parse(JSON.stringify(ask)), sender, OWN);
      if (!admitted.ok) return admitted;
      const handle = handlers[gloss];
      if (!handle) return fail('invalid', `There is no call ${gloss} here.`);
      const answer = await handle(admitted.value as never, sender);
      return JSON.parse(JSON.stringify(answer)) as unknown;
    },
    killWorker: nothing,
    care: nothing,
    reload: nothing,
    sigkill: nothing,
    flicker: nothing,
    quit: nothing,
    restart: nothing,
    fillDisk: () => undefined,
    freeDisk: () => undefined,
    setClock: (to) => {
      offset = to;
    },
    tear: () => undefined,
    damage: () => undefined,
  };
}
