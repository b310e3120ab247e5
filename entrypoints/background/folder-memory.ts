import { chosenFolder } from '@/components/app/care/folder-handle';
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

/** Remembers that the person dismissed the suggestion of a folder. */
export const folderWasOffered = (shelf: Shelf): Promise<void> => shelf.set({ [OFFERED]: true });

/** Whether a folder for backups is to be suggested: once, when there is something to lose. */
export async function isFolderOffered(shelf: Shelf, db: GlossDatabase): Promise<boolean> {
  if ((await shelf.get(OFFERED)) || (await knownFolder(shelf)) !== null) return false;
  if (await chosenFolder()) return false;
  return (await db.papers.limit(WORTH_A_FOLDER).primaryKeys()).length >= WORTH_A_FOLDER;
}
