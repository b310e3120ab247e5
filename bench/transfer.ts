import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { ensureBuild } from '@/scripts/browser/build';
import { launch, openApp } from '@/scripts/browser/extension';
import type { Bench, Line } from './bench';
import { bundle, fillLibrary } from './library/browser';

const PAPERS = 100_000;
/** What a file may cost, against the same rows bare. */
const LIMIT = 3;
/** By how much the heap of the page may grow, MB. */
const MOST_HEAP = 64;

const MB = 1024 * 1024;
const round = (value: number): number => Math.round(value * 100) / 100;

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

/** How long something takes, and by how much the page's heap grows meanwhile: what is alive, garbage aside, looked at twice a second. */
async function watched(
  app: Page,
  run: () => Promise<number>,
): Promise<{ time: number; heap: number }> {
  const session = await app.context().newCDPSession(app);
  const before = await heapOf(session);
  let most = before;
  const over = new AbortController();
  const watch = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await heapOf(session));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  const time = await run();
  over.abort();
  await watch;
  await session.detach();
  return { time, heap: (most - before) / MB };
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
      progress(`export: ${round(out.time)} ms, heap +${round(out.heap)} MB`);
      const add = await app.evaluate((count) => globalThis.transferBench.bulkAdd(count), PAPERS);
      progress(`bulkAdd: ${round(add)} ms`);
      await app.evaluate(() => globalThis.transferBench.clear());
      const back = await watched(app, () =>
        app.evaluate(() => globalThis.transferBench.imported()),
      );
      progress(`import: ${round(back.time)} ms, heap +${round(back.heap)} MB`);
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
      const heap = (name: string, value: number): Line => ({
        name: `transfer: heap of the ${name}`,
        about: `${about}: what the page’s heap grows by`,
        unit: 'MB',
        ours: round(value),
        reference: MOST_HEAP,
        ratio: round(value / MOST_HEAP),
        limit: 1,
      });
      return [
        line('export', out.time, bare, 'JSON of the rows read bare'),
        heap('export', out.heap),
        line('import', back.time, add, 'a bare bulkAdd of the rows'),
        heap('import', back.heap),
      ];
    } finally {
      await browser.close();
    }
  },
};
