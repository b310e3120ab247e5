import type { Found, Mark } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import type { Environment } from './clock';
import type { GlossDatabase } from './db';
import { readLocal, writeLocal } from './local';
import { ALL_PAPERS } from './revisions';
import { revisionOf } from './told';

const MARK = 'mark';
/** No paper has this id. */
const NO_PAPER = '';

/** The mark that lies outside the databases; `null` before the first library was opened. */
export const readMark = async (shelf: Shelf): Promise<Mark | null> =>
  ((await shelf.get(MARK)) as Mark | undefined) ?? null;

/** Papers up to which they are counted whenever it is of use; the papers of a larger library are counted at each care. */
const FEW = 5_000;

/** Whether so many papers are counted in a moment. */
export const isSoonCounted = (mark: Mark | null): boolean => (mark?.papers ?? 0) <= FEW;

/** What the library is, as a start compares it with its mark. */
export const findLibrary = (db: GlossDatabase, counts: boolean): Promise<Found> =>
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
async function nameLibrary(db: GlossDatabase, { newId }: Environment): Promise<string> {
  const library = newId();
  await writeLocal(db, 'library', library);
  return library;
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
  const isNews = counts || !last || last.rev !== found.rev || last.library !== found.library;
  if (!isNews) return last;
  const library = found.library ?? (await nameLibrary(db, env));
  const count =
    found.papers === null
      ? { papers: last?.papers ?? 0, countedRev: last?.countedRev ?? 0 }
      : { papers: found.papers, countedRev: found.rev };
  const mark = { library, rev: found.rev, ...count, at: env.now(), schema: db.verno };
  await shelf.set({ [MARK]: mark });
  return mark;
}

/**
 * Lets the numbers of writes go on above those of the library that was lost: what it is compared with by number (the
 * mark, the search index) takes what is written from now on for new.
 */
export async function passRevision(db: GlossDatabase, mark: Mark | null): Promise<void> {
  const rev = Math.max(mark?.rev ?? 0, await revisionOf(db)) + 1;
  await db.revisions.put({ id: NO_PAPER, rev });
}
