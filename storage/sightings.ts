import type { PaperKey } from '@/domain/paper/paper';
import type { GlossDatabase } from './db';
import type { SightingRow } from './rows';

/** Counts that papers were on the screen: under each of their keys, so that any page that lists them knows. */
export async function writeSightings(
  db: GlossDatabase,
  { site, at, papers }: { site: string; at: number; papers: { keys: PaperKey[] }[] },
): Promise<void> {
  const keys = [...new Set(papers.flatMap((paper) => paper.keys))];
  await db.transaction('rw', db.sightings, () => countSightings(db, keys, { site, at }));
}

/** Counts a sighting under each key. Needs a transaction over `sightings`. */
export async function countSightings(
  db: GlossDatabase,
  keys: PaperKey[],
  { site, at }: { site: string; at: number },
): Promise<void> {
  const known = await db.sightings.bulkGet(keys);
  await db.sightings.bulkPut(
    keys.map((key, index) => {
      const { firstAt = at, count = 0 } = known[index] ?? {};
      return { key, site, firstAt, lastAt: at, count: count + 1 };
    }),
  );
}

/** How long sightings are kept, days, and how many at the most. */
export const SIGHTING_DAYS = 400;
const MOST_SIGHTINGS = 1_000_000;
const SLICE = 2_000;

/**
 * Deletes some of the sightings that are older than `before` (milliseconds since 1970), or of more than are kept the
 * oldest; a slice at a time, by index. Returns whether there are more.
 */
export const sweepSightings = (
  db: GlossDatabase,
  { before, most = MOST_SIGHTINGS }: { before: number; most?: number },
): Promise<boolean> =>
  db.transaction('rw', db.sightings, async () => {
    const old = await db.sightings.where('lastAt').below(before).limit(SLICE).primaryKeys();
    // Counting a million takes a second: that is for the end.
    const excess = old.length > 0 ? 0 : (await db.sightings.count()) - most;
    const oldest =
      excess > 0
        ? await db.sightings.orderBy('lastAt').limit(Math.min(excess, SLICE)).primaryKeys()
        : [];
    await db.sightings.bulkDelete([...old, ...oldest]);
    return old.length > 0 || excess > SLICE;
  });

/** Sets sightings back to what they were; a row of a key alone was none. Needs a transaction over `sightings`. */
export async function restoreSightings(
  db: GlossDatabase,
  rows: (SightingRow | { key: PaperKey })[],
): Promise<void> {
  await db.sightings.bulkPut(rows.filter((row): row is SightingRow => 'lastAt' in row));
  await db.sightings.bulkDelete(rows.flatMap((row) => ('lastAt' in row ? [] : row.key)));
}
