import { browser, defineBackground } from '#imports';
import { clockTime } from '@/domain/time';
import { ok } from '@/domain/result';
import { settingsHost } from '@/domain/settings';
import { admit } from '@/rpc/guard';
import { createRates } from '@/rpc/rates';
import type { AppProtocol } from '@/rpc/protocol';
import { appSchemas, pageSchemas } from '@/rpc/schemas';
import { type Sender, serve } from '@/rpc/serve';
import { currentPlace, newPlace } from '@/storage/place';
import { createRefusals } from '@/storage/refusals';
import { hasRoom } from '@/storage/room';
import { careByItself, copySoon } from './backups';
import { broadcast } from './broadcast';
import { createErrors } from './errors';
import { welcomeOnInstall } from './first-run';
import { createLogKeeper } from './fresh-log';
import { throughGate } from './gate';
import { handlersFor } from './handlers';
import { addMenus } from './menus';
import { addOmnibox } from './omnibox';
import { createOutbox } from './outbox';
import { createAttention } from './idle';
import { Keeper } from './keeper';
import { keepOutsideToOurselves, outside } from './outside';
import { rescueHandlers, tellOfChange } from './rescue';
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
  const errors = createErrors(env);
  const log = createLogKeeper({
    place: currentPlace,
    shelf: outside,
    hasRoom,
    note: errors.threw,
  });
  const { shelf } = log;
  const keeper = new Keeper({
    shelf,
    env,
    places: { current: currentPlace, fresh: newPlace },
    hasRoom,
    changed: tellOfChange,
    torn: log.torn,
    marked: () => void copySoon(shelf).catch(errors.threw),
    note: errors.threw,
  });
  const attention = createAttention();
  const gated = throughGate({
    keeper,
    // Each protocol's calls and its schemas have the same names.
    names: Object.keys({ ...pageSchemas, ...appSchemas }) as (keyof AppProtocol)[],
    handlersFor: ({ db, backups }) => {
      const outbox = createOutbox(db, (papers) => broadcast(papers, {}), { isReady: log.isReady });
      // A call that needs no library may come first: nothing can be read before it is open.
      void keeper
        .enter()
        .then((trouble) => (trouble === null ? outbox.catchUp() : undefined))
        .catch(errors.threw);
      return log.guard(outbox.attend(handlersFor(db, backups, env, shelf)));
    },
    noted: errors.failed,
  });
  const rescue = rescueHandlers({ keeper, shelf, env, errors, hasRoom });
  const rates = createRates(env.now);
  const refused = createRefusals({
    library: async () => ((await keeper.enter()) === null ? (await keeper.open()).db : null),
    now: env.now,
    told: (calls) =>
      errors.failed(`${calls} calls of a page that asked for more than a person can do:`, {
        reason: 'busy',
        message: '',
      }),
  });
  serve(attention.attend({ ...gated, ...rescue }), (name, ask, sender) => {
    const isOwnPage = sender.url?.startsWith(own.pages) ?? false;
    const within = isOwnPage ? ok(null) : rates.take(senderOf(sender), name, ask);
    if (!within.ok) refused(settingsHost(sender.url) ?? '');
    return within.ok ? admit(name, ask, sender, own) : within;
  });
  void keepOutsideToOurselves().catch(errors.threw);
  void keeper.enter().catch(errors.threw);
  careByItself(keeper, shelf, env, attention.quiet);
  addMenus({
    save: (paper) => gated['paper.status']({ opId: env.newId(), paper, status: 'saved' }, {}),
    now: env.now,
  });
  welcomeOnInstall();
  addOmnibox(keeper);
  followAllowedSites();
});
