import { chosenFolder } from '@/storage/folder-handle';
import type { FolderOffered } from '@/domain/backup';
import { WORTH_A_FOLDER } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import type { GlossDatabase } from '@/storage/db';

/*
 * The handle of the folder for backups is in a database, and goes with it. That there was a folder is noted outside, so
 * that the person is asked for it again.
 */

const FOLDER = 'folder';
const OFFERED = 'folder-offered';

/** The name of the folder that a person chose; `null` where they chose none, or let it go. */
export const knownFolder = async (shelf: Shelf): Promise<string | null> =>
  ((await shelf.get(FOLDER)) as string | undefined) ?? null;

/** Notes which folder was chosen; `null` when it was let go. */
export const noteFolder = (shelf: Shelf, name: string | null): Promise<void> =>
  name === null ? shelf.remove([FOLDER]) : shelf.set({ [FOLDER]: name });

/** Remembers that the person dismissed the suggestion of a folder, or let the one go that was lost. */
export async function folderWasOffered(shelf: Shelf): Promise<void> {
  await shelf.set({ [OFFERED]: true });
  if (!(await chosenFolder())) await noteFolder(shelf, null);
}

/**
 * What is to be suggested of a folder for backups: to choose one, once, when there is something to lose; and to choose
 * the one again that the browser lost.
 */
export async function offeredFolder(
  shelf: Shelf,
  db: GlossDatabase,
): Promise<FolderOffered | null> {
  if (await chosenFolder()) return null;
  const forgotten = await knownFolder(shelf);
  if (forgotten !== null) return { forgotten };
  if (await shelf.get(OFFERED)) return null;
  const papers = await db.papers.limit(WORTH_A_FOLDER).primaryKeys();
  return papers.length >= WORTH_A_FOLDER ? { forgotten: null } : null;
}
