import { paperRecords } from '@/domain/export/convert';
import { changesOf, type PagePreview, type PaperChanges } from '@/domain/import/changes';
import { type Admitted, futureOf } from '@/domain/import/incoming';
import type { GlossDatabase } from '@/storage/db';
import { type Sections, TOO_LARGE } from '@/domain/import/sections';
import { previewOthers, sectionsIn } from './others';
import { matchPapers, snapshotsOf } from './papers';
import { stagedPage } from './staging';

const rejections = (items: readonly Admitted[]): PagePreview['rejected'] =>
  items.flatMap((item) =>
    item.kind === 'rejected' ? [{ place: item.place, reason: item.value }] : [],
  );

/** Changes beside papers that one page of a preview tells. */
const MOST_OTHERS = 500;

/** Sections on the pages before, where a page has any: they need room too. */
async function sectionsBefore(
  db: GlossDatabase,
  items: readonly Admitted[],
  { id, page }: { id: string; page: number },
): Promise<Sections> {
  let before: Sections = {};
  if (Object.keys(sectionsIn(items)).length === 0) return before;
  for (let at = 0; at < page; at++)
    before = { ...before, ...sectionsIn((await stagedPage(db, id, at))?.items ?? []) };
  return before;
}

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
  const { others, left } = await previewOthers(
    db,
    items,
    await sectionsBefore(db, items, { id, page }),
  );
  const noRoom = left.map((place) => ({ place, reason: TOO_LARGE }));
  return {
    others: others.slice(0, MOST_OTHERS),
    otherChanges: others.length,
    new: matched.new,
    merged: matched.merged,
    changes,
    rejected: [...rejections(items), ...noRoom],
    future: futureOf(items, now),
    isLast,
  };
}
