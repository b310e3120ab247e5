import { GlossDatabase } from '@/storage/db';
import { fill } from './fill';
import type { Pace } from './generate';

/** What the bundle leaves in a page of the extension. */
declare global {
  var fillLibrary: (first: number, end: number, seed: number, pace?: Pace) => Promise<void>;
  /** How many rows there are of some keys, each read by a request of its own to IndexedDB. */
  var readEach: (keys: string[]) => Promise<number>;
}

globalThis.fillLibrary = async (first, end, seed, pace) => {
  const db = new GlossDatabase();
  await fill(db, first, end, seed, pace);
  db.close();
};

globalThis.readEach = async (keys) => {
  const db = new GlossDatabase();
  await db.open();
  const transaction = db.backendDB().transaction(['papers', 'sightings']);
  const papers = transaction.objectStore('papers').index('keys');
  const sightings = transaction.objectStore('sightings');
  let found = 0;
  const count = ({ target }: Event): void => {
    if ((target as IDBRequest | null)?.result !== undefined) found += 1;
  };
  for (const key of keys) {
    papers.get(key).addEventListener('success', count);
    sightings.get(key).addEventListener('success', count);
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', reject);
  });
  db.close();
  return found;
};
