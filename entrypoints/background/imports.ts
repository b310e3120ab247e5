import type { Incoming } from '@/domain/import/incoming';
import type { Undone } from '@/domain/library';
import { fail, ok, type Result } from '@/domain/result';
import type { AppProtocol, ImportReport } from '@/rpc/protocol';
import type { Sender } from '@/rpc/serve';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport, Cancelled, NotStaged } from '@/storage/import/import';
import { previewPage } from '@/storage/import/preview';
import { orFailure, storageFailure } from '@/storage/failure';
import { type Run, Runs } from './runs';
import { dropImport, stagePage, sweepStaged } from '@/storage/import/staging';
import { undo } from '@/storage/steps/undo';

type Calls = 'begin' | 'stage' | 'preview' | 'apply' | 'progress' | 'undo' | 'cancel';
type Imports = {
  [K in Calls as `import.${K}`]: (
    ask: Parameters<AppProtocol[`import.${K}`]>[0],
    sender: Sender,
  ) => Promise<ReturnType<AppProtocol[`import.${K}`]>>;
};

/** A page of items as it was sent. */
function itemsOf(text: string): Incoming[] | null {
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? (items as Incoming[]) : null;
  } catch {
    return null;
  }
}

/**
 * Files on their way into the library. `tell` is called with the papers that an import changed, after it was
 * committed.
 */
export function importsFor(
  db: GlossDatabase,
  env: Environment,
  tell: (changed: string[], sender: Sender) => Promise<void>,
  patience?: number,
): Imports {
  const runs = new Runs<ImportReport>(patience);
  const undos = new Runs<Undone>(patience);
  const takeBack = async (
    { opId, step }: { opId: string; step: string },
    sender: Sender,
  ): Promise<Result<Undone>> => {
    const done = await orFailure(() => undo(db, env, opId, step));
    if (!done.ok) return done;
    if (!done.value) return fail('missing', 'This was undone already.');
    const { papers } = done.value;
    await tell(
      papers.map(({ id }) => id),
      sender,
    ).catch(() => undefined);
    return ok(done.value);
  };
  const apply = async (
    ask: { id: string; opId: string },
    sender: Sender,
    run: Run,
  ): Promise<Result<ImportReport>> => {
    try {
      const { report, changed } = await applyImport(db, env, ask, {
        progress: (papers) => (run.done = papers),
        isCancelled: () => run.isCancelled,
      });
      // What was committed is done, whether or not others can be told.
      await tell(changed, sender).catch(() => undefined);
      return ok(report);
    } catch (error) {
      await dropImport(db, ask.id);
      if (run.isCancelled || error instanceof Cancelled)
        return fail('cancelled', 'The import was cancelled; the library is as it was.');
      return error instanceof NotStaged ? fail('missing', error.message) : storageFailure(error);
    }
  };
  return {
    'import.begin': async () => {
      await sweepStaged(db, env.now());
      return ok(null);
    },
    'import.stage': async ({ id, page, items }): Promise<Result<null>> => {
      const list = itemsOf(items);
      if (!list) return fail('invalid', 'items: expected a list as JSON');
      // A full disk has a reason of its own.
      return stagePage(db, env, { id, page, items: list }).catch(storageFailure);
    },
    'import.preview': async (ask) => ok(await previewPage(db, env.now(), ask)),
    'import.apply': (ask, sender) => runs.ask(ask.id, (run) => apply(ask, sender, run)),
    'import.undo': (ask, sender) => undos.ask(ask.opId, () => takeBack(ask, sender)),
    'import.progress': ({ id }) => Promise.resolve(ok(runs.progress(id))),
    'import.cancel': async ({ id }) => {
      if (!runs.cancel(id)) await dropImport(db, id);
      return ok(null);
    },
  };
}
