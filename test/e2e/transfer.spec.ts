import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { PaperRef } from '@/domain/paper/paper';
import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';

const paper: PaperRef = {
  keys: ['arxiv:2401.00001', 'title:tidal heating of icy moons with an ocean'],
  title: 'Tidal heating of icy moons with an ocean',
  authors: ['Ann Author', 'Bo Builder'],
  abstract: 'We study the heat of tides.',
  links: ['https://arxiv.org/abs/2401.00001'],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
};

const BIB = `@misc{author2024, title = {Tidal heating of icy moons with an ocean}, author = {Author, Ann},
  eprint = {2401.00001}, keywords = {moons}, annote = {Compare with ours.}}
@misc{builder2024, title = {Grasp planning for soft grippers}, author = {Builder, Bo}, eprint = {2401.00002}}
@misc{broken title}
`;

async function openTransfer(app: Page, extensionId: string): Promise<Page> {
  await call(app, 'paper.status', { opId: 's', paper, status: 'saved' });
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#view=transfer`);
  return page;
}

const choose = (page: Page, name: string, text: string) =>
  page
    .locator('[data-gloss="import-file"]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('a file is looked at, imported and taken back; nothing is changed before', async ({
  app,
  extensionId,
}, info) => {
  const page = await openTransfer(app, extensionId);
  await page.screenshot({ path: info.outputPath('start.png') });
  await choose(page, 'papers.bib', BIB);
  await expect(page.locator('[data-gloss="import-preview"]')).toHaveText(
    '3 papers: 1 new, 1 to merge, 1 rejected',
  );
  await page.getByText('What changes in 1 paper that you have').click();
  await page.locator('.transfer-change summary').click();
  await expect(page.locator('.transfer-change')).toContainText('Compare with ours.');
  await page.getByText('Why 1 is rejected').click();
  await expect(page.locator('.transfer-rejected')).toContainText('line 4: no title');
  await page.screenshot({ path: info.outputPath('preview.png') });
  await expectNoFaults(page, 'what an import would change');
  const first = { after: null, limit: 10 };
  const titles = async () => {
    const answer = await call(app, 'library.newest', first);
    return answer.ok ? answer.value.papers.map(({ title }) => title) : [];
  };
  expect(await titles()).toEqual([paper.title]);
  await page.locator('[data-gloss="import-apply"]').click();
  await expect(page.locator('[data-gloss="import-report"]')).toHaveText(
    '1 new, 1 merged, 1 rejected.',
  );
  expect(await titles()).toHaveLength(2);
  await page.locator('[data-gloss="import-undo"]').click();
  await expect(page.locator('[data-gloss="import-report"]')).toHaveText('The import was undone.');
  expect(await titles()).toEqual([paper.title]);
});

test('a table is read by the columns that a person chooses', async ({ app, extensionId }, info) => {
  const page = await openTransfer(app, extensionId);
  await choose(page, 'mine.csv', 'what,where\nRings of dust,https://arxiv.org/abs/2401.00009\n');
  await expect(page.getByText('Say which column holds the title')).toBeVisible();
  await page.getByLabel('What where holds').selectOption('url');
  await page.getByLabel('What what holds').selectOption('title');
  await page.screenshot({ path: info.outputPath('columns.png') });
  await expect(page.locator('[data-gloss="import-preview"]')).toHaveText('1 paper: 1 new');
});

