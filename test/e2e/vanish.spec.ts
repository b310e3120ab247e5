import { rmSync } from 'node:fs';
import { test as base } from '@playwright/test';
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
import { expect } from './fixtures';

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
