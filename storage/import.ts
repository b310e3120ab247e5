import { deviceOf, type Stamp } from '@/domain/clock';
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
import type {
  HighlightRecord,
  PaperRecord,
  SharedRecord,
  SightingRecord,
  TagRecord,
} from '@/domain/record';
import { type Environment, observe, tick } from './clock';
import type { GlossDatabase, PaperRow } from './db';
import type { JournalEntry, PapersChange, Snapshot } from './journal';
import { bareRecord, putPapers } from './papers';

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

/** Tags of the file, merged with those that are there; one that it brings can be taken away again. */
async function mergeAllTags(db: GlossDatabase, tags: TagRecord[], step: ImportStep): Promise<void> {
  const known = await db.tags.bulkGet(tags.map(({ id }) => id));
  const made = tags.filter((tag, index) => !tag.removed && known[index]?.removed !== false);
  await db.journal.bulkAdd(
    made.map(({ id, name, colour }) => ({
      ...step,
      device: deviceOf(step.stamp),
      origin: 'import',
      undoable: 1,
      field: 'tags',
      paperId: '',
      item: id,
      before: { removed: true },
      after: { removed: false, name, colour },
    })),
  );
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

interface ImportStep {
  opId: string;
  stamp: Stamp;
  at: number;
}

/** What each paper of the shelf was in the library: the rows that became it, and its highlights of before. */
async function snapshots(
  db: GlossDatabase,
  shelf: Shelf,
  rows: PaperRow[],
  highlights: HighlightRecord[],
): Promise<Map<string, Snapshot>> {
  const known = await db.highlights.bulkGet(highlights.map(({ id }) => id));
  const all = new Map<string, Snapshot>();
  const of = (id: string): Snapshot => {
    const snapshot = all.get(id) ?? { papers: [], highlights: {} };
    all.set(id, snapshot);
    return snapshot;
  };
  for (const row of rows) of(shelf.idOf(row.id) ?? row.id).papers.push(bareRecord(row));
  for (const [index, { id, paperId }] of highlights.entries())
    of(paperId).highlights[id] = known[index] ?? null;
  return all;
}

/** Writes what is new on the shelf, with a journal entry each; returns the ids. */
async function putShelf(
  db: GlossDatabase,
  step: ImportStep,
  shelf: Shelf,
  rows: PaperRow[],
  highlights: HighlightRecord[],
): Promise<string[]> {
  const snapshot = await snapshots(db, shelf, rows, highlights);
  const changed: PaperRecord[] = [];
  const entries: Omit<JournalEntry, 'seq'>[] = [];
  for (const paper of shelf.papers.values()) {
    const before = snapshot.get(paper.id) ?? { papers: [], highlights: {} };
    const [old] = before.papers;
    if (old && isSame(old, paper) && Object.keys(before.highlights).length === 0) continue;
    changed.push(paper);
    const change: PapersChange = {
      field: 'paper',
      paperId: paper.id,
      item: 'import',
      before,
      after: [paper.id],
    };
    const device = deviceOf(step.stamp);
    entries.push({ ...change, ...step, device, origin: 'import', undoable: 1 });
  }
  await db.papers.bulkDelete(rows.flatMap(({ id }) => (shelf.papers.has(id) ? [] : id)));
  await db.highlights.bulkPut(highlights);
  await putPapers(db, changed);
  await db.journal.bulkAdd(entries);
  return changed.map(({ id }) => id);
}

/** Adds a file to the library in one transaction: all of it or nothing. Importing it again changes nothing. */
export async function importDocument(
  db: GlossDatabase,
  env: Environment,
  document: GlossDocument,
  opId = env.newId(),
): Promise<{ report: ImportReport; changed: string[] }> {
  const records = document.papers.map(paperRecords);
  const names = records.flatMap(({ paper }) => [paper.id, ...paper.aliases, ...paper.keys]);
  return db.transaction(
    'rw',
    [db.papers, db.highlights, db.tags, db.journal, db.settings, db.shared, db.sightings],
    async () => {
      const rows = await rowsOf(db, [...new Set(names)]);
      const shelf = new Shelf(rows.map(bareRecord));
      const old = new Set(rows.map(({ id }) => id));
      const merged = records.filter(({ paper }) => {
        const { merged: now, from } = shelf.add(paper);
        const isOld = from.some(({ id }) => old.has(id));
        if (isOld) old.add(now.id);
        return isOld;
      }).length;
      const all = records.flatMap((record) => record.highlights);
      const highlights = await mergeAllHighlights(db, shelf, rows, all);
      // The step is later than all that the file says: undoing it tells what was written since by that.
      await observe(db, stampsOf(document));
      const step = { opId, stamp: await tick(db, env), at: env.now() };
      await mergeAllTags(db, (document.tags ?? []).map(tagRecord), step);
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
      const changed = await putShelf(db, step, shelf, rows, highlights);
      return { report: { new: records.length - merged, merged, rejected: 0 }, changed };
    },
  );
}
