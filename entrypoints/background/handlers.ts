import type { Shelf } from '@/domain/shelf';
import { eachWithin, type Handlers } from '@/rpc/serve';
import type { BackupDatabase } from '@/storage/backup/db';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { orFailure } from '@/storage/failure';
import { createNewcomer } from '@/domain/newcomer';
import { createSeal } from '@/storage/seal';
import { statesToTell } from '@/storage/told';
import type { AppHandlers } from './answers';
import { backupHandlers } from './backups';
import { broadcast } from './broadcast';
import { completingFor } from './completing';
import { importsFor } from './imports';
import { libraryHandlers } from './library';
import { openingHandlers } from './opening';
import { pageHandlers, writeHandlers } from './pages';
import type { RescueCall } from './rescue';
import { settingsHandlers } from './settings';
import { stepHandlers } from './steps';

/** The answer to each call that needs a library that is well. */
export function handlersFor(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  shelf: Shelf,
): Handlers {
  const { saved, ...completing } = completingFor(db, env, async (changed, sender) => {
    await broadcast(await statesToTell(db, changed), sender);
  });
  const once = { newcomer: createNewcomer(shelf), sealNow: createSeal(shelf, env.newId) };
  const typed: Omit<AppHandlers, RescueCall> = {
    ...pageHandlers(db, env),
    ...openingHandlers(db, env, once),
    ...writeHandlers(db, env, { saved, acted: once.newcomer.acts }),
    ...completing,
    ...settingsHandlers(db, env, once),
    ...libraryHandlers(db, env),
    ...stepHandlers(db, env),
    ...backupHandlers(db, backups, env, shelf),
    ...importsFor(db, env, async (changed, sender) => {
      await broadcast(await statesToTell(db, changed), sender);
    }),
  };
  // Each is paired with its argument by its name.
  return eachWithin(
    typed as Handlers,
    (handle) => (ask, sender) => orFailure(() => handle(ask, sender)),
  );
}
