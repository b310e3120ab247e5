import { paperRecords, tagRecord } from '@/domain/export/convert';
import type { GlossDocument } from '@/domain/export/schema';
import type { ImportReport } from '@/domain/library';
import { isSame, mergeHighlights, mergePapers, mergeTags } from '@/domain/merge';
import type { PaperKey } from '@/domain/paper';
import { mayJoin } from '@/domain/paper-key';
import type { HighlightRecord, PaperRecord, TagRecord } from '@/domain/record';
import { journalOf } from './actions';
import { type Environment, observe, tick } from './clock';
import { type GlossDatabase, listedAt, type PaperRow } from './db';
import type { JournalEntry } from './journal';

/** The papers of the library and of a file, by key, while a file is merged in memory. */
class Shelf {
  readonly papers = new Map<string, PaperRecord>();
  /** Where an id that was merged away went. */
  private readonly movedTo = new Map<string, string>();
  private readonly idByKey = new Map<PaperKey, string>();

  /** Ids of papers that the library had before. */
  private readonly old = new Set<string>();

  constructor(rows: PaperRow[]) {
    for (const { listedAt: _index, ...record } of rows) {
      this.put(record);
      this.old.add(record.id);
    }
  }

  private put(paper: PaperRecord): void {
    this.papers.set(paper.id, paper);
    for (const key of paper.keys) this.idByKey.set(key, paper.id);
  }

  /**
   * Adds a paper; it becomes one with all that it shares an identity with. Keys of others stay theirs.
   * Says whether the library had it.
   */
  merge(paper: PaperRecord): boolean {
    const ids = new Set([paper.id, ...paper.aliases, ...paper.keys].map((key) => this.idOf(key)));
    const known = [...ids]
      .flatMap((id) => (id === undefined ? [] : (this.papers.get(id) ?? [])))
      .filter((other) => other.id === paper.id || mayJoin(other.keys, paper.keys));
    const merged = known.reduce(mergePapers, paper);
    const own = new Set(known.map(({ id }) => id));
    merged.keys = merged.keys.filter((key) => {
      const owner = this.idByKey.get(key);
      return owner === undefined || own.has(owner) || key === merged.id;
    });
    for (const { id } of [...known, paper]) {
      if (id === merged.id) continue;
      this.papers.delete(id);
      this.movedTo.set(id, merged.id);
    }
    this.put(merged);
    const isOld = known.some(({ id }) => this.old.has(id));
    if (isOld) this.old.add(merged.id);
    return isOld;
  }

  /** The id under which a key or an older id is known now. */
  idOf(key: PaperKey): string | undefined {
    let id = this.papers.has(key) ? key : (this.movedTo.get(key) ?? this.idByKey.get(key));
    for (let next = id; next !== undefined; next = this.movedTo.get(next)) id = next;
    return id;
  }
}

const stampsOf = ({ papers, tags }: GlossDocument): string[] => [
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
  const joined = rows.flatMap(({ id }) => (shelf.idOf(id) === id ? [] : id));
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
    paperId: shelf.idOf(record.paperId) ?? record.paperId,
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
    [db.papers, db.highlights, db.tags, db.journal, db.settings],
    async () => {
      const rows = await rowsOf(db, [...new Set(names)]);
      const shelf = new Shelf(rows);
      const merged = records.filter(({ paper }) => shelf.merge(paper)).length;
      const all = records.flatMap((record) => record.highlights);
      const highlights = await mergeAllHighlights(db, shelf, rows, all);
      await db.highlights.bulkPut(highlights);
      await mergeAllTags(db, document.tags.map(tagRecord));
      const changed = await putPapers(db, env, shelf, rows, highlights);
      await observe(db, stampsOf(document));
      return { report: { new: records.length - merged, merged, rejected: 0 }, changed };
    },
  );
}
