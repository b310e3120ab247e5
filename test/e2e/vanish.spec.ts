import { rmSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
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
import { expectNoFaults } from './accessible';
import { copyOf, DAMAGES, databasesOf, leave, paperOf } from './damage';
import { expect } from './fixtures';

const PAPERS = 40;
const URL = 'https://arxiv.org/list/me.AS/new';
const HOSTS = ['https://arxiv.org/*'];

/** A profile with papers, a note, a backup and a copy, made once for all tests; its browser is closed. */
let prepared: { folders: Folders; extensionId: string };

test.beforeAll(async () => {
  const browser = await launch({ hosts: HOSTS });
  const app = await openApp(browser);
  for (let at = 0; at < PAPERS; at++)
    await call(app, 'paper.status', { opId: `s${at}`, paper: paperOf(at), status: 'saved' });
  const note = { opId: 'n', paper: paperOf(3), base: '', text: 'Compare with the ebb of 1998.' };
  await call(app, 'paper.note', note);
  await call(app, 'backup.now', null);
  await expect
    .poll(() => app.evaluate(async () => (await chrome.storage.local.get('mark'))['mark']))
    .toMatchObject({ papers: PAPERS });
  const { folders, extensionId } = browser;
  await browser.context.close();
  prepared = { folders, extensionId };
});
test.afterAll(() => {
  for (const folder of Object.values(prepared.folders))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
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
    found.ok ? (found.value.papers[0]?.note.text ?? '') : found.error.reason,
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
  test(`where ${name}, the library says so and comes back from the last backup`, async () => {
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

/** A page that chooses a folder by a click: no program can press the browser's own dialog, so it is one of the browser's private file system. */
async function openWithPicker(browser: Browser, place = 'library.html'): Promise<Page> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const folder = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true });
    Object.assign(globalThis, { showDirectoryPicker: folder });
  });
  await page.goto(browser.url(place));
  return page;
}

/** A browser in which a folder for backups was chosen, started again after damage to the databases. */
async function damagedWithFolder(how: string): Promise<Browser> {
  const browser = await start(copyOf(prepared.folders), {}, prepared.extensionId);
  const page = await openWithPicker(browser, 'library.html#view=backups');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.locator('[data-gloss="backup-folder"]')).toContainText(
    'Each backup is also a file in “Backups”',
  );
  return browser.restart(({ profile }) =>
    DAMAGES[how]?.(databasesOf(profile, prepared.extensionId)),
  );
}

test('a folder for backups that went with the database is asked for, and the library restored from it', async () => {
  const browser = await damagedWithFolder('the folder is missing');
  try {
    const page = await openWithPicker(browser);
    const lost = page.locator('[data-gloss="lost-folder"]');
    await expect(lost).toContainText('“Backups”');
    await lost.getByRole('button', { name: 'Choose it again' }).click();
    await expect(lost.locator('li')).toHaveCount(1);
    await page.screenshot({ path: test.info().outputPath('lost-folder.png') });
    await lost.locator('li').getByRole('button', { name: 'Restore' }).click();
    await expect(page.locator('[data-gloss="trouble"]')).toHaveCount(0);
    expect(await contents(browser)).toEqual(WHOLE);
  } finally {
    await leave(browser);
  }
});

test('a folder that was lost with a place that never opens again is kept in the place that follows', async () => {
  const browser = await damagedWithFolder('MANIFEST is missing');
  try {
    await restoreByClick(browser);
    const page = await openWithPicker(browser);
    const offer = page.locator('[data-gloss="folder-offer"]');
    await expect(offer).toContainText('no longer knows “Backups”');
    await page.screenshot({ path: test.info().outputPath('folder-offer.png') });
    await offer.getByRole('button', { name: 'Choose it again' }).click();
    await expect(offer).toHaveCount(0);
    await page.goto(browser.url('library.html#view=backups'));
    await page.reload();
    const part = page.locator('[data-gloss="backup-folder"]');
    await expect(part).toContainText('Each backup is also a file in “Backups”');
    await expect(page.locator('[data-gloss="backup-files"] li')).toHaveCount(1);
  } finally {
    await leave(browser);
  }
});

test('site data that is cleared under a running Gloss is said in page, popup and library, and comes back', async () => {
  const info = test.info();
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
    await expect(app.locator('[data-gloss="trouble"]')).toContainText('Last noted: 40 papers');
    await app.screenshot({ path: info.outputPath('popup.png') });
    await app.emulateMedia({ colorScheme: 'dark' });
    await app.screenshot({ path: info.outputPath('popup-dark.png') });
    const library = await openApp(browser, 'library.html');
    await expect(library.locator('[data-gloss="offers"] li')).toHaveCount(1);
    await library.screenshot({ path: info.outputPath('library.png') });
    await expectNoFaults(library, 'a library that is gone');
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

test('a person who deletes everything is not alarmed; one who begins anew keeps the copy as a backup', async () => {
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
