import { paperDocument, tagDocument } from '@/domain/export/convert';
import type { ExportHead } from '@/domain/export/document';
import type { PaperDocument } from '@/domain/export/schema';
import type { ExportLines } from '@/domain/library';
import { ANNOTATIONS } from '@/domain/paper/fields';
import type { HighlightRecord, SightingRecord } from '@/domain/paper/record';
import type { GlossDatabase } from '@/storage/db';
import { readLocal } from '@/storage/local';
import { bareRecord } from '@/storage/papers';
import type { PaperRow } from '@/storage/rows';

const PAPERS = 500;
const SIGHTINGS = 5_000;

const linesOf = (items: readonly unknown[]): string =>
  items.map((item) => JSON.stringify(item)).join('\n');

/** Rows in the order of their ids, as the export file has them: one read of a range of highlights. */
async function inARow(db: GlossDatabase, rows: readonly PaperRow[]): Promise<PaperDocument[]> {
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  if (first === undefined || last === undefined) return [];
  const all = await db.highlights.where('paperId').between(first, last, true, true).toArray();
  return documentsOf(rows, all);
}

const documentsOf = (rows: readonly PaperRow[], all: HighlightRecord[]): PaperDocument[] => {
  const byPaper = Map.groupBy(all, ({ paperId }) => paperId);
  return rows.map((row) => paperDocument(bareRecord(row), byPaper.get(row.id) ?? []));
};

/** Papers as the export file has them, in id order; removed highlights and tags taken off included. Pages of up to 500. */
export const exportPapers = (
  db: GlossDatabase,
  after: string | null,
): Promise<{ papers: PaperDocument[]; next: string | null }> =>
  db.transaction('r', [db.papers, db.highlights], async () => {
    const rows = await db.papers
      .where('id')
      .above(after ?? '')
      .limit(PAPERS)
      .toArray();
    const next = rows.length < PAPERS ? null : (rows.at(-1)?.id ?? null);
    return { papers: await inARow(db, rows), next };
  });

/** Some papers as the export file has them, by their ids or by ids that they had before they were joined; those that are not there are left out. */
export const exportById = (db: GlossDatabase, ids: readonly string[]): Promise<PaperDocument[]> =>
  db.transaction('r', [db.papers, db.highlights], async () => {
    const found = await db.papers.bulkGet([...ids]);
    const missing = ids.filter((_, index) => !found[index]);
    const joined =
      missing.length === 0 ? [] : await db.papers.where('aliases').anyOf(missing).toArray();
    const all = [...found, ...joined].flatMap((row) => row ?? []);
    const rows = [...new Map(all.map((row) => [row.id, row])).values()];
    const highlights = await db.highlights
      .where('paperId')
      .anyOf(rows.map(({ id }) => id))
      .toArray();
    return documentsOf(rows, highlights);
  });

/** Papers as lines of the export file: with `ids` those alone, up to a page of them. */
export async function paperLines(
  db: GlossDatabase,
  { after, ids }: { after: string | null; ids?: readonly string[] | undefined },
): Promise<ExportLines> {
  const { papers, next } = ids
    ? { papers: await exportById(db, ids), next: null }
    : await exportPapers(db, after);
  return { lines: linesOf(papers), count: papers.length, next };
}

/** What the export file says before its papers. */
export const exportHead = (db: GlossDatabase): Promise<ExportHead> =>
  db.transaction('r', [db.tags, db.shared, db.settings], async () => ({
    tags: (await db.tags.orderBy('id').toArray()).map(tagDocument),
    shared: await db.shared.orderBy('key').toArray(),
    extra: await readLocal(db, 'extra'),
  }));

/** Sightings in the order of their keys; pages of up to 5,000. */
export async function exportSightings(
  db: GlossDatabase,
  after: string | null,
): Promise<{ sightings: SightingRecord[]; next: string | null }> {
  const sightings = await db.sightings
    .where('key')
    .above(after ?? '')
    .limit(SIGHTINGS)
    .toArray();
  return { sightings, next: sightings.length < SIGHTINGS ? null : (sightings.at(-1)?.key ?? null) };
}

/** Sightings as lines of the export file. */
export async function sightingLines(db: GlossDatabase, after: string | null): Promise<ExportLines> {
  const { sightings, next } = await exportSightings(db, after);
  return { lines: linesOf(sightings), count: sightings.length, next };
}

const ANNOTATING: ReadonlySet<string> = new Set([...ANNOTATIONS, 'note', 'highlight']);

/** Ids of the papers that a person did something to since a time, milliseconds since 1970. */
export async function annotatedSince(db: GlossDatabase, at: number): Promise<string[]> {
  const ids = new Set<string>();
  await db.journal
    .where('at')
    .aboveOrEqual(at)
    .each(({ origin, field, paperId }) => {
      if (origin === 'user' && ANNOTATING.has(field)) ids.add(paperId);
    });
  return [...ids].toSorted();
}
