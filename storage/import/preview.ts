import { paperRecords } from '@/domain/export/convert';
import { changesOf, type PagePreview, type PaperChanges } from '@/domain/import/changes';
import { type Admitted, futureOf } from '@/domain/import/incoming';
import type { GlossDatabase } from '@/storage/db';
import { matchPapers, snapshotsOf } from './papers';
import { stagedPage } from './staging';

const rejections = (items: readonly Admitted[]): PagePreview['rejected'] =>
  items.flatMap((item) =>
    item.kind === 'rejected' ? [{ place: item.place, reason: item.value }] : [],
  );

/** Lays a page of a staged file beside the library, and writes nothing. `now` is milliseconds since 1970. */
export async function previewPage(
  db: GlossDatabase,
  now: number,
  { id, page }: { id: string; page: number },
): Promise<PagePreview> {
  const staged = await stagedPage(db, id, page);
  const isLast =
    (await db.staged
      .where('[id+page]')
      .equals([id, page + 1])
      .count()) === 0;
  const items = staged?.items ?? [];
  const records = items.flatMap((item) => (item.kind === 'paper' ? paperRecords(item.value) : []));
  const names = new Map((await db.tags.toArray()).map((tag) => [tag.id, tag.name]));
  for (const item of items) if (item.kind === 'tag') names.set(item.value.id, item.value.name);
  const matched = await matchPapers(db, records);
  const highlights = Map.groupBy(
    matched.highlights.map((after, index) => ({ before: matched.known[index], after })),
    ({ after }) => after.paperId,
  );
  const changes: PaperChanges[] = [];
  for (const [paperId, { papers }] of snapshotsOf(matched)) {
    const after = matched.set.papers.get(paperId);
    const [before] = papers;
    if (!after || !before) continue;
    const found = changesOf(
      before,
      after,
      highlights.get(paperId) ?? [],
      (tag) => names.get(tag) ?? tag,
    );
    if (found.length > 0) changes.push({ id: paperId, title: after.title, changes: found });
  }
  return {
    new: matched.new,
    merged: matched.merged,
    changes,
    rejected: rejections(items),
    future: futureOf(items, now),
    isLast,
  };
}
