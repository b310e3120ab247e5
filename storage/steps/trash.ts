import { type TrashedPaper, TRASH_DAYS } from '@/domain/library';
import { isStrong } from '@/domain/identity/paper-key';
import { eraseHighlight, erasePaper } from '@/domain/identity/erase';
import type { PaperRecord } from '@/domain/paper/record';
import type { GlossDatabase } from '@/storage/db';
import { readLocal, writeLocal } from '@/storage/local';
import { withdrawn } from './journal';
import { bareRecord } from '@/storage/papers';
import type { JournalEntry, PaperRow } from '@/storage/rows';

const DAY = 86_400_000;

/** Papers emptied in one transaction: the others are not kept waiting. */
const SLICE = 500;

/** A page of the trash, deleted last first. */
export async function listTrash(
  db: GlossDatabase,
  { after, limit }: { after: number | null; limit: number },
): Promise<{ papers: TrashedPaper[]; next: number | null }> {
  const rows = await db.papers
    .where('removedAt')
    .below(after ?? Number.POSITIVE_INFINITY)
    .reverse()
    .limit(limit)
    .toArray();
  const papers = rows.map(({ id, title, authors, removedAt = 0 }) => ({
    id,
    title,
    authors,
    removedAt,
  }));
  return { papers, next: rows.length < limit ? null : (papers.at(-1)?.removedAt ?? null) };
}

/** A title key tells the title, so it is dropped where the paper has another key. */
function withoutTitle(paper: PaperRecord): PaperRecord {
  const strong = paper.keys.filter(isStrong);
  if (strong.length === 0) return paper;
  const { claims, parts, ...rest } = paper;
  const claimed = claims?.filter(isStrong) ?? [];
  return {
    ...rest,
    keys: strong,
    ...(claimed.length > 0 ? { claims: claimed } : {}),
    ...(parts ? { parts: parts.map(withoutTitle) } : {}),
  };
}

/** An entry about a paper that is gone for good: that something was done, not what. */
const withoutContent = (entry: JournalEntry): JournalEntry => ({
  ...withdrawn(entry),
  field: 'removed',
  item: '',
  before: true,
  after: true,
});

async function emptySlice(db: GlossDatabase, rows: PaperRow[]): Promise<void> {
  const ids = rows.flatMap(({ id, aliases }) => [id, ...aliases]);
  await db.papers.bulkPut(rows.map((row) => withoutTitle(erasePaper(bareRecord(row)))));
  await db.highlights.where('paperId').anyOf(ids).delete();
  const entries = await db.journal.where('paperId').anyOf(ids).toArray();
  await db.journal.bulkPut(entries.map(withoutContent));
}

/** An entry about a highlight that is gone for good. */
const withoutPassage = (entry: JournalEntry): JournalEntry => ({
  ...withdrawn(entry),
  field: 'highlight',
  before: null,
  after: { removed: true },
});

/** Of highlights that were removed, what they were goes too; their names stay, so that no other machine brings them back. */
async function emptyHighlights(db: GlossDatabase): Promise<void> {
  await db.transaction('rw', [db.highlights, db.journal], async () => {
    const removed = await db.highlights.filter((highlight) => highlight.removed).toArray();
    if (removed.length === 0) return;
    await db.highlights.bulkPut(removed.map(eraseHighlight));
    const ids = new Set(removed.map(({ id }) => id));
    const entries = await db.journal
      .where('paperId')
      .anyOf(removed.map(({ paperId }) => paperId))
      .filter((entry) => entry.field === 'highlight' && ids.has(entry.item))
      .toArray();
    await db.journal.bulkPut(entries.map(withoutPassage));
  });
}

/**
 * Deletes what is in the trash for good, removed highlights too. Only tombstones stay; this can't be undone. Returns
 * how many papers it was.
 */
export async function emptyTrash(db: GlossDatabase): Promise<number> {
  let count = 0;
  for (;;) {
    const emptied = await db.transaction('rw', [db.papers, db.highlights, db.journal], async () => {
      const rows = await db.papers.orderBy('removedAt').limit(SLICE).toArray();
      await emptySlice(db, rows);
      return rows.length;
    });
    count += emptied;
    if (emptied < SLICE) break;
  }
  await emptyHighlights(db);
  return count;
}

/** Looks through the trash on a day of use (`UsedDays.count`); what lies there for the first time is noted. */
const metInTrash = (db: GlossDatabase, day: number): Promise<[id: string, since: number][]> =>
  db.transaction('rw', [db.papers, db.settings], async () => {
    const known = new Map(Object.entries((await readLocal(db, 'trash-days')) ?? {}));
    const ids = await db.papers.orderBy('removedAt').primaryKeys();
    const since = ids.map((id): [string, number] => [id, known.get(id) ?? day]);
    if (ids.length !== known.size || ids.some((id) => !known.has(id)))
      await writeLocal(db, 'trash-days', Object.fromEntries(since));
    return since;
  });

/**
 * Empties the trash of what lies there for longer than it keeps: by the clock, and by days of use, which a clock that
 * is wrong for a day can't skip. Returns how many papers it was.
 */
export async function expireTrash(db: GlossDatabase, now: number, day: number): Promise<number> {
  const due = (await metInTrash(db, day)).flatMap(([id, since]) =>
    day - since >= TRASH_DAYS ? id : [],
  );
  let count = 0;
  for (let at = 0; at < due.length; at += SLICE)
    count += await db.transaction('rw', [db.papers, db.highlights, db.journal], async () => {
      const rows = (await db.papers.bulkGet(due.slice(at, at + SLICE))).filter(
        (row) => row?.removedAt !== undefined && row.removedAt < now - TRASH_DAYS * DAY,
      ) as PaperRow[];
      await emptySlice(db, rows);
      return rows.length;
    });
  return count;
}
