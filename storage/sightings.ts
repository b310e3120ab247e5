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

/** Sets sightings back to what they were; a row of a key alone was none. Needs a transaction over `sightings`. */
export async function restoreSightings(
  db: GlossDatabase,
  rows: (SightingRow | { key: PaperKey })[],
): Promise<void> {
  await db.sightings.bulkPut(rows.filter((row): row is SightingRow => 'lastAt' in row));
  await db.sightings.bulkDelete(rows.flatMap((row) => ('lastAt' in row ? [] : row.key)));
}
