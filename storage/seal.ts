import type { Environment } from './clock';
import type { GlossDatabase } from './db';

const KEY = 'seal';

/**
 * A word that content scripts of this installation know, of before and after an update, and nobody else: it is never
 * exported, and no page sees it.
 */
export const sealOf = (db: GlossDatabase, { newId }: Environment): Promise<string> =>
  db.transaction('rw', db.settings, async () => {
    const known = (await db.settings.get(KEY))?.value;
    if (typeof known === 'string') return known;
    const seal = newId();
    await db.settings.put({ key: KEY, value: seal });
    return seal;
  });
