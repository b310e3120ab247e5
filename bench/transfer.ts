import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { ensureBuild } from '@/scripts/browser/build';
import { launch, openApp } from '@/scripts/browser/extension';
import type { Bench, Line } from './bench';
import { bundle, fillLibrary } from './library/browser';

const PAPERS = 100_000;
/** What a file may cost, against the same rows bare. */
const LIMIT = 3;
/** By how much the heap of the page, and that of the worker, may grow, MB. */
const MOST_HEAP = 64;

const MB = 1024 * 1024;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Sends a command of the DevTools protocol to one place where our code runs. */
type Send = (method: string) => Promise<unknown>;

/** What is alive there, garbage aside, bytes. */
async function heapOf(send: Send): Promise<number> {
  await send('HeapProfiler.collectGarbage');
  const { usedSize } = (await send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

/** The service worker, reached through a page's session. */
async function workerOf(session: CDPSession): Promise<Send> {
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type }) => type === 'service_worker');
  if (!worker) throw new Error('The service worker is not running.');
  const { targetId } = worker;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
  });
  let last = 0;
  return (method) =>
    new Promise((resolve) => {
      const id = (last += 1);
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method });
      void session.send('Target.sendMessageToTarget', { sessionId, message });
    });
}

/** How often the heaps are looked at, milliseconds. */
const LOOK = 1_000;

interface Watched {
  /** Milliseconds. */
  time: number;
  /** By how much each heap grew at the most, MB. */
  page: number;
  worker: number;
}

/** How long something takes, and by how much the heaps of the page and of the service worker grow meanwhile. */
async function watched(app: Page, run: () => Promise<number>): Promise<Watched> {
  const session = await app.context().newCDPSession(app);
  const places: Send[] = [
    (method) => session.send(method as 'Runtime.getHeapUsage'),
    await workerOf(session),
  ];
  const before = await Promise.all(places.map(heapOf));
  const most = [...before];
  const over = new AbortController();
  const watch = (async () => {
    while (!over.signal.aborted) {
      for (const [index, send] of places.entries())
        most[index] = Math.max(most[index] ?? 0, await heapOf(send));
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  })();
  const time = await run();
  over.abort();
  await watch;
  await session.detach();
  const [page = 0, worker = 0] = most.map((value, index) => (value - (before[index] ?? 0)) / MB);
  return { time, page, worker };
}

/** Export to and import from Gloss JSON of a large library, as ratios to the same rows read and written bare. */
export const transfer: Bench = {
  name: 'transfer',
  run: async (progress) => {
    ensureBuild();
    const browser = await launch();
    try {
      const app = await openApp(browser);
      await fillLibrary(app, { count: PAPERS, progress });
      await app.evaluate(await bundle(path.join(import.meta.dirname, 'transfer/in-page.ts')));
      const bare = await app.evaluate(() => globalThis.transferBench.stringify());
      progress(`rows as JSON: ${round(bare)} ms`);
      const out = await watched(app, () => app.evaluate(() => globalThis.transferBench.exported()));
      progress(
        `export: ${round(out.time)} ms, heaps +${round(out.page)} and +${round(out.worker)} MB`,
      );
      const add = await app.evaluate((count) => globalThis.transferBench.bulkAdd(count), PAPERS);
      progress(`bulkAdd: ${round(add)} ms`);
      await app.evaluate(() => globalThis.transferBench.clear());
      const back = await watched(app, () =>
        app.evaluate(() => globalThis.transferBench.imported()),
      );
      progress(
        `import: ${round(back.time)} ms, heaps +${round(back.page)} and +${round(back.worker)} MB`,
      );
      const about = `${PAPERS} papers`;
      const line = (name: string, ours: number, reference: number, against: string): Line => ({
        name: `transfer: ${name}`,
        about: `${about}, against ${against}`,
        unit: 'ms',
        ours: round(ours),
        reference: round(reference),
        ratio: round(ours / reference),
        limit: LIMIT,
      });
      const heaps = (name: string, { page, worker }: Watched): Line[] =>
        Object.entries({ page, worker }).map(([where, value]) => ({
          name: `transfer: heap of the ${where} at the ${name}`,
          about: `${about}: what it grows by`,
          unit: 'MB',
          ours: round(value),
          reference: MOST_HEAP,
          ratio: round(value / MOST_HEAP),
          limit: 1,
        }));
      return [
        line('export', out.time, bare, 'JSON of the rows read bare'),
        ...heaps('export', out),
        line('import', back.time, add, 'a bare bulkAdd of the rows'),
        ...heaps('import', back),
      ];
    } finally {
      await browser.close();
    }
  },
};
