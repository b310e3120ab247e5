import type { Page } from '@playwright/test';
import { type Browser, call, launch, openApp } from '@/scripts/browser/extension';
import { paperOf } from './damage';
import { expect, test } from './fixtures';
import { isRoot, smallDisk } from './small-disk';

test.use({ isNew: true });

/**
 * Opens the library at a version past Gloss, once the one that is there is deleted where `deletes` says so; keeps it
 * open, and does not let go, where `holds` does.
 */
const openRaw = (app: Page, version: number, holds: boolean, deletes = false): Promise<string[]> =>
  app.evaluate(
    ([at, keeps, isFirstDeleted]) =>
      new Promise<string[]>((resolve, reject) => {
        if (isFirstDeleted) indexedDB.deleteDatabase('gloss');
        const request = indexedDB.open('gloss', at);
        request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')));
        request.addEventListener('success', () => {
          if (keeps) Object.assign(globalThis, { held: request.result });
          else request.result.close();
          resolve([...request.result.objectStoreNames]);
        });
      }),
    [version, holds, deletes] as const,
  );

test('a library that a newer Gloss wrote is left alone, and said so', async ({
  app,
  killWorker,
}) => {
  await call(app, 'paper.status', { opId: 's', paper: paperOf(1), status: 'saved' });
  const stores = await openRaw(app, 990, false);
  await killWorker();
  const answer = await call(app, 'paper.status', {
    opId: 't',
    paper: paperOf(2),
    status: 'saved',
  });
  expect(answer.ok || answer.error.reason).toBe('newer');
  await app.reload();
  await expect(app.locator('[data-gloss="trouble"]')).toContainText('A newer version of Gloss');
  expect(await openRaw(app, 990, false)).toEqual(stores);
});

/** Asks until an answer comes: a message to a worker that is just being stopped can be lost with it, and Gloss's own pages send it again. */
async function askedAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), 5_000));
    const answer = await Promise.race([ask(), silence]);
    if (answer !== null) return answer;
  }
}

test('an upgrade that is blocked is said within seconds, and goes on when it can', async ({
  app,
  browserWithGloss,
  killWorker,
}) => {
  // The popup loads itself anew when the library is in trouble; a page without scripts holds on to what it opened.
  const aside = await openApp(browserWithGloss, 'manifest.json');
  await killWorker();
  // Asked for at once after the deletion, it comes before any other open.
  await openRaw(aside, 5, true, true);
  const saved = { opId: 's', paper: paperOf(1), status: 'saved' } as const;
  const answer = await askedAgain(() => call(aside, 'paper.status', saved));
  expect(answer.ok || answer.error.reason).toBe('blocked');
  await expect(app.locator('[data-gloss="trouble"]')).toContainText('something else holds it open');
  await aside.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
  await expect(app.locator('[data-gloss="trouble"]')).toHaveCount(0);
  expect((await call(aside, 'paper.status', saved)).ok).toBe(true);
});

test('a save is flushed to the disk before it is acknowledged', async ({
  app,
  browserWithGloss,
}) => {
  await call(app, 'tags.list', null);
  const [worker] = browserWithGloss.context.serviceWorkers();
  await worker!.evaluate(() => {
    type Put = (this: IDBObjectStore, ...args: unknown[]) => IDBRequest<IDBValidKey>;
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as Put;
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    IDBObjectStore.prototype.put = function record(this: IDBObjectStore, ...args: unknown[]) {
      if (this.name === 'papers') seen.push(this.transaction.durability);
      return put.apply(this, args);
    };
  });
  await call(app, 'paper.status', { opId: 's', paper: paperOf(1), status: 'saved' });
  await call(app, 'paper.note', { opId: 'n', paper: paperOf(1), base: '', text: 'x' });
  const seen = await worker!.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen).toEqual(['strict', 'strict']);
});

test('a folder for backups is suggested when there is something to lose, and not again', async ({
  app,
  browserWithGloss,
}, info) => {
  const papers = Array.from({ length: 50 }, (_, at) => paperOf(at));
  await call(app, 'papers.status', { opId: 'm', papers, status: 'saved' });
  const page = await openApp(browserWithGloss, 'library.html');
  const offer = page.locator('[data-gloss="folder-offer"]');
  await expect(offer).toContainText('Choose a folder');
  await page.screenshot({ path: info.outputPath('offer.png') });
  await offer.getByRole('button', { name: 'Not now' }).click();
  await page.reload();
  await expect(page.locator('[data-gloss="view-papers"]')).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('a full disk is said, loses nothing, and is worked on again when there is room', async () => {
  test.skip(!isRoot, 'Only root can mount a small disk.');
  const disk = smallDisk(160);
  let browser: Browser | null = null;
  try {
    browser = await launch({ profile: disk.folder('profile') });
    const app = await openApp(browser);
    const save = (at: number) =>
      call(app, 'paper.status', { opId: `s${at}`, paper: paperOf(at), status: 'saved' });
    expect((await save(0)).ok).toBe(true);
    const acknowledged = new Set([0]);
    disk.fill();
    for (let at = 1; at < 8; at++) {
      const answer = await save(at);
      if (answer.ok) acknowledged.add(at);
      else expect(answer.error.reason).toBe('quota');
      disk.fill();
    }
    expect(acknowledged.size).toBeLessThan(8);
    await app.reload().catch(() => undefined);
    await expect(app.locator('[data-gloss="trouble"]')).toContainText('The disk is full');
    await app.screenshot({ path: test.info().outputPath('full.png') });
    disk.free();
    for (let at = 1; at < 8; at++) expect((await save(at)).ok).toBe(true);
    const count = await call(app, 'export.count', null);
    expect(count).toEqual({ ok: true, value: 8 });
    await expect(app.locator('[data-gloss="trouble"]')).toHaveCount(0);
  } finally {
    await browser?.close();
    disk.remove();
  }
});
