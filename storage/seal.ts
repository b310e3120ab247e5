import type { Environment } from './clock';
import type { GlossDatabase } from './db';

const KEY = 'seal';

/**
 * A word that content scripts of this installation know, of before and after an update, and nobody else: it is never
 * exported, and no page sees it.
 */
export async function sealOf(db: GlossDatabase, { newId }: Environment): Promise<string> {
  const known = await sealIn(db);
  if (known !== null) return known;
  return db.transaction('rw', db.settings, async () => {
    const seal = (await sealIn(db)) ?? newId();
    await db.settings.put({ key: KEY, value: seal });
    return seal;
  });
}

async function sealIn(db: GlossDatabase): Promise<string | null> {
  const value = (await db.settings.get(KEY))?.value;
  return typeof value === 'string' ? value : null;
}
