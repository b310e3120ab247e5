import type { Incoming } from '@/domain/import/incoming';
import { fail, ok, type Result } from '@/domain/result';
import type { AppProtocol } from '@/rpc/protocol';
import type { Sender } from '@/rpc/serve';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport, Cancelled } from '@/storage/import';
import { previewPage } from '@/storage/preview';
import { storageFailure } from '@/storage/failure';
import { beginImport, dropImport, stagePage } from '@/storage/staging';

type Calls = 'begin' | 'stage' | 'preview' | 'apply' | 'progress' | 'cancel';
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
 * committed. How far an import is lives in memory: when the worker dies, its transaction does too.
 */
export function importsFor(
  db: GlossDatabase,
  env: Environment,
  tell: (changed: string[], sender: Sender) => Promise<void>,
): Imports {
  const running = new Map<string, { done: number; isCancelled: boolean }>();
  const apply = async (
    { id, opId }: { id: string; opId: string },
    sender: Sender,
  ): Promise<ReturnType<AppProtocol['import.apply']>> => {
    const state = { done: 0, isCancelled: false };
    running.set(id, state);
    try {
      const { report, changed } = await applyImport(
        db,
        env,
        { id, opId },
        {
          progress: (papers) => (state.done = papers),
          isCancelled: () => state.isCancelled,
        },
      );
      await tell(changed, sender);
      return ok(report);
    } catch (error) {
      await dropImport(db, id);
      if (state.isCancelled || error instanceof Cancelled)
        return fail('cancelled', 'The import was cancelled; the library is as it was.');
      return storageFailure(error);
    } finally {
      running.delete(id);
    }
  };
  return {
    'import.begin': async () => {
      await beginImport(db);
      return ok(null);
    },
    'import.stage': async ({ id, page, items }): Promise<Result<null>> => {
      const list = itemsOf(items);
      if (!list) return fail('invalid', 'items: expected a list as JSON');
      // A full disk is told as such.
      return stagePage(db, env, { id, page, items: list }).catch(storageFailure);
    },
    'import.preview': async (ask) => ok(await previewPage(db, ask)),
    'import.apply': apply,
    'import.progress': ({ id }) => Promise.resolve(ok(running.get(id)?.done ?? null)),
    'import.cancel': async ({ id }) => {
      const state = running.get(id);
      if (state) state.isCancelled = true;
      else await dropImport(db, id);
      return ok(null);
    },
  };
}
