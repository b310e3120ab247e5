import { GlossDatabase } from '@/storage/db';
import { byRules } from '@/storage/opening';
import { currentPlace } from '@/storage/place';

/** For a worker that only reads: the library, never one that a newer Gloss wrote, and the place of its databases. */
export async function openForReading(): Promise<{ db: GlossDatabase; place: IDBFactory }> {
  const place = await currentPlace();
  return { db: new GlossDatabase('gloss', byRules(place, { mayCreate: true })), place };
}
