import { GlossDatabase } from '@/storage/db';
import { byRules } from '@/storage/opening';
import { currentPlace } from '@/storage/place';
import { openAsItIs } from './glance';

/** Between two looks for a library that is not there to be read, milliseconds. */
const LOOKS = { first: 20, longest: 1_000 };

/**
 * For a worker that only reads: the library, open, never one of another version, and the place of its databases. A
 * reader neither makes a library nor changes its schema: that is the keeper's (`entrypoints/background/keeper.ts`),
 * and an opening that waits for others would keep the keeper's waiting behind it, unsaid. So a reader waits until the
 * keeper has done either, and opens a library again that it had to close for it.
 */
export async function openForReading(): Promise<{ db: GlossDatabase; place: IDBFactory }> {
  const { place, held } = await readable();
  const db = new GlossDatabase('gloss', {
    ...byRules(place, { mayCreate: false }),
    autoOpen: false,
  });
  const again = async (): Promise<void> => {
    db.close();
    // A library that comes back in another place is read by a worker of a page that loads anew.
    const found = await readable();
    await db.open().catch(again);
    found.held.close();
  };
  db.on('versionchange', () => void again());
  await db.open().catch(again);
  held.close();
  return { db, place };
}

/**
 * Waits for a library of this version, and holds it, so that nobody changes it until it is opened. By an opening that
 * asks for no version: it comes after all that others have asked for, and blocks nobody.
 */
async function readable(): Promise<{ place: IDBFactory; held: IDBDatabase }> {
  for (let wait = LOOKS.first; ; wait = Math.min(2 * wait, LOOKS.longest)) {
    // A library that is brought back may have another place.
    const place = await currentPlace();
    const held = await openAsItIs(place).catch(() => null);
    if (held) return { place, held };
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
