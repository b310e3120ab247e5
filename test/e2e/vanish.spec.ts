import { rmSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test as base } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import {
  type Browser,
  call,
  type Folders,
  launch,
  openApp,
  start,
} from '@/scripts/browser/extension';
import { openListing } from '@/scripts/browser/listing';
import { servePages } from '@/scripts/browser/pages';
import { copyOf, DAMAGES, databasesOf, leave, paperOf } from './damage';
import { expect, test as fresh } from './fixtures';
import { isRoot, smallDisk } from './small-disk';

const PAPERS = 40;
const URL = 'https://arxiv.org/list/me.AS/new';
const HOSTS = ['https://arxiv.org/*'];

interface Prepared {
  folders: Folders;
  extensionId: string;
}

/** A profile with papers, a note, a backup and a copy, made once for a worker's tests; the browser is closed. */
const test = base.extend<object, { prepared: Prepared }>({
  prepared: [
    async ({}, use) => {
      const browser = await launch({ hosts: HOSTS });
      const app = await openApp(browser);
      for (let at = 0; at < PAPERS; at++)
        await call(app, 'paper.status', { opId: `s${at}`, paper: paperOf(at), status: 'saved' });
      const note = {
        opId: 'n',
        paper: paperOf(3),
        base: '',
        text: 'Compare with the ebb of 1998.',
      };
      await call(app, 'paper.note', note);
      await call(app, 'backup.now', null);
      await expect
        .poll(async () =>
          app.evaluate(async () => (await chrome.storage.local.get('mark'))['mark']),
        )
        .toMatchObject({ papers: PAPERS });
      const { folders, extensionId } = browser;
      await browser.context.close();
      await use({ folders, extensionId });
      for (const folder of [folders.extension, folders.profile])
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
});

/** What is in the library: how many papers, and the note. */
async function contents(browser: Browser): Promise<[papers: number, note: string]> {
  const app = await openApp(browser);
  const count = await call(app, 'export.count', null);
  const id = paperOf(3).keys[0]!;
  const found = await call(app, 'library.papers', { ids: [id] });
  await app.close();
  return [
    count.ok ? count.value : -1,
    found.ok ? (found.value[0]?.note.text ?? '') : found.error.reason,
  ];
}

async function restoreByClick(browser: Browser): Promise<void> {
  const page = await openApp(browser, 'library.html');
  const trouble = page.locator('[data-gloss="trouble"]');
  await expect(trouble).toContainText('40 papers');
  await page.locator('[data-gloss="offers"] button').first().click();
  await expect(trouble).toHaveCount(0, { timeout: 20_000 });
  await page.close();
}

const WHOLE = [PAPERS, 'Compare with the ebb of 1998.'];

for (const [name, damage] of Object.entries(DAMAGES))
  test(`where ${name}, the library says so and comes back from the last backup`, async ({
    prepared,
  }) => {
    const folders = copyOf(prepared.folders);
    damage(databasesOf(folders.profile, prepared.extensionId));
    const browser = await start(folders);
    try {
      const app = await openApp(browser);
      await expect(app.locator('[data-gloss="trouble"]')).toBeVisible();
      const refused = await call(app, 'paper.status', {
        opId: 'late',
        paper: paperOf(99),
        status: 'saved',
      });
      expect(refused.ok).toBe(false);
      await restoreByClick(browser);
      expect(await contents(browser)).toEqual(WHOLE);
    } finally {
      await leave(browser);
    }
  });

test('site data that is cleared under a running Gloss is said in page, popup and library, and comes back', async ({
  prepared,
}, info) => {
  const browser = await start(copyOf(prepared.folders));
  try {
    const app = await openApp(browser);
    const serve = await servePages(browser.context);
    serve({ body: arxivList(5), url: URL, type: 'text/html; charset=utf-8' });
    const { page, layer } = await openListing(browser, app, URL);
    const session = await browser.context.newCDPSession(app);
    const origin = `chrome-extension://${browser.extensionId}`;
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await layer.hover('[data-gloss="mark"][data-entry="0"]');
    await layer.click('[data-gloss="toolbar"] [data-action="save"]');
    await layer.shows('[data-gloss="toast"]', 'Your library is gone from this browser');
    await page.screenshot({ path: info.outputPath('page.png') });
    expect(await layer.axe()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: info.outputPath('page-dark.png') });
    await app.setViewportSize({ width: 400, height: 600 });
    await app.bringToFront();
    await expect(app.locator('[data-gloss="trouble"]')).toContainText('It had 40 papers');
    await app.screenshot({ path: info.outputPath('popup.png') });
    await app.emulateMedia({ colorScheme: 'dark' });
    await app.screenshot({ path: info.outputPath('popup-dark.png') });
    const library = await openApp(browser, 'library.html');
    await expect(library.locator('[data-gloss="offers"] li')).toHaveCount(1);
    expect((await new AxeBuilder({ page: library }).analyze()).violations).toEqual([]);
    await library.screenshot({ path: info.outputPath('library.png') });
    await library.emulateMedia({ colorScheme: 'dark' });
    await library.screenshot({ path: info.outputPath('library-dark.png') });
    await library.close();
    const told = await call(app, 'diagnostics', null);
    expect(told.ok && told.value).toContain('Library: lost');
    expect(told.ok && told.value).not.toMatch(/moon|ebb of 1998/);
    await restoreByClick(browser);
    expect(await contents(browser)).toEqual(WHOLE);
    await page.bringToFront();
    await layer.gone('[data-gloss="toast"]');
  } finally {
    await leave(browser);
  }
});

test('a person who deletes everything is not alarmed; one who begins anew keeps the copy as a backup', async ({
  prepared,
}) => {
  let browser = await start(copyOf(prepared.folders));
  try {
    let app = await openApp(browser);
    const ids = Array.from({ length: PAPERS }, (_, at) => paperOf(at).keys[0]!);
    await call(app, 'papers.bulk', { opId: 'd', ids, change: { kind: 'delete' } });
    await call(app, 'trash.empty', null);
    browser = await browser.restart();
    app = await openApp(browser);
    const well = await call(app, 'library.condition', null);
    expect(well.ok && well.value.trouble).toBeNull();
    browser = await browser.restart(({ profile }) =>
      rmSync(databasesOf(profile, browser.extensionId), { recursive: true }),
    );
    const page = await openApp(browser, 'library.html');
    const anew = page.locator('[data-gloss="begin-anew"]');
    await anew.click();
    await expect(anew).toContainText('Sure?');
    await anew.click();
    await expect(page.locator('[data-gloss="trouble"]')).toHaveCount(0);
    const backups = await call(page, 'backup.list', null);
    expect(backups.ok && backups.value.map(({ reason }) => reason)).toContain('copy');
    const saved = { opId: 'new', paper: paperOf(1), status: 'saved' } as const;
    expect((await call(page, 'paper.status', saved)).ok).toBe(true);
  } finally {
    await leave(browser);
  }
});

/** Opens the library at a version past Gloss; keeps it open, and does not let go, where `holds` says so. */
const openRaw = (app: Page, version: number, holds: boolean): Promise<string[]> =>
  app.evaluate(
    ([at, keeps]) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('gloss', at);
        request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')));
        request.addEventListener('success', () => {
          if (keeps) Object.assign(globalThis, { held: request.result });
          else request.result.close();
          resolve([...request.result.objectStoreNames]);
        });
      }),
    [version, holds] as const,
  );

