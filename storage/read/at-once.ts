import { assemblePapers } from '@/domain/paper/assemble';
import type { LibraryPaper, Tag } from '@/domain/paper/paper';
import type { HighlightRecord } from '@/domain/paper/record';
import type { RevisionRow } from '@/storage/revisions';
import type { PaperRow } from '@/storage/rows';
import { answerOf } from './request';

/*
 * Reading past Dexie. Everything is asked for at once, so that one way to the browser's storage and back is enough: a
 * person waits for it at every key.
 */

/** The row of a key; `undefined` where there is none. */
export const valueOf = <T>(store: IDBObjectStore, key: string): Promise<T | undefined> =>
  answerOf(store.get(key) as IDBRequest<T | undefined>);

/** Highlights and numbers of last writes of some papers, in a transaction over both tables. */
export async function belongingsAtOnce(
  transaction: IDBTransaction,
  ids: readonly string[],
): Promise<{ highlights: HighlightRecord[]; revs: (number | undefined)[] }> {
  const byPaper = transaction.objectStore('highlights').index('paperId');
  const revisions = transaction.objectStore('revisions');
  const [highlights, numbers] = await Promise.all([
    Promise.all(ids.map((id) => answerOf(byPaper.getAll(id) as IDBRequest<HighlightRecord[]>))),
    Promise.all(ids.map((id) => valueOf<RevisionRow>(revisions, id))),
  ]);
  return { highlights: highlights.flat(), revs: numbers.map((row) => row?.rev) };
}

/** Papers by their ids, in the order asked; those that are not there, or in the trash, are left out. */
export async function papersAtOnce(
  db: IDBDatabase,
  ids: readonly string[],
  tags: readonly Tag[],
): Promise<LibraryPaper[]> {
  if (ids.length === 0) return [];
  const transaction = db.transaction(['papers', 'highlights', 'revisions']);
  const papers = transaction.objectStore('papers');
  const [rows, { highlights, revs }] = await Promise.all([
    Promise.all(ids.map((id) => valueOf<PaperRow>(papers, id))),
    belongingsAtOnce(transaction, ids),
  ]);
  const there = rows.flatMap((row, at) => (row && !row.removed ? [{ row, rev: revs[at] }] : []));
  return assemblePapers(
    there.map(({ row }) => row),
    { tags, highlights, revs: there.map(({ rev }) => rev) },
  );
}
