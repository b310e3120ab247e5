import { browser } from '#imports';
import type { Condition, Offer, Trouble } from '@/domain/mark';
import type { ImportReport } from '@/domain/library';
import { fail, ok, type Result } from '@/domain/result';
import type { Shelf } from '@/domain/shelf';
import { readCopies, takeCopy, type Way, wayByCopy } from '@/storage/backup/copy';
import type { BackupDatabase } from '@/storage/backup/db';
import { mergeBackup, replaceByBackup } from '@/storage/backup/restore';
import { listBackups } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import { Broken } from '@/storage/backup/read';
import { storageFailure } from '@/storage/failure';
import { succeed } from '@/storage/mark';
import { revisionOf } from '@/storage/told';
import { chosenFolder } from '@/storage/folder-handle';
import { broadcast } from './broadcast';
import { diagnosticsOf, type Errors } from './errors';
import { folderWasOffered, knownFolder, offeredFolder } from './folder-memory';
import type { Keeper } from './keeper';
import { Runs } from './runs';
import type { Typed } from './steps';

export type RescueCall =
  | `library.${'condition' | 'rescue' | 'anew' | 'show'}`
  | 'backup.offered'
  | 'diagnostics';

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

/** By the library's writes: a clock may have been wrong. Of a file they are not known; it comes after the others. */
const latestFirst = (a: Way, b: Way): number => b.rev - a.rev || b.at - a.at;

/** Troubles in which the database's own backups can be read. */
const READABLE: readonly (Trouble | null)[] = [null, 'lost', 'smaller', 'quota'];

interface RescueOptions {
  keeper: Keeper;
  shelf: Shelf;
  env: Environment;
  errors: Errors;
  /** Whether the disk has room to write. */
  hasRoom: () => Promise<boolean>;
}

/** Answers about a library that is not well, and what brings it back. */
export function rescueHandlers(options: RescueOptions): Pick<Typed, RescueCall> {
  const { keeper, shelf, env, errors, hasRoom } = options;
  const rescues = new Runs<ImportReport>();

  async function conditionNow(): Promise<Condition> {
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
      lostFolder: await lostFolder(),
    };
  }
  async function lostFolder(): Promise<string | null> {
    const name = await knownFolder(shelf);
    return name !== null && !(await soon(chosenFolder(), undefined)) ? name : null;
  }

  /**
   * Brings the library back. A backup of a later state than what is left takes its place; of an earlier one it is laid
   * beside it.
   */
  async function rescue(
    { opId, from }: { opId: string; from: Offer['from'] },
    run: { done: number; isCancelled: boolean },
  ): Promise<Result<ImportReport>> {
    const trouble = await keeper.enter();
    if (trouble === null || trouble === 'newer' || trouble === 'blocked' || trouble === 'quota')
      return fail('invalid', 'The library can’t be restored now.');
    try {
      const { db, backups } = await keeper.openAnew();
      const id = from.kind === 'copy' ? await takeCopy(backups, shelf) : from.id;
      if (id === null) return fail('missing', 'The copy is not there any more.');
      const ask = { opId, id };
      const watch = {
        progress: (part: number) => (run.done = part),
        isCancelled: () => run.isCancelled,
      };
      const isEarlier = ((await backups.backups.get(id))?.rev ?? 0) < (await revisionOf(db));
      const mark = await keeper.known();
      const report =
        trouble === 'smaller' && isEarlier
          ? await mergeBackup(db, backups, env, ask, watch)
          : await replaceByBackup(db, backups, env, ask, watch, {
              keepsSightings: true,
              committing: () => succeed(db, mark),
            });
      await keeper.settled();
      return ok(report);
    } catch (error) {
      if (error instanceof Broken) return fail(error.reason, error.message);
      errors.threw(error);
      return storageFailure(error);
    }
  }

  return {
    'library.condition': async () => ok(await conditionNow()),
    'library.rescue': ({ opId, from }) => rescues.ask(opId, (run) => rescue({ opId, from }, run)),
    'library.anew': async () => {
      const trouble = await keeper.enter();
      if (trouble !== 'lost' && trouble !== 'smaller' && trouble !== 'damaged')
        return fail('invalid', 'There is a library already.');
      try {
        const { backups } = await keeper.openAnew();
        // What was copied stays to be restored, also when the copy follows the new library.
        await takeCopy(backups, shelf).catch(errors.threw);
        await keeper.settled();
        return ok(null);
      } catch (error) {
        errors.threw(error);
        return storageFailure(error);
      }
    },
    'library.show': async () => {
      await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
      return ok(null);
    },
    'backup.offered': async ({ isDismissed }) => {
      if (isDismissed) await folderWasOffered(shelf);
      const { db } = await keeper.open();
      if ((await keeper.enter()) !== null) return ok(null);
      return ok(await offeredFolder(shelf, db));
    },
    diagnostics: async () => ok(await diagnosticsOf(await conditionNow(), errors)),
  };
}

/** All pages learn that the library is another now. */
export const tellOfChange = (): void => void broadcast([], {}).catch(() => undefined);
