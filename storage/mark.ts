import type { LibraryFound, Mark } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import type { Environment } from './clock';
import type { GlossDatabase } from './db';
import { dropLocal, readLocal, writeLocal } from './local';
import { isSoonCounted, MARK, readMark } from './read/mark';
import { ALL_PAPERS, NO_PAPER } from './revisions';
import { revisionOf } from './told';

/** What the library is, as a start compares it with its mark. */
export const findLibrary = (db: GlossDatabase, counts: boolean): Promise<LibraryFound> =>
  db.transaction('r', [db.settings, db.revisions, db.papers], async () => {
    const [id, rev, papers, cleared] = await Promise.all([
      readLocal(db, 'library'),
      revisionOf(db),
      counts ? db.papers.count() : null,
      db.revisions.get(ALL_PAPERS),
    ]);
    return {
      library: id ?? null,
      rev,
      papers,
      clearedRev: cleared?.rev ?? 0,
    };
  });

/** Gives a library that has no id one. */
async function nameLibrary(db: GlossDatabase, library: string): Promise<string> {
  await writeLocal(db, 'library', library);
  return library;
}

/**
 * Notes which write of a marked library was the last; gives the mark as it is then. An acknowledgement waits
 * for this: a library that loses an acknowledged write has a lower number than its mark.
 */
export async function markWrite(
  db: GlossDatabase,
  shelf: Shelf,
  env: Environment,
  last: Mark,
): Promise<Mark> {
  const rev = await revisionOf(db);
  if (rev === last.rev) return last;
  const mark = { ...last, rev, at: env.now() };
  await shelf.set({ [MARK]: mark });
  return mark;
}

/**
 * Writes the mark of the library as it is now. What it tells was committed before: the mark never runs ahead. Papers
 * are counted where that is soon done, or `counts` asks for it; else the last count stays.
 */
export async function writeMark(
  db: GlossDatabase,
  shelf: Shelf,
  env: Environment,
  { counts = false } = {},
): Promise<Mark> {
  const last = await readMark(shelf);
  const found = await findLibrary(db, counts || isSoonCounted(last));
  const isOld = last?.rev === found.rev && last.library === found.library;
  if (last && isOld && (found.papers === null || last.countedRev === found.rev)) return last;
  const library = found.library ?? (await nameLibrary(db, env.newId()));
  const count =
    found.papers === null
      ? { papers: last?.papers ?? 0, countedRev: last?.countedRev ?? 0 }
      : { papers: found.papers, countedRev: found.rev };
  const mark = { library, rev: found.rev, ...count, at: env.now(), schema: db.verno };
  await shelf.set({ [MARK]: mark });
  return mark;
}

/** Starts write numbers above the lost library's, so that mark and index treat all later writes as new. */
export async function passRevision(db: GlossDatabase, mark: Mark | null): Promise<void> {
  const rev = Math.max(mark?.rev ?? 0, await revisionOf(db)) + 1;
  await db.revisions.put({ id: NO_PAPER, rev });
}

/** Removes the library's name; without one it matches no mark. */
export const unname = (db: GlossDatabase): Promise<void> =>
  Promise.resolve(dropLocal(db, 'library'));

/**
 * Gives the restored library the name of the lost one, in the transaction that restores it. Needs one over `settings`
 * and `revisions`.
 */
export async function succeed(db: GlossDatabase, mark: Mark | null): Promise<void> {
  await passRevision(db, mark);
  if (mark?.library != null) await nameLibrary(db, mark.library);
}
