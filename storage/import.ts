import { paperRecords, tagRecord } from '@/domain/export/convert';
import { documentSchema, type GlossDocument } from '@/domain/export/schema';
import { Shelf } from '@/domain/import/shelf';
import type { ImportReport } from '@/domain/library';
import {
  isSame,
  mergeExtra,
  mergeHighlights,
  mergeShared,
  mergeSightings,
  mergeTags,
} from '@/domain/merge';
import type { HighlightRecord, SharedRecord, SightingRecord, TagRecord } from '@/domain/record';
import { journalOf } from './actions';
import { type Environment, observe, tick } from './clock';
import { type GlossDatabase, listedAt, type PaperRow } from './db';
import type { JournalEntry } from './journal';

/** Sections of files that this version does not know are kept under this setting. */
export const EXTRA = 'extra';

const SECTIONS = new Set(Object.keys(documentSchema.shape));

const stampsOf = ({ papers, tags = [], shared = [] }: GlossDocument): string[] => [
  ...shared.map(({ stamp }) => stamp),
  ...papers.flatMap(({ stamps, note, highlights }) => [
    ...Object.values(stamps),
    ...Object.values(note.seen),
    ...note.heads.map(({ stamp }) => stamp),
    ...highlights.flatMap((highlight) => Object.values(highlight.stamps)),
  ]),
  ...tags.flatMap(({ stamps }) => Object.values(stamps)),
];

/** Rows that share an identity with a file's papers. */
async function rowsOf(db: GlossDatabase, names: string[]): Promise<PaperRow[]> {
  const [byKey, byAlias, byId] = await Promise.all([
    db.papers.where('keys').anyOf(names).distinct().toArray(),
    db.papers.where('aliases').anyOf(names).distinct().toArray(),
    db.papers.where('id').anyOf(names).toArray(),
  ]);
  return [...new Map([...byKey, ...byAlias, ...byId].map((row) => [row.id, row])).values()];
}

/** The file's highlights and those of joined papers, merged with what the library has of them. */
async function mergeAllHighlights(
  db: GlossDatabase,
  shelf: Shelf,
  rows: PaperRow[],
  records: HighlightRecord[],
): Promise<HighlightRecord[]> {
  const joined = rows.flatMap(({ id }) => (shelf.papers.has(id) ? [] : id));
  const [moved, known] = await Promise.all([
    db.highlights.where('paperId').anyOf(joined).toArray(),
    db.highlights.bulkGet(records.map(({ id }) => id)),
  ]);
  const byId = new Map<string, HighlightRecord>();
  for (const record of [...moved, ...known, ...records]) {
    if (!record) continue;
    const other = byId.get(record.id);
    byId.set(record.id, other ? mergeHighlights(other, record) : record);
  }
  return [...byId.values()].map((record) => ({
    ...record,
    paperId: shelf.idOf(record.paperId),
  }));
}

async function mergeAllTags(db: GlossDatabase, tags: TagRecord[]): Promise<void> {
  const known = await db.tags.bulkGet(tags.map(({ id }) => id));
  await db.tags.bulkPut(
    tags.map((tag, index) => {
      const other = known[index];
      return other ? mergeTags(other, tag) : tag;
    }),
  );
}

async function mergeAllShared(db: GlossDatabase, shared: SharedRecord[]): Promise<void> {
  const known = await db.shared.bulkGet(shared.map(({ key }) => key));
  await db.shared.bulkPut(
    shared.map((record, index) => {
      const other = known[index];
      return other ? mergeShared(other, record) : record;
    }),
  );
}

async function mergeAllSightings(db: GlossDatabase, sightings: SightingRecord[]): Promise<void> {
  const known = await db.sightings.bulkGet(sightings.map(({ key }) => key));
  await db.sightings.bulkPut(
    sightings.map((record, index) => {
      const other = known[index];
      return { key: record.key, ...(other ? mergeSightings(other, record) : record) };
    }),
  );
}

