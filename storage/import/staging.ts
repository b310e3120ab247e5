import { Dexie } from 'dexie';
import {
  type Admitted,
  admitItem,
  type Incoming,
  mayCome,
  newestStamp,
} from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';
import { fail, ok, type Result } from '@/domain/result';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import type { StagedRow } from '@/storage/rows';

export interface StagedPage extends Omit<StagedRow, 'items'> {
  items: Admitted[];
}

/** How long a file waits for a person's word, milliseconds. */
const WAITS = 86_400_000;

/** Deletes staged files that were never imported, once they are a day old; another tab may still want newer ones. */
export async function sweepStaged(db: GlossDatabase, now: number): Promise<void> {
  await db.staged
    .where('at')
    .below(now - WAITS)
    .delete();
}

/**
 * Keeps a page of a file until all of it is there; the library is not touched. Fails with `invalid` and the
 * place at the first item that is not as the format says. Staging a page again puts it in place of the first.
 */
export async function stagePage(
  db: GlossDatabase,
  env: Environment,
  { id, page, items }: { id: string; page: number; items: readonly Incoming[] },
): Promise<Result<null>> {
  try {
    const admitted = items.filter(mayCome).map(admitItem);
    await keepPage(db, env.now(), { id, page, items: admitted });
  } catch (error) {
    if (error instanceof Unreadable) return fail('invalid', error.message);
    throw error;
  }
  return ok(null);
}

/** Keeps a page of items that were let in. */
export async function keepPage(
  db: GlossDatabase,
  at: number,
  { id, page, items }: { id: string; page: number; items: readonly Admitted[] },
): Promise<void> {
  const newest = items.map(newestStamp).reduce((a, b) => (b > a ? b : a), '');
  const papers = items.filter(({ kind }) => kind === 'paper').length;
  await db.staged.put({ id, page, items: JSON.stringify(items), at, papers, newest });
}

const pagesOf = (db: GlossDatabase, id: string) =>
  db.staged.where('[id+page]').between([id, Dexie.minKey], [id, Dexie.maxKey]);

/** A page of an import; `undefined` after the last. */
export async function stagedPage(
  db: GlossDatabase,
  id: string,
  page: number,
): Promise<StagedPage | undefined> {
  const row = await db.staged.get([id, page]);
  return row && { ...row, items: JSON.parse(row.items) as Admitted[] };
}

/** The newest stamp of a whole file; empty where there is none. */
export async function newestStaged(db: GlossDatabase, id: string): Promise<string> {
  let newest = '';
  await pagesOf(db, id).each((row) => {
    if (row.newest > newest) newest = row.newest;
  });
  return newest;
}

/** Throws away what was staged of a file; another that is read meanwhile is left alone. */
export const dropImport = (db: GlossDatabase, id: string): Promise<number> =>
  pagesOf(db, id).delete();