test('several files, packed ones among them, are one import; so is a folder', async ({
  app,
  extensionId,
}, info) => {
  const page = await openTransfer(app, extensionId);
  const headless = 'Ebb and flow on moons,https://arxiv.org/abs/2402.00001';
  const links = 'https://arxiv.org/abs/2402.00002';
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer });
  await page
    .locator('[data-gloss="import-file"]')
    .setInputFiles([
      file('papers.bib', Buffer.from(BIB)),
      file('table.csv.gz', gzipSync(headless)),
      file('list.txt', Buffer.from(links)),
    ]);
  const preview = page.locator('[data-gloss="import-preview"]');
  await expect(preview).toHaveText('5 papers: 3 new, 1 to merge, 1 rejected');
  await page.getByText('Why 1 is rejected').click();
  await expect(page.locator('.transfer-rejected')).toContainText('papers.bib, line 4');
  await page.screenshot({ path: info.outputPath('several.png') });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await choose(page, 'broken.json', '{"format":"gloss"');
  await expect(page.locator('.transfer-alert').first()).toContainText('broken.json');
  // What a file manager hands over: a folder, with what is no list of papers in it too.
  const dropped = await page.evaluateHandle((list) => {
    const entry = (name: string, text: string) => ({
      isFile: true,
      isDirectory: false,
      file: (take: (file: File) => void) => take(new File([text], name)),
    });
    const all = [entry('a.txt', list), entry('picture.png', '…')];
    const folder = {
      isFile: false,
      isDirectory: true,
      createReader: () => ({
        readEntries: (take: (some: unknown[]) => void) => take(all.splice(0)),
      }),
    };
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    const items = [{ webkitGetAsEntry: () => folder }];
    Object.defineProperty(event, 'dataTransfer', { value: { items, files: [] } });
    return event;
  }, links);
  await page
    .locator('.transfer-drop')
    .evaluate((drop, event) => drop.dispatchEvent(event), dropped);
  await expect(preview).toHaveText('1 paper: 1 new');
});

test('a table without names of columns is read by what is in them', async ({
  app,
  extensionId,
}, info) => {
  const page = await openTransfer(app, extensionId);
  await choose(page, 'table.csv', 'x,Ebb and flow on moons\ny,Tides of the deep sea');
  await expect(page.getByText('Say which column holds the title')).toBeVisible();
  await page.getByLabel('The first row names the columns').uncheck();
  await expect(page.locator('[data-gloss="import-preview"]')).toHaveText('2 papers: 2 new');
  await expect(page.getByLabel('What Column 2 holds')).toHaveValue('title');
  await page.screenshot({ path: info.outputPath('headless.png') });
});

/** How many rows tables of the library have, as they are on the disk. */
const rowsOf = (app: Page, tables: string[]): Promise<number[]> =>
  app.evaluate(async (names) => {
    const done = (request: IDBRequest | IDBTransaction, event: string) =>
      new Promise((resolve) => {
        request.addEventListener(event, resolve, { once: true });
      });
    const opening = indexedDB.open('gloss');
    await done(opening, 'success');
    const transaction = opening.result.transaction(names);
    const counts = names.map((name) => transaction.objectStore(name).count());
    await done(transaction, 'complete');
    opening.result.close();
    return counts.map(({ result }) => result);
  }, tables);

