import { GlossDatabase } from '@/storage/db';
import { fill } from './fill';

/** What the bundle leaves in a page of the extension. */
declare global {
  var fillLibrary: (first: number, end: number, seed: number) => Promise<void>;
}

globalThis.fillLibrary = async (first, end, seed) => {
  const db = new GlossDatabase();
  await fill(db, first, end, seed);
  db.close();
};
