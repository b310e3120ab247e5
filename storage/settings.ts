import { changeSettings, type Settings, type SettingsChange } from '@/domain/settings';
import { parseSettings } from '@/domain/settings-schema';
import type { GlossDatabase } from './db';

const KEY = 'settings';

/** What a person chose; the defaults where nothing was. */
export const loadSettings = async (db: GlossDatabase): Promise<Settings> =>
  parseSettings((await db.settings.get(KEY))?.value);

/** Writes a change over what is stored, in one transaction: two pages that change different things lose neither. */
export const saveSettings = (db: GlossDatabase, change: SettingsChange): Promise<Settings> =>
  db.transaction('rw', db.settings, async () => {
    const value = changeSettings(await loadSettings(db), change);
    await db.settings.put({ key: KEY, value });
    return value;
  });
