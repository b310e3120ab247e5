import type { LibraryPage, LibraryQuery } from '@/domain/library';
import type { LibraryPaper } from '@/domain/paper/paper';
import { hasWords, passesFilters, wordsOf } from '@/domain/query';
import type { DatedInput } from '@/domain/topics/types';
import type { GlossDatabase } from '@/storage/db';
import { snapshot, statesOf } from '@/storage/papers';
import type { PaperRow } from '@/storage/rows';

/** Rows read at once while a query is answered. */
const STEP = 200;

async function libraryPapers(db: GlossDatabase, rows: PaperRow[]): Promise<LibraryPaper[]> {
  const states = await statesOf(db, rows);
  return rows.flatMap((row, index) => {
    const state = states[index];
    if (!state) return [];
    const { title, authors, abstract, links, facts = {}, listings, createdAt, updatedAt } = row;
    return { ...state, title, authors, abstract, links, facts, listings, createdAt, updatedAt };
  });
}

/** Rows after a place in the order of a query: newest first. What was dismissed is listed only where it is asked for. */
function rowsAfter(
  db: GlossDatabase,
  status: LibraryQuery['status'],
  place: [time: number, id: string] | null,
): Promise<PaperRow[]> {
  const time = place?.[0] ?? Number.POSITIVE_INFINITY;
  const rows =
    status === 'dismissed'
      ? db.papers.where('[status+updatedAt]').between([status, 0], [status, time], true, true)
      : db.papers.where('listedAt').belowOrEqual(time);
  let isAfter = place === null;
  // Several papers may have one time: those up to the last one are passed over.
  return rows
    .reverse()
    .filter((row) => {
      if (row.removed) return false;
      if (isAfter || placeOf(row, status)[0] < time) return true;
      if (row.id === place?.[1]) isAfter = true;
      return false;
    })
    .limit(STEP)
    .toArray();
}

const placeOf = (row: PaperRow, status: LibraryQuery['status']): [number, string] => [
  status === 'dismissed' ? row.updatedAt : (row.listedAt ?? 0),
  row.id,
];

const parsePlace = (after: string | null): [number, string] | null => {
  const at = after?.indexOf(' ') ?? -1;
  return after && at > 0 ? [Number(after.slice(0, at)), after.slice(at + 1)] : null;
};

/** A page of papers by words and filters, newest first. */
export const listPapers = (db: GlossDatabase, query: LibraryQuery): Promise<LibraryPage> =>
  snapshot(db, () => listWithin(db, query));

async function listWithin(db: GlossDatabase, query: LibraryQuery): Promise<LibraryPage> {
  const words = wordsOf(query.text);
  const papers: LibraryPaper[] = [];
  let place = parsePlace(query.after);
  for (;;) {
    const rows = await rowsAfter(db, query.status, place);
    for (const paper of await libraryPapers(
      db,
      rows.filter((row) => passesFilters(row, query)),
    )) {
      if (!hasWords(paper, words)) continue;
      papers.push(paper);
      if (papers.length < query.limit) continue;
      const row = rows.find(({ id }) => id === paper.id);
      return { papers, next: row ? placeOf(row, query.status).join(' ') : null };
    }
    const last = rows.at(-1);
    if (!last || rows.length < STEP) return { papers, next: null };
    place = placeOf(last, query.status);
  }
}

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
