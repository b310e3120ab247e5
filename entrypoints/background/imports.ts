import type { Incoming } from '@/domain/import/incoming';
import { fail, ok, type Result } from '@/domain/result';
import type { AppProtocol, ImportReport } from '@/rpc/protocol';
import type { Sender } from '@/rpc/serve';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport, Cancelled, NotStaged } from '@/storage/import';
import { previewPage } from '@/storage/preview';
import { storageFailure } from '@/storage/failure';
import { dropImport, stagePage, sweepStaged } from '@/storage/staging';

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
 * How long one message waits for an import, milliseconds. A browser stops a worker that takes minutes over one
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle), and one that gets
 * none for half a minute.
 */
const PATIENCE = 10_000;

const after = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/** An import that runs, or whose outcome nobody has heard yet. */
interface Running {
  done: number;
  isCancelled: boolean;
  outcome: Promise<Result<ImportReport>>;
}

/**
 * Files on their way into the library. `tell` is called with the papers that an import changed, after it was
 * committed. How far an import is lives in memory: when the worker dies, its transaction does too, and whoever
 * asks again has it done from the start.
 */
export function importsFor(
  db: GlossDatabase,
  env: Environment,
  tell: (changed: string[], sender: Sender) => Promise<void>,
  patience = PATIENCE,
): Imports {
  const running = new Map<string, Running>();
  const run = async (
    ask: { id: string; opId: string },
    sender: Sender,
    state: Omit<Running, 'outcome'>,
  ): Promise<Result<ImportReport>> => {
    try {
      const { report, changed } = await applyImport(db, env, ask, {
        progress: (papers) => (state.done = papers),
        isCancelled: () => state.isCancelled,
      });
      // What was committed is done, whether or not others can be told.
      await tell(changed, sender).catch(() => undefined);
      return ok(report);
    } catch (error) {
      await dropImport(db, ask.id);
      if (state.isCancelled || error instanceof Cancelled)
        return fail('cancelled', 'The import was cancelled; the library is as it was.');
      return error instanceof NotStaged ? fail('missing', error.message) : storageFailure(error);
    }
  };
  const start = (ask: { id: string; opId: string }, sender: Sender): Running => {
    const state = { done: 0, isCancelled: false };
    const started = Object.assign(state, { outcome: run(ask, sender, state) });
    running.set(ask.id, started);
    return started;
  };
  const apply: Imports['import.apply'] = async (ask, sender) => {
    const { outcome } = running.get(ask.id) ?? start(ask, sender);
    const answer = await Promise.race([outcome, after(patience)]);
    if (!answer) return ok(null);
    running.delete(ask.id);
    return answer;
  };
  return {
    'import.begin': async () => {
      await sweepStaged(db, env.now());
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
