import type { PaperKey } from '@/domain/paper';
import type { GlossDatabase } from './db';

/** Counts that papers were on the screen: under each of their keys, so that any page that lists them knows. */
export async function writeSightings(
  db: GlossDatabase,
  { site, at, papers }: { site: string; at: number; papers: { keys: PaperKey[] }[] },
): Promise<void> {
  const keys = [...new Set(papers.flatMap((paper) => paper.keys))];
  await db.transaction('rw', db.sightings, async () => {
    const known = await db.sightings.bulkGet(keys);
    await db.sightings.bulkPut(
      keys.map((key, index) => {
        const { firstAt = at, count = 0 } = known[index] ?? {};
        return { key, site, firstAt, lastAt: at, count: count + 1 };
      }),
    );
  });
}
