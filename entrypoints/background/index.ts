import { browser, defineBackground } from '#imports';
import { admit } from '@/rpc/guard';
import { serve } from '@/rpc/serve';
import { BackupDatabase } from '@/storage/backup/db';
import { GlossDatabase } from '@/storage/db';
import { careByItself } from './backups';
import { broadcast } from './broadcast';
import { onFreshLog } from './fresh-log';
import { handlersFor } from './handlers';
import { addMenus } from './menus';
import { addOmnibox } from './omnibox';
import { createOutbox } from './outbox';
import { createAttention } from './idle';
import { followAllowedSites } from './sites';

/** The only writer of the library. Listeners are added at once: messages that start a worker must find them. */
export default defineBackground(() => {
  const env = {
    now: () => Date.now(),
    newId: () => crypto.randomUUID().replaceAll('-', ''),
  };
  const own = { extension: browser.runtime.id, pages: browser.runtime.getURL('/') };
  const db = new GlossDatabase();
  const backups = new BackupDatabase();
  const attention = createAttention();
  const outbox = createOutbox(db, (papers) => broadcast(papers, {}));
  const handlers = onFreshLog(handlersFor(db, backups, env), () => Promise.resolve(indexedDB));
  serve(attention.attend(outbox.attend(handlers)), (name, ask, sender) =>
    admit(name, ask, sender, own),
  );
  outbox.catchUp().catch(() => undefined);
  careByItself(db, backups, env, attention.quiet);
  addMenus();
  addOmnibox(db);
  followAllowedSites();
});