fresh(
  'a library that a newer Gloss wrote is left alone, and said so',
  async ({ app, killWorker }) => {
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
  },
);

fresh(
  'an upgrade that is blocked is said within seconds, and goes on when it can',
  async ({ app, killWorker }) => {
    await killWorker();
    await app.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.deleteDatabase('gloss').addEventListener('success', () => resolve());
        }),
    );
    await openRaw(app, 5, true);
    const asked = performance.now();
    const saved = { opId: 's', paper: paperOf(1), status: 'saved' } as const;
    const answer = await call(app, 'paper.status', saved);
    expect(answer.ok || answer.error.reason).toBe('blocked');
    expect(performance.now() - asked).toBeLessThan(5_000);
    await expect(app.locator('[data-gloss="trouble"]')).toContainText(
      'something else holds it open',
    );
    await app.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
    await expect(app.locator('[data-gloss="trouble"]')).toHaveCount(0);
    expect((await call(app, 'paper.status', saved)).ok).toBe(true);
  },
);

fresh(
  'a save is flushed to the disk before it is acknowledged',
  async ({ app, browserWithGloss }) => {
    await call(app, 'tags.list', null);
    const [worker] = browserWithGloss.context.serviceWorkers();
    const durabilities = await worker!.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function record(this: IDBDatabase, ...args) {
        const begun = transaction.apply(this, args);
        if (begun.mode === 'readwrite' && begun.objectStoreNames.contains('papers'))
          seen.push(begun.durability);
        return begun;
      };
      return seen;
    });
    expect(durabilities).toEqual([]);
    await call(app, 'paper.status', { opId: 's', paper: paperOf(1), status: 'saved' });
    await call(app, 'paper.note', { opId: 'n', paper: paperOf(1), base: '', text: 'x' });
    const seen = await worker!.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen).toEqual(['strict', 'strict']);
  },
);

fresh(
  'a folder for backups is suggested when there is something to lose, and not again',
  async ({ app, browserWithGloss }, info) => {
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
  },
);

base(
  'a full disk is said, loses nothing, and is worked on again when there is room',
  async ({}, info) => {
    base.skip(!isRoot, 'Only root can mount a small disk.');
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
      await app.screenshot({ path: info.outputPath('full.png') });
      disk.free();
      for (let at = 1; at < 8; at++) expect((await save(at)).ok).toBe(true);
      const count = await call(app, 'export.count', null);
      expect(count).toEqual({ ok: true, value: 8 });
      await expect(app.locator('[data-gloss="trouble"]')).toHaveCount(0);
    } finally {
      await browser?.close();
      disk.remove();
    }
  },
);
