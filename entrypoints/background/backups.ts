import { browser } from '#imports';
import { chosenFolder, isAllowed } from '@/storage/folder-handle';
import type { BackupFolder, BackupPreview } from '@/domain/backup';
import type { ImportReport } from '@/domain/library';
import { sureDay, type UsedDays } from '@/domain/days';
import { fail, ok, type Result } from '@/domain/result';
import type { Shelf } from '@/domain/shelf';
import type { BackupDatabase } from '@/storage/backup/db';
import { otherFiles, syncFolder, takeFile } from '@/storage/backup/folder';
import { careForCopy, readCopies } from '@/storage/backup/copy';
import { Broken } from '@/storage/backup/read';
import { mergeBackup, previewBackup, replaceByBackup } from '@/storage/backup/restore';
import { backUpNow, careForBackups, listBackups } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { readLocal, writeLocal } from '@/storage/local';
import { lastRefusals } from '@/storage/refusals';
import { countDay } from '@/storage/days';
import { SIGHTING_DAYS, sweepSightings } from '@/storage/sightings';
import { orFailure } from '@/storage/failure';
import { hasRoom } from '@/storage/room';
import { checkUp, lastCheckup } from '@/storage/checkup';
import { Cancelled } from '@/storage/import/import';
import { expireTrash } from '@/storage/steps/trash';
import type { AppHandlers } from './answers';
import { broadcast } from './broadcast';
import type { Attention } from './idle';
import { knownFolder, noteFolder } from './folder-memory';
import type { Keeper } from './keeper';
import { Runs } from './runs';

type BackupCall =
  | `backup.${'list' | 'now' | 'folder' | 'take' | 'preview' | 'restore' | 'progress' | 'cancel'}`
  | 'checkup.last';

/** Answers about backups and the health of the library. */
export function backupHandlers(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  shelf: Shelf,
): Pick<AppHandlers, BackupCall> {
  const previews = new Runs<BackupPreview>();
  const restores = new Runs<ImportReport>();
  return {
    'backup.list': async () =>
      ok(
        (await listBackups(backups)).map(({ id, reason, at, papers, bytes }) => ({
          id,
          reason,
          at,
          papers,
          bytes,
        })),
      ),
    'backup.now': async () => {
      await backUpNow(db, backups, env, 'asked');
      while (await careForCopy(db, shelf, env));
      return ok(null);
    },
    'backup.folder': async ({ isNew }) => {
      if (isNew) {
        await backups.files.clear();
        await noteFolder(shelf, (await chosenFolder())?.name ?? null);
      }
      return ok(await toFolder(backups, shelf));
    },
    'backup.take': async ({ name }) => {
      const folder = await chosenFolder();
      return folder
        ? takeFile(backups, folder, env, name)
        : fail('missing', 'No folder was chosen.');
    },
    'backup.preview': ({ id }) =>
      previews.ask(id, () => answered(() => previewBackup(db, backups, id))),
    'backup.restore': ({ mode, ...ask }, sender) =>
      restores.ask(ask.opId, (run) => {
        const restore = mode === 'merge' ? mergeBackup : replaceByBackup;
        return answered(async () => {
          const report = await restore(db, backups, env, ask, {
            progress: (part) => (run.done = part),
            isCancelled: () => run.isCancelled,
          });
          // What was committed is done, whether or not others can be told.
          await broadcast([], sender).catch(() => undefined);
          return report;
        });
      }),
    'backup.progress': ({ opId }) => Promise.resolve(ok(restores.progress(opId))),
    'backup.cancel': ({ opId }) => {
      restores.cancel(opId);
      return Promise.resolve(ok(null));
    },
    'checkup.last': async () => {
      const [report, refused] = [await lastCheckup(db), await lastRefusals(db)];
      return ok(report && refused ? { ...report, refused } : report);
    },
  };
}

/** The outcome of work on a backup. */
const answered = <T>(work: () => Promise<T>): Promise<Result<T>> =>
  orFailure(async () => {
    try {
      return ok(await work());
    } catch (error) {
      if (error instanceof Broken) return fail(error.reason, error.message);
      if (error instanceof Cancelled)
        return fail('cancelled', 'It was cancelled; the library is as it was.');
      throw error;
    }
  });

