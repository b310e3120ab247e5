import { browser } from '#imports';
import { complete, type CompletionPorts, ORIGINS } from '@/domain/complete/complete';
import { lacksOf } from '@/domain/complete/lacking';
import { leaveFor } from '@/domain/leave';
import type { CompletionReport } from '@/domain/library';
import type { PaperState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import type { AppProtocol } from '@/rpc/protocol';
import type { Sender } from '@/rpc/serve';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { storageFailure } from '@/storage/failure';
import { fillPapers } from '@/storage/import/fill';
import { bareRecord } from '@/storage/papers';
import { loadSettings } from '@/storage/settings';
import { Runs } from './runs';

type Calls = 'run' | 'progress' | 'cancel';
type Completing = {
  [K in Calls as `complete.${K}`]: (
    ask: Parameters<AppProtocol[`complete.${K}`]>[0],
    sender: Sender,
  ) => Promise<ReturnType<AppProtocol[`complete.${K}`]>>;
} & {
  /** Papers were saved: what they lack is asked for, where the person has turned that on. */
  saved: (papers: readonly PaperState[]) => void;
};

/** A pause is looked at so often, milliseconds: a person who stops waits no longer. */
const LOOK = 250;
/** Papers that are saved one after the other are asked for together, milliseconds. */
const TOGETHER = 3_000;

const wait = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/** Whether the browser lets Gloss ask the services: a person allows them by turning this on. */
const isAllowed = (): Promise<boolean> =>
  browser.permissions.contains(leaveFor(ORIGINS, import.meta.env.FIREFOX));

/** Fills in what lists leave out, for papers that a person chose, and for those that are saved once they want that. */
export function completingFor(
  db: GlossDatabase,
  env: Environment,
  tell: (changed: string[], sender: Sender) => Promise<void>,
  ports: Pick<CompletionPorts, 'fetch'> & { isAllowed: () => Promise<boolean> } = {
    fetch: (url, init) => fetch(url, init),
    isAllowed,
  },
): Completing {
  const runs = new Runs<CompletionReport>();
  /** While the worker lives, no service is asked twice for a paper. */
  const answers: CompletionPorts['answers'] = new Map();
  const work = async (
    { opId, ids }: { opId: string; ids: readonly string[] },
    sender: Sender,
    watch: Pick<CompletionPorts, 'isStopped' | 'progress'>,
  ): Promise<Result<CompletionReport>> => {
    if (!(await ports.isAllowed()))
      return fail('forbidden', 'The browser does not allow asking the services.');
    try {
      const rows = (await db.papers.bulkGet([...ids])).flatMap((row) => row ?? []);
      const lacking = rows.map(bareRecord).filter((paper) => lacksOf(paper).length > 0);
      const sleep = async (time: number): Promise<void> => {
        for (let left = time; left > 0 && !watch.isStopped(); left -= LOOK)
          await wait(Math.min(LOOK, left));
      };
      const done = await complete(lacking, { fetch: ports.fetch, sleep, answers, ...watch });
      const changed = await fillPapers(db, env, { opId, fills: done.fills });
      await tell(changed, sender).catch(() => undefined);
      const { others, problems } = done;
      return ok({ asked: lacking.length, filled: changed.length, others: others.length, problems });
    } catch (error) {
      return storageFailure(error);
    }
  };

  let due = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const workOff = async (): Promise<void> => {
    const ids = [...due];
    due = new Set();
    const { isCompleting } = await loadSettings(db);
    if (!isCompleting || ids.length === 0) return;
    await work(
      { opId: env.newId(), ids },
      {},
      { isStopped: () => false, progress: () => undefined },
    );
  };
  return {
    'complete.run': (ask, sender) =>
      runs.ask(ask.opId, (run) =>
        work(ask, sender, {
          isStopped: () => run.isCancelled,
          progress: (part) => (run.done = part),
        }),
      ),
    'complete.progress': ({ opId }) => Promise.resolve(ok(runs.progress(opId))),
    'complete.cancel': ({ opId }) => {
      runs.cancel(opId);
      return Promise.resolve(ok(null));
    },
    saved: (papers) => {
      for (const { id, status } of papers) if (status === 'saved') due.add(id);
      if (due.size === 0) return;
      clearTimeout(timer);
      // One request at a time, also when several contexts ask.
      timer = setTimeout(() => {
        last = last.then(workOff, workOff);
      }, TOGETHER);
    },
  };
}
