import { ensureBuild } from '@/scripts/browser/build';
import { call, launch, openApp } from '@/scripts/browser/extension';
import type { Page } from '@playwright/test';
import { type Bench, type Line, median } from './bench';
import { makePaper } from './library/generate';

const ROUNDS = 60;
/** Compressed bytes of a part of the copy: 500 papers with abstracts. */
const PART = 260_000;
/** What a person may wait for a save, flushed, milliseconds: an eye takes it for at once. */
const PATIENCE = 50;

/** Times of writes of one row in the extension's own database, past Gloss, each waited for. */
const rawWrites = (app: Page, durability: IDBTransactionDurability): Promise<number[]> =>
  app.evaluate(
    async ([rounds, how]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('bench-flush', 1);
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now();
        await new Promise((resolve) => {
          const write = db.transaction('rows', 'readwrite', { durability: how });
          write.objectStore('rows').put('x'.repeat(2_000), round);
          write.addEventListener('complete', resolve);
        });
        times.push(performance.now() - begun);
      }
      db.close();
      return times;
    },
    [ROUNDS, durability] as const,
  );

/** Times of writes of a part to the extension's storage, and of the same bytes to a database. */
const parts = (app: Page): Promise<{ local: number[]; database: number[] }> =>
  app.evaluate(async (size) => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    const text = String.fromCharCode(...bytes.map((byte) => 65 + (byte % 58))).repeat(
      Math.ceil((size * 4) / 3 / bytes.length),
    );
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('bench-parts', 1);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const local: number[] = [];
    const database: number[] = [];
    for (let round = 0; round < 30; round++) {
      const begun = performance.now();
      await chrome.storage.local.set({ [`bench/${round}`]: text });
      const middle = performance.now();
      await new Promise((resolve) => {
        const write = db.transaction('rows', 'readwrite');
        write.objectStore('rows').put(new Uint8Array(size), round);
        write.addEventListener('complete', resolve);
      });
      local.push(middle - begun);
      database.push(performance.now() - middle);
    }
    return { local, database };
  }, PART);

/** Times of saves through Gloss, one after the other, each acknowledged. */
async function saves(app: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { paper } = makePaper(round);
    const { keys, title, authors, abstract, links } = paper;
    const listing = { site: 'arxiv', url: 'https://arxiv.org/', title: '', at: 1 };
    const begun = performance.now();
    await call(app, 'paper.status', {
      opId: `flush-${round}`,
      paper: { keys, title, authors, abstract, links, listing },
      status: 'saved',
    });
    if (round > 0) times.push(performance.now() - begun);
  }
  return times;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const line = (
  name: string,
  about: string,
  ours: readonly number[],
  reference: readonly number[],
): Line => ({
  name: `flush: ${name}`,
  about,
  unit: 'ms',
  ours: round(median(ours)),
  reference: round(median(reference)),
  ratio: round(median(ours) / median(reference)),
  limit: 200,
  most: PATIENCE,
});

/** What it costs that a save is on the disk when it is acknowledged, and what a part of the copy costs. */
async function measure(): Promise<Line[]> {
  ensureBuild();
  const browser = await launch();
  try {
    const app = await openApp(browser);
    const [strict, relaxed] = [await rawWrites(app, 'strict'), await rawWrites(app, 'relaxed')];
    const saved = await saves(app);
    const { local, database } = await parts(app);
    return [
      line('a write of one row', 'flushed, against one that is not', strict, relaxed),
      line('an acknowledged save', 'flushed, against a bare row that is not', saved, relaxed),
      line('a part of the copy', '500 papers, against the same in a database', local, database),
    ];
  } finally {
    await browser.close();
  }
}

/** What it costs that a save is on the disk. */
export const flush: Bench = { name: 'flush', run: measure, quick: measure };
