import { browser, defineBackground } from '#imports';
import { clockTime } from '@/domain/time';
import { ok } from '@/domain/result';
import { siteName } from '@/domain/settings';
import { admit } from '@/rpc/guard';
import { createRates } from '@/rpc/rates';
import { type Sender, serve } from '@/rpc/serve';
import { BackupDatabase } from '@/storage/backup/db';
import { GlossDatabase } from '@/storage/db';
import { createRefusals } from '@/storage/refusals';
import { careByItself } from './backups';
import { broadcast } from './broadcast';
import { handlersFor } from './handlers';
import { addMenus } from './menus';
import { addOmnibox } from './omnibox';
import { createOutbox } from './outbox';
import { createAttention } from './idle';
import { followAllowedSites } from './sites';

/** Whose calls are counted together: those of one tab. */
const senderOf = ({ tab }: Sender): string => String(tab?.id ?? '');

/** The only writer of the library. Listeners are added at once: messages that start a worker must find them. */
export default defineBackground(() => {
  const env = {
    now: () => clockTime(Date.now()),
    newId: () => crypto.randomUUID().replaceAll('-', ''),
  };
  const own = { extension: browser.runtime.id, pages: browser.runtime.getURL('/') };
  const db = new GlossDatabase();
  const backups = new BackupDatabase();
  const attention = createAttention();
  const outbox = createOutbox(db, (papers) => broadcast(papers, {}));
  const rates = createRates(env.now);
  const refused = createRefusals(db, env.now);
  serve(attention.attend(outbox.attend(handlersFor(db, backups, env))), (name, ask, sender) => {
    const isOwnPage = sender.url?.startsWith(own.pages) ?? false;
    const within = isOwnPage ? ok(null) : rates.take(senderOf(sender), name, ask);
    if (!within.ok) refused(siteName(sender.url) ?? '');
    return within.ok ? admit(name, ask, sender, own) : within;
  });
  outbox.catchUp().catch(() => undefined);
  careByItself(db, backups, env, attention.quiet);
  addMenus();
  addOmnibox(db);
  followAllowedSites();
});