/** Why a folder cannot be written, by the name of the file system's error. */
const PROBLEMS: Record<string, BackupFolder['state']> = {
  NotAllowedError: 'ask',
  SecurityError: 'ask',
  NotFoundError: 'gone',
};

/** Brings the folder that a person chose up to date, where the browser lets us. */
async function toFolder(backups: BackupDatabase, shelf: Shelf): Promise<BackupFolder | null> {
  const folder = await chosenFolder();
  if (!folder) {
    const forgotten = await knownFolder(shelf);
    return forgotten === null ? null : { name: forgotten, state: 'forgotten', others: [] };
  }
  const { name } = folder;
  if (!(await isAllowed(folder))) return { name, state: 'ask', others: [] };
  try {
    await syncFolder(backups, folder);
    return { name, state: 'ready', others: await otherFiles(backups, folder) };
  } catch (error) {
    const state = error instanceof DOMException ? PROBLEMS[error.name] : undefined;
    return { name, state: state ?? 'full', others: [] };
  }
}

const DAY = 86_400_000;
const ALARM = 'care';
const COPY_ALARM = 'copy';
/** A write is in the copy after so long, minutes: together with all that follow. */
const COPY_AFTER = 5;
/** The first copy does not wait: until then there is none. Minutes, the least that browsers allow. */
const FIRST_AFTER = 0.5;
/** Minutes between two looks at what is due. */
const EVERY = 30;

/**
 * What the background does by itself: backups, in slices with room for others between; old papers out of the
 * trash; a check of some of the library. An alarm wakes the worker for it; it begins some time after a start,
 * so that a start is not slowed.
 */
export function careByItself(
  keeper: Keeper,
  shelf: Shelf,
  env: Environment,
  quiet: Attention['quiet'],
): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(ALARM, { periodInMinutes: EVERY, delayInMinutes: 1 });
  });
  browser.runtime.onStartup.addListener(() => {
    void browser.alarms.create(ALARM, { periodInMinutes: EVERY, delayInMinutes: 1 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void care(keeper, shelf, env, quiet);
    if (name === COPY_ALARM) void copy(keeper, shelf, env, quiet);
  });
}

/** Lets old sightings go, once a day and in slices with room for others between. */
async function careForSightings(
  db: GlossDatabase,
  days: UsedDays,
  quiet: Attention['quiet'],
): Promise<void> {
  if ((await readLocal(db, 'sightings-swept')) === days.count) return;
  const before = (sureDay(days) - SIGHTING_DAYS) * DAY;
  while (await sweepSightings(db, { before })) await quiet();
  await writeLocal(db, 'sightings-swept', days.count);
}

/** Has what was just written copied in some minutes. An alarm outlives the worker; one that is set is not put off. */
export async function copySoon(shelf: Shelf): Promise<void> {
  if (await browser.alarms.get(COPY_ALARM)) return;
  const { whole } = await readCopies(shelf);
  await browser.alarms.create(COPY_ALARM, { delayInMinutes: whole ? COPY_AFTER : FIRST_AFTER });
}

/** Brings the copy outside the databases up to date, of a library that is well. */
async function copy(
  keeper: Keeper,
  shelf: Shelf,
  env: Environment,
  quiet: Attention['quiet'],
): Promise<void> {
  try {
    if ((await keeper.enter()) !== null) return;
    const { db } = await keeper.open();
    while (await careForCopy(db, shelf, env)) await quiet();
  } catch (error) {
    console.warn('Gloss could not copy its library:', error);
  }
}

/**
 * Does all that is due, with a library that is well: nothing is kept of one that lost papers. What fails (a full disk)
 * leaves the library as it is and is tried again at the next alarm.
 */
async function care(
  keeper: Keeper,
  shelf: Shelf,
  env: Environment,
  quiet: Attention['quiet'],
): Promise<void> {
  const offset = new Date(env.now()).getTimezoneOffset();
  try {
    if (!(await hasRoom()) || (await keeper.check()) !== null) return;
    const { db, backups } = await keeper.open();
    await checkUp(db, env);
    const days = await countDay(db, env.now(), offset);
    await expireTrash(db, env.now(), days.count);
    await careForSightings(db, days, quiet);
    while (await careForBackups(db, backups, env, offset)) await quiet();
    await copy(keeper, shelf, env, quiet);
    await toFolder(backups, shelf);
  } catch (error) {
    console.warn('Gloss could not care for its library:', error);
  }
}
