import { GlossDatabase } from '@/storage/db';
import { byRules, lookAt } from '@/storage/opening';
import { currentPlace } from '@/storage/place';

/** Between two looks for a library that is not there, milliseconds. */
const LOOKS = { first: 20, longest: 1_000 };

/**
 * For a worker that only reads: the library, never one that a newer Gloss wrote, and the place of its databases. A
 * library that is missing is waited for: the keeper makes it on a new installation, and where one was lost a person
 * chooses what becomes of it (`entrypoints/background/keeper.ts`).
 */
export async function openForReading(): Promise<{ db: GlossDatabase; place: IDBFactory }> {
  for (let wait = LOOKS.first; ; wait = Math.min(2 * wait, LOOKS.longest)) {
    // A library that is brought back may have another place.
    const place = await currentPlace();
    const sight = await lookAt(place, 'gloss');
    if (sight.is !== 'missing')
      return { db: new GlossDatabase('gloss', byRules(place, { mayCreate: false })), place };
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