test('an import that is cancelled leaves nothing; one whose worker is killed midway, twice, is done once', async ({
  app,
  extensionId,
  killWorker,
}) => {
  const PAPERS = 3_000;
  const page = await openTransfer(app, extensionId);
  const before = await rowsOf(app, ['papers', 'journal']);
  const lines = Array.from(
    { length: PAPERS },
    (_, at) => `Ebb and flow on moon number ${at},https://arxiv.org/abs/2402.${10_000 + at}`,
  );
  const start = async (): Promise<void> => {
    await choose(page, 'many.csv', ['title,url', ...lines].join('\n'));
    await expect(page.locator('[data-gloss="import-preview"]')).toHaveText(
      '3,000 papers: 3,000 new',
    );
    await page.locator('[data-gloss="import-apply"]').click();
  };
  const bar = page.locator('.run-bar progress');
  // A machine that is fast enough to be done before anybody looks is past every part.
  const part = () => bar.evaluateAll(([one]) => (one ? (one as HTMLProgressElement).value : 1));
  const reach = (least: number): Promise<void> =>
    expect.poll(part, { intervals: [10] }).toBeGreaterThan(least);
  await start();
  await page.locator('[data-gloss="import-cancel"]').click();
  await expect(page.getByText('Choose files, or drop them or a folder here')).toBeVisible();
  expect(await rowsOf(app, ['papers', 'journal', 'staged'])).toEqual([...before, 0]);
  await start();
  for (const least of [0.1, 0.2]) {
    await reach(least);
    await killWorker();
    // All or nothing, whenever somebody looks.
    const [papers = 0] = await rowsOf(app, ['papers']);
    expect([1, 1 + PAPERS]).toContain(papers);
  }
  await expect(page.locator('[data-gloss="import-report"]')).toHaveText('3,000 new.', {
    timeout: 30_000,
  });
  const [papers = 0, journal = 0] = before;
  expect(await rowsOf(app, ['papers', 'journal', 'staged'])).toEqual([
    papers + PAPERS,
    journal + PAPERS,
    0,
  ]);
  await page.locator('[data-gloss="import-undo"]').click();
  await expect(page.locator('[data-gloss="import-report"]')).toHaveText('The import was undone.', {
    timeout: 30_000,
  });
  const first = { after: null, limit: 10 };
  const left = await call(app, 'library.newest', first);
  expect(left.ok && left.value.papers.map(({ title }) => title)).toEqual([paper.title]);
});

test('a file that unpacks without end is refused, read in a worker, and keeps no call waiting', async ({
  app,
  extensionId,
}) => {
  const page = await openTransfer(app, extensionId);
  await page.evaluate(() => {
    const blocks: number[] = [];
    Object.assign(globalThis, { blocks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const worker = page.waitForEvent('worker');
  const bytes = Buffer.concat([
    Buffer.from('{"format":"gloss","papers":['),
    Buffer.alloc(300 * 1024 * 1024, ' '),
  ]);
  await page
    .locator('[data-gloss="import-file"]')
    .setInputFiles({ name: 'bomb.json.gz', mimeType: 'application/gzip', buffer: gzipSync(bytes) });
  await expect(page.locator('.transfer-alert').first()).toContainText('over 100 times as large');
  expect((await worker).url()).toContain('read.worker');
  // Unpacked on the page's own thread it was blocked for seconds.
  const blocks = await page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks);
  expect(Math.max(0, ...blocks)).toBeLessThan(1_000);
});

test('papers are exported in the format that is chosen', async ({ app, extensionId }) => {
  const page = await openTransfer(app, extensionId);
  const saved = async (format: string): Promise<string> => {
    await page.locator('[data-gloss="export-format"]').selectOption(format);
    const waiting = page.waitForEvent('download');
    await page.locator('[data-gloss="export-write"]').click();
    return readFileSync(await (await waiting).path(), 'utf8');
  };
  expect(await saved('bibtex')).toContain('@misc{author2024TidalHeatingIcy,');
  expect(await saved('markdown')).toContain(
    '## [Tidal heating of icy moons with an ocean](<https://arxiv.org/abs/2401.00001>)',
  );
  // A part of the library tells nothing of the rest: neither other tags nor settings.
  for (const [opId, name] of [
    ['t1', 'heat'],
    ['t2', 'secret'],
  ] as const)
    await call(app, 'paper.tag', { opId, paper, name, on: true });
  await call(app, 'paper.tag', { opId: 't3', paper, name: 'secret', on: false });
  await page.reload();
  await page.locator('[data-gloss="export-scope"]').selectOption('tag:heat');
  const part = JSON.parse(await saved('gloss')) as { tags: { id: string }[]; papers: unknown[] };
  expect(part).toMatchObject({ tags: [{ id: 'heat' }], papers: [{ status: 'saved' }] });
  expect(part.tags).toHaveLength(1);
  await page.locator('[data-gloss="export-scope"]').selectOption('all');
  const [first, second] = [await saved('gloss'), await saved('gloss')];
  expect(second).toBe(first);
  expect(JSON.parse(first)).toMatchObject({ format: 'gloss', papers: [{ status: 'saved' }] });
});
