import { browser } from '#imports';
import { fail, ok } from '@/domain/result';
import type { Newcomer } from '@/domain/newcomer';
import { settingsFor, settingsHost } from '@/domain/settings';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { loadSettings, saveSettings } from '@/storage/settings';
import { type AppHandlers, value } from './answers';
import { broadcastSettings } from './broadcast';
import { allowedSites } from './sites';

type SettingsCall = `settings.${'page' | 'site' | 'open' | 'load' | 'save'}` | 'sites.allowed';

/** Answers about settings, for pages as they hold on their sites. */
export function settingsHandlers(
  db: GlossDatabase,
  env: Environment,
  { newcomer, sealNow }: { newcomer: Newcomer; sealNow: () => Promise<string> },
): Pick<AppHandlers, SettingsCall> {
  return {
    'settings.page': async (_, { url }) => {
      const host = settingsHost(url);
      return ok({
        ...settingsFor(await loadSettings(db), host ?? ''),
        // The welcome page tells all by itself.
        isNewcomer: host !== null && (await newcomer.is()),
        seal: await sealNow(),
      });
    },
    'settings.site': async (site, sender) => {
      const host = settingsHost(sender.url);
      if (host === null) return fail('forbidden', 'Only a web page has settings of its own.');
      const settings = await saveSettings(db, env, { sites: { [host]: site } });
      await broadcastSettings(sender);
      return ok(settingsFor(settings, host));
    },
    'settings.open': async () => {
      await browser.runtime.openOptionsPage();
      return ok(null);
    },
    'settings.load': () => value(loadSettings(db)),
    'settings.save': async (change, sender) => {
      const settings = await saveSettings(db, env, change);
      await broadcastSettings(sender);
      return ok(settings);
    },
    'sites.allowed': () => value(allowedSites()),
  };
}
