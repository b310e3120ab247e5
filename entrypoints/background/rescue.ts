import type { Offer } from '@/domain/mark';
import type { ImportReport } from '@/domain/library';
import { fail, ok, type Result } from '@/domain/result';
import type { Shelf } from '@/domain/shelf';
import { takeCopy } from '@/storage/backup/copy';
import { mergeBackup, replaceByBackup } from '@/storage/backup/restore';
import { receiptOf } from '@/storage/import/import';
import type { Environment } from '@/storage/clock';
import { Broken } from '@/storage/backup/read';
import { storageFailure } from '@/storage/failure';
import { succeed } from '@/storage/mark';
import { revisionOf } from '@/storage/told';
import type { AppHandlers } from './answers';
import { broadcast } from './broadcast';
import { conditionOf } from './condition';
import { diagnosticsOf, type Errors } from './errors';
import { folderWasOffered, offeredFolder } from './folder-memory';
import type { Keeper } from './keeper';
import { openOwnPage } from './own-page';
import { type Run, Runs } from './runs';

export type RescueCall =
  | `library.${'condition' | 'rescue' | 'anew' | 'show'}`
  | 'backup.offered'
  | 'diagnostics';

interface RescueOptions {
  keeper: Keeper;
  shelf: Shelf;
  env: Environment;
  errors: Errors;
  /** Whether the disk has room to write. */
  hasRoom: () => Promise<boolean>;
}

/** Answers about a library that is not well, and brings it back. */
export function rescueHandlers(options: RescueOptions): Pick<AppHandlers, RescueCall> {
  const { keeper, shelf, errors } = options;
  const rescues = new Runs<ImportReport>();
  return {
    'library.condition': async () => ok(await conditionOf(options)),
    'library.rescue': (ask) => rescues.ask(ask.opId, (run) => rescue(ask, run, options)),
    'library.anew': () => beginAnew(options),
    'library.show': async () => {
      await openOwnPage('library');
      return ok(null);
    },
    'backup.offered': async ({ isDismissed }) => {
      if (isDismissed) await folderWasOffered(shelf);
      const { db } = await keeper.open();
      if ((await keeper.enter()) !== null) return ok(null);
      return ok(await offeredFolder(shelf, db));
    },
    diagnostics: async () => ok(await diagnosticsOf(await conditionOf(options), errors)),
  };
}

/**
 * Brings the library back. A backup of a later state than what is left takes its place; of an earlier one it is laid
 * beside it.
 */
async function rescue(
  { opId, from }: { opId: string; from: Offer['from'] },
  run: Run,
  { keeper, shelf, env, errors }: RescueOptions,
): Promise<Result<ImportReport>> {
  const trouble = await keeper.enter();
  // Asked again: the answer to the first did not come through.
  const done = trouble === null ? await receiptOf((await keeper.open()).db, opId) : undefined;
  if (done) return ok(done);
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

/** Begins a new library in place of one that is lost or can't be read. */
async function beginAnew({ keeper, shelf, errors }: RescueOptions): Promise<Result<null>> {
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
}

/** Tells all pages that another library took the place of the one they knew. */
export const tellOfChange = (): void => void broadcast([], {}).catch(() => undefined);
