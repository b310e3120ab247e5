import type { LibraryPage } from '@/domain/library';
import { assemblePapers } from '@/domain/paper/assemble';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { DatedInput } from '@/domain/topics/types';
import type { GlossDatabase } from '@/storage/db';
import { belongingsOf, snapshot } from '@/storage/papers';
import type { PaperRow } from '@/storage/rows';
import { nextAfter } from './glance';

const libraryPapers = async (db: GlossDatabase, rows: PaperRow[]): Promise<LibraryPaper[]> =>
  rows.length === 0 ? [] : assemblePapers(rows, await belongingsOf(db, rows));

/** A page of the library, newest first; `after` is `next` of the page before. */
export const newestPapers = (
  db: GlossDatabase,
  { after, limit }: { after: string | null; limit: number },
): Promise<LibraryPage> =>
  snapshot(db, async () => {
    const [, time, last] = /^(\S+) (.*)$/s.exec(after ?? '') ?? [];
    // Papers of the last one's time come again up to it: they are passed over.
    let isAfter = last === undefined;
    const rows = await db.papers
      .where('listedAt')
      .belowOrEqual(time === undefined ? Number.POSITIVE_INFINITY : Number(time))
      .reverse()
      .filter((row) => {
        const isPast = isAfter || row.listedAt !== Number(time);
        isAfter ||= row.id === last;
        return isPast && !row.removed;
      })
      .limit(limit)
      .toArray();
    return { papers: await libraryPapers(db, rows), next: nextAfter(rows, limit) };
  });

/** Papers that came into the library from one moment until another: the newest `limit`, and how many there are. */
export const papersBetween = (
  db: GlossDatabase,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<{ papers: LibraryPaper[]; count: number }> =>
  snapshot(db, async () => {
    const among = () => db.papers.where('listedAt').between(from, to);
    const rows = await among().reverse().limit(limit).toArray();
    return { papers: await libraryPapers(db, rows), count: await among().count() };
  });

/** Papers by their ids or older ids, in the order asked; those that are not there, or in the trash, are left out. */
export const papersById = (db: GlossDatabase, ids: string[]): Promise<LibraryPaper[]> =>
  snapshot(db, async () => {
    const rows = await db.papers.bulkGet(ids);
    const found: PaperRow[] = [];
    for (const [index, id] of ids.entries()) {
      const row = rows[index] ?? (await db.papers.where('aliases').equals(id).first());
      if (row && !row.removed) found.push(row);
    }
    return libraryPapers(db, found);
  });

const textOf = ({ id, title, abstract, listedAt: at }: PaperRow): DatedInput[] =>
  at === undefined ? [] : [{ id, title, abstract, at }];

/** Ids of the papers that are kept, without reading one. */
export const listedIds = (db: GlossDatabase): Promise<string[]> =>
  db.papers.orderBy('listedAt').primaryKeys();

/** Papers that are read by one cursor: a write waits until it is through. */
const STRETCH = 500;

/**
 * Tells title and abstract of the papers that are kept, in the order of ids, for topics. By a cursor, for what a
 * request has answered stays in memory until the next great tidying, and 10,000 papers are 30 MB of rows.
 */
export async function eachPaperText(
  db: GlossDatabase,
  tell: (paper: DatedInput) => void,
): Promise<void> {
  for (let [after, read] = ['', STRETCH]; read === STRETCH; ) {
    read = 0;
    await db.papers
      .where('id')
      .above(after)
      .limit(STRETCH)
      .each((row) => {
        after = row.id;
        read++;
        for (const paper of textOf(row)) tell(paper);
      });
  }
}

/** The same of those with certain ids, in the order asked. */
export const paperTextsOf = async (db: GlossDatabase, ids: string[]): Promise<DatedInput[]> =>
  (await db.papers.bulkGet(ids)).flatMap((row) => (row ? textOf(row) : []));
