import type { LibraryPage } from '@/domain/library';
import { assemblePapers } from '@/domain/paper/assemble';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { DatedInput } from '@/domain/topics/types';
import type { GlossDatabase } from '@/storage/db';
import { belongingsOf, snapshot } from '@/storage/papers';
import type { PaperRow } from '@/storage/rows';
import { nextAfter } from './glance';
import { Page } from './page';

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
    const page = new Page<LibraryPaper>();
    const isWhole = page.take(await libraryPapers(db, rows));
    const { items: papers } = page;
    return {
      papers,
      next: isWhole ? nextAfter(rows, limit) : nextAfter(rows.slice(0, papers.length), 0),
    };
  });

/** Papers that came into the library from one moment until another: the newest `limit`, and how many there are. */
export const papersBetween = (
  db: GlossDatabase,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<{ papers: LibraryPaper[]; count: number }> =>
  snapshot(db, async () => {
    const among = () => db.papers.where('listedAt').between(from, to);
    const rows = await among().reverse().limit(limit).toArray();
    const page = new Page<LibraryPaper>();
    page.take(await libraryPapers(db, rows));
    return { papers: page.items, count: await among().count() };
  });

/** Rows of papers by their ids or older ids, each with the id that it was asked by; those that are not there, or in the trash, are left out. */
async function rowsById(
  db: GlossDatabase,
  ids: readonly string[],
): Promise<{ id: string; row: PaperRow }[]> {
  const rows = await db.papers.bulkGet([...ids]);
  const found: { id: string; row: PaperRow }[] = [];
  for (const [index, id] of ids.entries()) {
    const row = rows[index] ?? (await db.papers.where('aliases').equals(id).first());
    if (row && !row.removed) found.push({ id, row });
  }
  return found;
}

/** Papers that are read at once: few enough that the longest there are fit into memory. */
const AT_ONCE = 50;

/**
 * Papers by their ids or older ids, in the order asked, as many as one answer carries: `next` is the last id that is
 * through, `null` where all are. Those that are not there, or in the trash, are left out.
 */
export const papersById = (db: GlossDatabase, ids: readonly string[]): Promise<LibraryPage> =>
  snapshot(db, async () => {
    const page = new Page<LibraryPaper>();
    let through: string | null = null;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const found = await rowsById(db, ids.slice(at, at + AT_ONCE));
      const papers = await libraryPapers(
        db,
        found.map(({ row }) => row),
      );
      for (const [index, paper] of papers.entries()) {
        if (!page.take([paper])) return { papers: page.items, next: through };
        through = found[index]?.id ?? through;
      }
    }
    return { papers: page.items, next: null };
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
