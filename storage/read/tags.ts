import type { Tag } from '@/domain/paper/paper';
import { tagOf } from '@/domain/paper/record';
import type { GlossDatabase } from '@/storage/db';

/** All tags, those used last first. */
export const listTags = async (db: GlossDatabase): Promise<Tag[]> =>
  (await db.tags.orderBy('usedAt').reverse().toArray())
    .filter(({ removed }) => !removed)
    .map(tagOf);

/** All tags with the number of papers that have them. */
export async function countTags(db: GlossDatabase): Promise<(Tag & { papers: number })[]> {
  const tags = await listTags(db);
  const counts = await Promise.all(
    tags.map(({ id }) => db.papers.where('tags').equals(id).count()),
  );
  return tags.map((tag, index) => ({ ...tag, papers: counts[index] ?? 0 }));
}
