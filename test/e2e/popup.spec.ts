import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { PaperRef } from '@/domain/paper/paper';
import { readExport } from '@/scripts/tour/export-file';
import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';

const TITLES = [
  'Grasp planning for soft grippers that pick fruit',
  'Tactile sensing for a robot arm that grasps fruit',
  'Tidal heating of icy moons with an ocean',
  'Oceans and tidal heating under the ice of moons',
];

const paper = (index: number): PaperRef => ({
  keys: [`arxiv:2401.0000${index + 1}`],
  title: TITLES[index] ?? '',
  authors: ['Ann Author'],
  abstract: TITLES[index] ?? '',
  links: [`https://arxiv.org/abs/2401.0000${index + 1}`],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
});

/** Four saved papers, one with a tag and a note. */
async function fill(app: Page): Promise<void> {
  for (const index of TITLES.keys())
    await call(app, 'paper.status', { opId: `s${index}`, paper: paper(index), status: 'saved' });
  await call(app, 'paper.tag', { opId: 't', paper: paper(0), name: 'robots', on: true });
  await call(app, 'paper.note', {
    opId: 'n',
    paper: paper(0),
    base: '',
    text: 'Ask **Bo** about it.',
  });
  await app.setViewportSize({ width: 400, height: 600 });
  await app.reload();
}

const rows = (app: Page) => app.locator('[data-gloss="row"]');

test('saved papers show newest first, where a pointer can reach them', async ({ app }) => {
  await fill(app);
  await expect(rows(app)).toHaveCount(4);
  expect(await rows(app).locator('[data-row-link]').allTextContents()).toEqual(TITLES.toReversed());
  await expect(rows(app).nth(3)).toContainText('#robots');
  await expect(rows(app).nth(3)).toContainText('Ask Bo about it.');
  const hit = await rows(app)
    .nth(1)
    .evaluate((row) => {
      const { left, top, width, height } = row.getBoundingClientRect();
      return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
  expect(hit).toBe(true);
});

test('search and filters narrow the list as they are set', async ({ app }) => {
  await fill(app);
  await expect(app.locator('[data-gloss="search"]')).toBeFocused();
  await app.keyboard.type('tidal');
  await expect(rows(app)).toHaveCount(2);
  await app.keyboard.press('Escape');
  await expect(rows(app)).toHaveCount(4);
  await app.getByLabel('Tag', { exact: true }).selectOption({ label: '#robots' });
  await expect(rows(app)).toHaveCount(1);
});

test('topics group the saved papers, and one of them narrows the list', async ({ app }) => {
  await fill(app);
  await app.getByRole('tab', { name: 'Topics' }).click();
  const topics = app.locator('[data-gloss="topic"]');
  await expect(topics).toHaveCount(2);
  await topics.first().click();
  await expect(rows(app)).toHaveCount(2);
});

test('an export is valid, and importing it on an empty library gives it back', async ({
  app,
}, info) => {
  await fill(app);
  const waiting = app.waitForEvent('download');
  await app.locator('[data-gloss="export"]').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^gloss-\d{4}-\d\d-\d\d\.json$/);
  const file = info.outputPath('export.json');
  await download.saveAs(file);
  readExport(file);

  const text = readFileSync(file, 'utf8');
  const read = async (changed: string, notice: string) => {
    await app.locator('[data-gloss="import"]').setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(changed),
    });
    await expect(
      app.locator('[data-gloss="notice"], [role="alert"]').filter({ hasText: notice }),
    ).toBeVisible();
  };
  await read(text, '4 merged');
  await read(text.replace('"Ann Author"', '7'), 'papers[0].authors[0]: expected text');
  const others = text
    .replaceAll('2401.', '2402.')
    .replaceAll(' for ', ' against ')
    .replaceAll(' of ', ' off ');
  await read(others, '4 new');
  await expect(rows(app)).toHaveCount(8);
});

test('the popup has no accessibility fault in any scheme, empty or full', async ({ app }) => {
  await expectNoFaults(app, 'the empty popup');
  await fill(app);
  await expect(rows(app)).toHaveCount(4);
  await expectNoFaults(app, 'the newest papers');
  await app.getByRole('tab', { name: 'Topics' }).click();
  await app.locator('[data-gloss="topic"]').first().waitFor();
  await expectNoFaults(app, 'topics');
});

