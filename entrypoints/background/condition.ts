import type { Condition, Trouble } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import { chosenFolder } from '@/storage/folder-handle';
import { readCopies, type Way, wayByCopy } from '@/storage/backup/copy';
import type { BackupDatabase } from '@/storage/backup/db';
import { listBackups } from '@/storage/backup/write';
import { knownFolder } from './folder-memory';
import type { Keeper } from './keeper';

/** A look at backups waits so long for a database that may not open, milliseconds. */
const PATIENCE = 3_000;

/** The answer to work, or `instead` where it fails or takes too long. */
const soon = <T>(work: Promise<T>, instead: T): Promise<T> =>
  Promise.race([
    work.catch(() => instead),
    new Promise<T>((resolve) => setTimeout(() => resolve(instead), PATIENCE)),
  ]);

const waysByBackups = async (backups: BackupDatabase): Promise<Way[]> =>
  (await listBackups(backups)).map(({ id, at, papers, rev }) => ({
    from: { kind: 'backup', id },
    at,
    papers,
    rev,
  }));

/** By the library's writes: a clock may have been wrong. Those of a file are not known; it comes after the others. */
const latestFirst = (a: Way, b: Way): number => b.rev - a.rev || b.at - a.at;

/** Troubles in which the database's own backups can be read. */
const READABLE: readonly (Trouble | null)[] = [null, 'lost', 'smaller', 'quota'];

interface Ports {
  keeper: Keeper;
  shelf: Shelf;
  /** Whether the disk has room to write. */
  hasRoom: () => Promise<boolean>;
}

/** How the library is, and which backups and copies could bring it back, the latest first. */
export async function conditionOf({ keeper, shelf, hasRoom }: Ports): Promise<Condition> {
  const found = await keeper.enter();
  // A library that can be read can't be written while the disk is full.
  const trouble = found ?? ((await hasRoom()) ? null : 'quota');
  const { db, backups } = await keeper.open();
  const canRead = db.isOpen() && (found === null || found === 'smaller');
  const ways = [
    ...(await soon(wayByCopy(shelf), [])),
    ...(READABLE.includes(trouble) ? await soon(waysByBackups(backups), []) : []),
  ];
  return {
    trouble,
    mark: await keeper.known(),
    papers: trouble === 'lost' ? 0 : canRead ? await soon(db.papers.count(), null) : null,
    offers: ways
      .filter(({ papers }) => papers > 0)
      .toSorted(latestFirst)
      .map(({ rev: _rev, ...offer }) => offer),
    isTooLargeToCopy: (await soon(readCopies(shelf), {})).tooLargeAt !== undefined,
    lostFolder: await lostFolder(shelf),
  };
}

/** The name of the backup folder, where the browser has forgotten it. */
async function lostFolder(shelf: Shelf): Promise<string | null> {
  const name = await knownFolder(shelf);
  return name !== null && !(await soon(chosenFolder(), undefined)) ? name : null;
}
