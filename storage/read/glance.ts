import type { LibraryPage } from '@/domain/library';
import { judge, type Mark } from '@/domain/mark';
import { assemblePapers } from '@/domain/paper/assemble';
import type { TagRecord } from '@/domain/paper/record';
import type { Shelf } from '@/domain/shelf';
import { isSoonCounted, readMark } from './mark';
import { currentPlace } from '@/storage/place';
import { belongingsAtOnce, valueOf } from './at-once';
import { answerOf } from './request';
import { ALL_PAPERS, type RevisionRow } from '@/storage/revisions';
import type { PaperRow, Setting } from '@/storage/rows';

/*
 * The newest papers for a page of ours that has just been opened, read past the background and past Dexie: to wake
 * the one and to load the other takes longer than to read. The keeper's rule holds here too: nothing is shown of a
 * library before it is known to be the one that was here. Whatever is not plainly well is left to the background.
 */

/** The version of the schema as the browser counts it: Dexie's, times ten. A library of another version is not read. */
export const VERSION = 20;

/** Where the library may be: the first place, and where it is now. */
interface Places {
  first: IDBFactory;
  current: () => Promise<IDBFactory>;
}

const STORES = ['papers', 'highlights', 'tags', 'revisions', 'settings'];

/** Where a list goes on after some of its rows, which were as many as were asked for; `null` after the last. */
export function nextAfter(rows: readonly PaperRow[], limit: number): string | null {
  const end = rows.length < limit ? undefined : rows.at(-1);
  return end ? `${end.listedAt ?? 0} ${end.id}` : null;
}

/** Opens the library as it is; `null` where there is none of this version, and none is made. */
export async function openAsItIs(place: IDBFactory): Promise<IDBDatabase | null> {
  const request = place.open('gloss');
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  const db = await answerOf(request);
  // A change of the schema and a deletion of the library never wait for this reader.
  db.addEventListener('versionchange', () => db.close());
  if (db.version === VERSION) return db;
  db.close();
  return null;
}

/** The library where it is. Most often that is the first place: it is opened there before that is known. */
async function openLibrary({ first, current: find }: Places): Promise<IDBDatabase | null> {
  const early = openAsItIs(first);
  early.catch(() => null);
  const current = await find();
  if (current === first) return early;
  void early.then(
    (db) => db?.close(),
    () => undefined,
  );
  return openAsItIs(current);
}

/** The newest rows of the list of kept papers. */
const newestRows = (papers: IDBObjectStore, limit: number): Promise<PaperRow[]> =>
  new Promise((resolve, reject) => {
    const rows: PaperRow[] = [];
    const request = papers.index('listedAt').openCursor(null, 'prev');
    request.addEventListener('error', () => reject(request.error ?? new Error('Not read.')));
    request.addEventListener('success', () => {
      const { result: cursor } = request;
      // What the library holds was parsed when it came in.
      if (cursor) rows.push(cursor.value as PaperRow);
      if (cursor && rows.length < limit) cursor.continue();
      else resolve(rows);
    });
  });

/** The highest number that a write took. */
async function lastRevision(revisions: IDBObjectStore): Promise<number> {
  const cursor = await answerOf(revisions.index('rev').openKeyCursor(null, 'prev'));
  return Number(cursor?.key ?? 0);
}

/** Reads in one transaction what the library is and what it shows first; `null` where it is not the marked one. */
async function readFirst(db: IDBDatabase, mark: Mark, limit: number): Promise<LibraryPage | null> {
  const transaction = db.transaction(STORES);
  const store = (name: string): IDBObjectStore => transaction.objectStore(name);
  const [papers, revisions] = [store('papers'), store('revisions')];
  const [library, rev, cleared, count, rows, tags] = await Promise.all([
    valueOf<Setting>(store('settings'), 'library'),
    lastRevision(revisions),
    valueOf<RevisionRow>(revisions, ALL_PAPERS),
    isSoonCounted(mark) ? answerOf(papers.count()) : null,
    newestRows(papers, limit),
    answerOf(store('tags').getAll() as IDBRequest<TagRecord[]>),
  ]);
  const found = {
    library: (library?.value as string | undefined) ?? null,
    rev,
    papers: count,
    clearedRev: cleared?.rev ?? 0,
  };
  if (judge(mark, found) !== 'well') return null;
  const ids = rows.map(({ id }) => id);
  const assembled = assemblePapers(rows, { tags, ...(await belongingsAtOnce(transaction, ids)) });
  return { papers: assembled, next: nextAfter(rows, limit) };
}

/**
 * The first page of the library, newest first. `null` where the background must say how the library is: where there is
 * no mark, the library is not what the mark tells, it can't be read, or nothing is in it.
 */
export async function glance(
  shelf: Pick<Shelf, 'get'>,
  limit: number,
  places: Places = { first: indexedDB, current: currentPlace },
): Promise<LibraryPage | null> {
  let db: IDBDatabase | null = null;
  try {
    const marked = readMark(shelf).catch(() => null);
    db = await openLibrary(places);
    const mark = await marked;
    if (!db || !mark || mark.rev === 0) return null;
    const page = await readFirst(db, mark, limit);
    return page && page.papers.length > 0 ? page : null;
  } catch {
    // It is the background that says what is wrong.
    return null;
  } finally {
    db?.close();
  }
}