test('a file is imported from the popup, and what is wrong with one is said', async ({ app }) => {
  await fill(app);
  const file = (text: string) => ({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const waiting = app.waitForEvent('download');
  await app.locator('[data-gloss="export"]').click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  await app.locator('[data-gloss="import"]').setInputFiles(file(text));
  await expect(app.locator('[data-gloss="notice"]')).toHaveText('4 merged');
  await app.locator('[data-gloss="import"]').setInputFiles(file(text.slice(1)));
  await expect(app.getByRole('alert')).toContainText("Couldn't import mine.json");
  await expect(rows(app)).toHaveCount(4);
});

test('the keyboard reaches a paper from the search and opens it where it was listed', async ({
  app,
  openListing,
}) => {
  await openListing('<title>New</title>', 'https://arxiv.org/list/me.AS/new');
  await app.bringToFront();
  await fill(app);
  await expect(rows(app)).toHaveCount(4);
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('link', { name: TITLES[2] ?? '' })).toBeFocused();
  const opening = app.context().waitForEvent('page');
  await app.keyboard.press('Enter');
  const opened = await opening;
  await opened.waitForURL('https://arxiv.org/list/me.AS/new');
});

test('the popup speaks the query language, and opens again where it was left', async ({ app }) => {
  await fill(app);
  await app.locator('[data-gloss="search"]').fill('tag:robots OR title:"icy moons"');
  await expect(rows(app)).toHaveCount(2);
  await app.locator('[data-gloss="search"]').fill('"icy');
  await expect(app.locator('[data-gloss="fault"]')).toContainText('not closed');
  await app.locator('[data-gloss="search"]').fill('frut');
  await expect(rows(app)).toHaveCount(2);
  await expect(rows(app).first().locator('mark').first()).toHaveText('fruit');
  await rows(app).first().hover();
  await rows(app).first().getByRole('button', { name: 'Copy link' }).click();
  await expect(app.locator('[data-gloss="notice"]')).toHaveText('Copied as a Markdown link');
  await app.screenshot({ path: test.info().outputPath('copy.png') });
  await rows(app).first().getByRole('button', { name: 'Copy BibTeX' }).click();
  await expect(app.locator('[data-gloss="notice"]')).toHaveText('Copied as BibTeX');
  await app.reload();
  await expect(app.locator('[data-gloss="search"]')).toHaveValue('frut');
  await expect(rows(app)).toHaveCount(2);
  // What is typed takes the place of the search of before.
  await app.keyboard.type('icy');
  await expect(app.locator('[data-gloss="search"]')).toHaveValue('icy');
});

test('a row of the popup decides, tags, and leads to its paper in the library', async ({ app }) => {
  await fill(app);
  await expect(rows(app)).toHaveCount(4);
  const row = rows(app).filter({ hasText: TITLES[2]! });
  await row.hover();
  await row.getByRole('button', { name: 'Tags' }).click();
  await app.keyboard.type('moons');
  await app.keyboard.press('Enter');
  await expect(row).toContainText('#moons');
  await expect(app.locator('[data-gloss="notice"]')).toHaveText(`Tagged #moons: ${TITLES[2]}`);
  await row.hover();
  await row.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(row).toHaveAttribute('data-status', 'dismissed');
  await row.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row).toHaveAttribute('data-status', 'saved');
  const opening = app.context().waitForEvent('page');
  await row.getByRole('button', { name: 'Show in the library' }).click();
  await expect((await opening).locator('[data-gloss="detail"]')).toContainText(TITLES[2]!);
});

test('the popup and the library lead to the settings', async ({ app, extensionId }) => {
  const library = await app.context().newPage();
  await library.goto(`chrome-extension://${extensionId}/library.html`);
  for (const page of [library, app]) {
    const opened = app.context().waitForEvent('page');
    await page.locator('[data-gloss="settings"]').click();
    const settings = await opened;
    await expect(settings.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await settings.close();
  }
});
