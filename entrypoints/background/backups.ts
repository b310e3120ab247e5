import { browser } from '#imports';
import { chosenFolder, isAllowed } from '@/components/backup/folder-handle';
import type { BackupFolder } from '@/domain/backup';
import { fail, ok } from '@/domain/result';
import type { BackupDatabase } from '@/storage/backup/db';
import { otherFiles, syncFolder, takeFile } from '@/storage/backup/folder';
import { mergeBackup, previewBackup, replaceByBackup } from '@/storage/backup/restore';
import { backUpNow, careForBackups, listBackups } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { checkHealth, lastHealth } from '@/storage/health';
import { expireTrash } from '@/storage/trash';
import { broadcast } from './broadcast';
import type { Attention } from './quiet';
import type { Typed } from './steps';

type BackupCall =
  | `backup.${'list' | 'now' | 'folder' | 'take' | 'preview' | 'restore'}`
  | 'health.last';

/** Answers about backups and the health of the library. */
export function backupHandlers(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
): Pick<Typed, BackupCall> {
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
      return ok(null);
    },
    'backup.folder': async ({ isNew }) => {
      if (isNew) await backups.files.clear();
      return ok(await toFolder(backups));
    },
    'backup.take': async ({ name }) => {
      const folder = await chosenFolder();
      return folder
        ? takeFile(backups, folder, env, name)
        : fail('missing', 'No folder was chosen.');
    },
    'backup.preview': ({ id }) => previewBackup(db, backups, id),
    'backup.restore': async ({ mode, ...ask }, sender) => {
      const restore = mode === 'merge' ? mergeBackup : replaceByBackup;
      const done = await restore(db, backups, env, ask);
      if (done.ok) await broadcast([], sender);
      return done;
    },
    'health.last': async () => ok(await lastHealth(db)),
  };
}

/** What kept a folder from being written, by the name of what the file system failed with. */
const PROBLEMS: Record<string, BackupFolder['state']> = {
  NotAllowedError: 'ask',
  SecurityError: 'ask',
  NotFoundError: 'gone',
};

/** Brings the folder that a person chose up to date, where the browser lets us. */
async function toFolder(backups: BackupDatabase): Promise<BackupFolder | null> {
  const folder = await chosenFolder();
  if (!folder) return null;
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

const ALARM = 'care';
/** Minutes between two looks at what is due. */
const EVERY = 30;

/**
 * What the background does by itself: backups, in slices with room for others between; old papers out of the
 * trash; a check of some of the library. An alarm wakes the worker for it; it begins some time after a start,
 * so that a start is not slowed.
 */
export function careByItself(
  db: GlossDatabase,
  backups: BackupDatabase,
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
    if (name === ALARM) void care(db, backups, env, quiet);
  });
}

/** Does all that is due. What fails (a full disk) leaves the library as it is and is tried again at the next alarm. */
export async function care(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  quiet: Attention['quiet'],
): Promise<void> {
  const offset = new Date(env.now()).getTimezoneOffset();
  try {
    await checkHealth(db, env);
    await expireTrash(db, env.now());
    while (await careForBackups(db, backups, env, offset)) await quiet();
    await toFolder(backups);
  } catch (error) {
    console.warn('Gloss could not care for its library:', error);
  }
}
