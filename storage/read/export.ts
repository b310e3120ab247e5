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
import { Page } from './page';

const PAPERS = 500;
const SIGHTINGS = 5_000;
/** Papers that are read at once: few enough that the longest there are fit into memory. */
const AT_ONCE = 50;

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

/**
 * Papers as the export file has them, in id order; removed highlights and tags taken off included. Pages of up to 500
 * that end after `PAGE_WEIGHT`; a paper that is heavier has a page of its own.
 */
export const exportPapers = (
  db: GlossDatabase,
  after: string | null,
): Promise<{ papers: PaperDocument[]; next: string | null }> =>
  db.transaction('r', [db.papers, db.highlights], async () => {
    const page = new Page<PaperDocument>();
    let last = after ?? '';
    while (page.items.length < PAPERS) {
      const rows = await db.papers.where('id').above(last).limit(AT_ONCE).toArray();
      const isWhole = page.take(await inARow(db, rows));
      last = page.items.at(-1)?.id ?? last;
      if (!isWhole) break;
      if (rows.length < AT_ONCE) return { papers: page.items, next: null };
    }
    return { papers: page.items, next: last };
  });

/**
 * Some papers as the export file has them, by their ids or by ids that they had before they were joined, in the order
 * asked; those that are not there are left out.
 */
export const exportById = (db: GlossDatabase, ids: readonly string[]): Promise<PaperDocument[]> =>
  db.transaction('r', [db.papers, db.highlights], async () => {
    const found = await db.papers.bulkGet([...ids]);
    const missing = ids.filter((_, index) => !found[index]);
    const joined =
      missing.length === 0 ? [] : await db.papers.where('aliases').anyOf(missing).toArray();
    const byAlias = new Map(joined.flatMap((row) => row.aliases.map((id) => [id, row] as const)));
    const all = ids.flatMap((id, index) => found[index] ?? byAlias.get(id) ?? []);
    const rows = [...new Map(all.map((row) => [row.id, row])).values()];
    const highlights = await db.highlights
      .where('paperId')
      .anyOf(rows.map(({ id }) => id))
      .toArray();
    return documentsOf(rows, highlights);
  });

/** The papers of `exportById` in pages as those of `exportPapers`; `next` is the last id of `ids` that is through. */
async function exportSome(
  db: GlossDatabase,
  ids: readonly string[],
): Promise<{ papers: PaperDocument[]; next: string | null }> {
  const page = new Page<PaperDocument>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const asked = ids.slice(at, at + AT_ONCE);
    const found = await exportById(db, asked);
    const before = page.items.length;
    if (page.take(found)) continue;
    const left = found[page.items.length - before];
    const through = asked.findIndex((id) => id === left?.id || left?.aliases.includes(id));
    return { papers: page.items, next: ids[at + through - 1] ?? null };
  }
  return { papers: page.items, next: null };
}

/** Papers as lines of the export file: with `ids` those alone. */
export async function paperLines(
  db: GlossDatabase,
  { after, ids }: { after: string | null; ids?: readonly string[] | undefined },
): Promise<ExportLines> {
  const { papers, next } = ids ? await exportSome(db, ids) : await exportPapers(db, after);
  return { lines: linesOf(papers), count: papers.length, next };
}

/** What the export file says before its papers. */
export const exportHead = (db: GlossDatabase): Promise<ExportHead> =>
  db.transaction('r', [db.tags, db.shared, db.settings], async () => ({
    tags: (await db.tags.orderBy('id').toArray()).map(tagDocument),
    shared: await db.shared.orderBy('key').toArray(),
    extra: await readLocal(db, 'extra'),
  }));

/** The head in pages that end after `PAGE_WEIGHT`, in the order of kinds and names; `after` is `next` of the page before, empty first. */
export async function exportHeadPage(
  db: GlossDatabase,
  after: string,
): Promise<ExportHead & { next: string | null }> {
  const { tags, shared, extra = {} } = await exportHead(db);
  const all = [
    ...Object.entries(extra).map(([name, section]) => ({ at: `section:${name}`, section, name })),
    ...shared.map((value) => ({ at: `shared:${value.key}`, value })),
    ...tags.map((tag) => ({ at: `tag:${tag.id}`, tag })),
  ];
  const left = all.filter(({ at }) => at > after).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const page = new Page<(typeof left)[number]>();
  const isLast = page.take(left);
  return {
    tags: page.items.flatMap((one) => ('tag' in one ? one.tag : [])),
    shared: page.items.flatMap((one) => ('value' in one ? one.value : [])),
    extra: Object.fromEntries(
      page.items.flatMap((one) => ('section' in one ? [[one.name, one.section]] : [])),
    ),
    next: isLast ? null : (page.items.at(-1)?.at ?? null),
  };
}

/** Sightings in the order of their keys; pages of up to 5,000 that end after `PAGE_WEIGHT`. */
export async function exportSightings(
  db: GlossDatabase,
  after: string | null,
): Promise<{ sightings: SightingRecord[]; next: string | null }> {
  const rows = await db.sightings
    .where('key')
    .above(after ?? '')
    .limit(SIGHTINGS)
    .toArray();
  const page = new Page<SightingRecord>();
  const isLast = page.take(rows) && rows.length < SIGHTINGS;
  return { sightings: page.items, next: isLast ? null : (page.items.at(-1)?.key ?? null) };
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