/** Sections of a newer version, beside those that are kept already. */
async function keepExtra(db: GlossDatabase, document: GlossDocument): Promise<void> {
  const extra = Object.entries(document).filter(([name]) => !SECTIONS.has(name));
  if (extra.length === 0) return;
  const known = (await db.settings.get(EXTRA))?.value;
  const value = mergeExtra(known as Record<string, unknown> | undefined, Object.fromEntries(extra));
  await db.settings.put({ key: EXTRA, value: value.extra });
}

/** Writes what is new on the shelf, with a journal entry each; returns the ids. */
async function putPapers(
  db: GlossDatabase,
  env: Environment,
  shelf: Shelf,
  rows: PaperRow[],
  highlights: HighlightRecord[],
): Promise<string[]> {
  const before = new Map(rows.map((row) => [row.id, row]));
  const withHighlights = new Set(
    highlights.flatMap(({ paperId, removed }) => (removed ? [] : paperId)),
  );
  const gone = rows.flatMap(({ id }) => (shelf.papers.has(id) ? [] : id));
  const ids: string[] = [];
  const at = env.now();
  const stamp = await tick(db, env);
  const entries: Omit<JournalEntry, 'seq'>[] = [];
  const changed: PaperRow[] = [];
  for (const paper of shelf.papers.values()) {
    const old = before.get(paper.id);
    const has = withHighlights.has(paper.id) || (old?.listedAt !== undefined && !paper.savedAt);
    const row = { ...paper, ...listedAt(paper, has) };
    if (old && isSame(old, row) && !withHighlights.has(paper.id)) continue;
    changed.push(row);
    ids.push(paper.id);
    const change = { field: 'paper', item: '', before: old ?? null, after: null } as const;
    entries.push(journalOf(env.newId(), stamp, paper.id, change, 'import', at));
  }
  await db.papers.bulkDelete(gone);
  await db.papers.bulkPut(changed);
  await db.journal.bulkAdd(entries);
  return ids;
}

/** Adds a file to the library in one transaction: all of it or nothing. Importing it again changes nothing. */
export async function importDocument(
  db: GlossDatabase,
  env: Environment,
  document: GlossDocument,
): Promise<{ report: ImportReport; changed: string[] }> {
  const records = document.papers.map(paperRecords);
  const names = records.flatMap(({ paper }) => [paper.id, ...paper.aliases, ...paper.keys]);
  return db.transaction(
    'rw',
    [db.papers, db.highlights, db.tags, db.journal, db.settings, db.shared, db.sightings],
    async () => {
      const rows = await rowsOf(db, [...new Set(names)]);
      const shelf = new Shelf(rows.map(({ listedAt: _index, ...record }) => record));
      const old = new Set(rows.map(({ id }) => id));
      const merged = records.filter(({ paper }) => {
        const { merged: now, from } = shelf.add(paper);
        const isOld = from.some(({ id }) => old.has(id));
        if (isOld) old.add(now.id);
        return isOld;
      }).length;
      const all = records.flatMap((record) => record.highlights);
      const highlights = await mergeAllHighlights(db, shelf, rows, all);
      await db.highlights.bulkPut(highlights);
      await mergeAllTags(db, (document.tags ?? []).map(tagRecord));
      await mergeAllShared(
        db,
        (document.shared ?? []).map(({ key, value, stamp }) => ({ key, value, stamp })),
      );
      await mergeAllSightings(
        db,
        (document.sightings ?? []).map(({ key, site, firstAt, lastAt, count }) => ({
          key,
          site,
          firstAt,
          lastAt,
          count,
        })),
      );
      await keepExtra(db, document);
      const changed = await putPapers(db, env, shelf, rows, highlights);
      await observe(db, stampsOf(document));
      return { report: { new: records.length - merged, merged, rejected: 0 }, changed };
    },
  );
}
