import { changeSettings, type Settings, type SettingsChange } from '@/domain/settings';
import { parseSettings } from '@/domain/settings-schema';
import type { Environment } from './clock';
import type { GlossDatabase } from './db';
import { readShared, writeShared } from './shared';

const KIND = 'settings';

/** What a person chose; the defaults where nothing was. */
export const loadSettings = async (db: GlossDatabase): Promise<Settings> =>
  parseSettings(Object.fromEntries(await readShared(db, KIND)));

/** Writes a change over what is stored, in one transaction: two pages that change different things lose neither. */
export const saveSettings = (
  db: GlossDatabase,
  env: Environment,
  change: SettingsChange,
): Promise<Settings> =>
  db.transaction('rw', [db.settings, db.shared], async () => {
    const settings = changeSettings(await loadSettings(db), change);
    for (const name of Object.keys(change) as (keyof Settings)[])
      await writeShared(db, env, KIND, name, settings[name]);
    return settings;
  });
