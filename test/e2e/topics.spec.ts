import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { PaperRef } from '@/domain/paper/paper';
import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';

const MATTERS = [
  ['soft grippers', 'tactile sensing', 'fruit picking', 'robot arms', 'grasp planning'],
  ['tidal heating', 'icy moons', 'ocean worlds', 'ice shells', 'orbital resonance'],
];

/** A paper on one of two matters. */
function paper(index: number): PaperRef {
  const words = MATTERS[index % 2] ?? [];
  const pick = (step: number): string => words[(Math.floor(index / 2) + step) % words.length] ?? '';
  return {
    keys: [`arxiv:2401.000${10 + index}`],
    title: `On ${pick(0)} and ${pick(1)}`,
    authors: ['Ann Author'],
    abstract: `We look at ${pick(0)}, at ${pick(2)} and at ${pick(3)}. What ${pick(1)} tells of ${pick(4)}.`,
    links: [`https://arxiv.org/abs/2401.000${10 + index}`],
    listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
  };
}

async function openView(app: Page, extensionId: string, view: string): Promise<Page> {
  const papers = Array.from({ length: 12 }, (_, index) => paper(index));
  await call(app, 'papers.status', { opId: 'all', papers, status: 'saved' });
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#view=${view}`);
  return page;
}

const rows = (page: Page) => page.locator('[data-gloss="topic-row"]');

test('a topic that is renamed keeps its name when papers come, and undo takes it back', async ({
  app,
  extensionId,
}) => {
  const page = await openView(app, extensionId, 'topics');
  await expect(rows(page)).toHaveCount(2);
  await page.locator('[data-gloss="topic-rename"]').click();
  await page.locator('[data-gloss="topic-name"]').fill('My own matter');
  await page.locator('[data-gloss="topic-name"]').press('Enter');
  await expect(rows(page).filter({ hasText: 'My own matter' })).toHaveCount(1);
  await call(app, 'papers.status', {
    opId: 'more',
    papers: [paper(12), paper(13)],
    status: 'saved',
  });
  await page.reload();
  await expect(rows(page)).toContainText(['7', '7']);
  await expect(rows(page).filter({ hasText: 'My own matter' })).toHaveCount(1);
  await call(app, 'undo', { opId: 'back' });
  await call(app, 'undo', { opId: 'further' });
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: 'My own matter' })).toHaveCount(0);
});

test('topics are merged by hand', async ({ app, extensionId }) => {
  const page = await openView(app, extensionId, 'topics');
  await expect(rows(page)).toHaveCount(2);
  for (const box of await page.locator('.topic-rows input').all()) await box.check();
  await page.locator('[data-gloss="topics-merge"]').click();
  await expect(rows(page)).toHaveCount(1);
  await page.locator('[data-gloss="undo"]').click();
  await expect(rows(page)).toHaveCount(2);
});

test('a topic is listed, is one of the filters, and what is chosen of it is exported', async ({
  app,
  extensionId,
}) => {
  const page = await openView(app, extensionId, 'topics');
  await expect(rows(page)).toHaveCount(2);
  await page.locator('[data-gloss="topic-show"]').click();
  await expect(page).toHaveURL(/topic/);
  await expect(page.locator('[data-gloss="count"]')).toHaveText('6 papers');
  await expect(
    page.locator('[data-gloss="topic-filters"] .filter[data-standing="with"]'),
  ).toHaveCount(1);
  await page.locator('[data-gloss="row"]').first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.locator('[data-gloss="bulk-export"]').click();
  await expect(page.locator('[data-gloss="export-scope"]')).toHaveValue('selection');
  const download = page.waitForEvent('download');
  await page.locator('[data-gloss="export-write"]').click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ papers: { length: 2 } });
  await page.locator('[data-gloss="export-scope"]').selectOption('search');
  const whole = page.waitForEvent('download');
  await page.locator('[data-gloss="export-write"]').click();
  expect(JSON.parse(readFileSync(await (await whole).path(), 'utf8'))).toMatchObject({
    papers: { length: 6 },
  });
});

test('a paper that fits nowhere is listed apart, and can be opened there', async ({
  app,
  extensionId,
}) => {
  const strange = { ...paper(30), title: 'Zymurgy', abstract: 'Yeasts, hops, barley.' };
  await call(app, 'papers.status', { opId: 'strange', papers: [strange], status: 'saved' });
  const page = await openView(app, extensionId, 'topics');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: '1 paper fits no topic' }).click();
  await page.locator('.topic-card [data-gloss="row"]').filter({ hasText: 'Zymurgy' }).click();
  await expect(page.getByRole('complementary', { name: 'Paper' })).toContainText('hops');
});

test('what the lasso encloses can be tagged at once', async ({ app, extensionId }) => {
  const page = await openView(app, extensionId, 'map');
  const map = page.locator('[data-gloss="map"]');
  await expect(map).toHaveAccessibleName(/12 papers in 2 topics/);
  await expect(page.locator('.topics-sum')).toHaveText('');
  await page.locator('[data-gloss="map-lasso"]').click();
  const { x, y, width, height } = (await map.boundingBox())!;
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([right, down]) => [x + 2 + right! * (width - 4), y + 2 + down! * (height - 4)] as const);
  await page.mouse.move(...corners[0]!);
  await page.mouse.down();
  for (const corner of corners) await page.mouse.move(...corner, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('[data-gloss="chosen"]')).toHaveText('12 selected');
  await page.locator('[data-gloss="bulk-tag"]').fill('mapped');
  await page.locator('[data-gloss="bulk-tag"]').press('Enter');
  await expect(page.locator('[data-gloss="notice"]')).toContainText('12 papers');
});

test('the map shows every paper as a dot and as a row, and a click opens one', async ({
  app,
  extensionId,
}) => {
  const page = await openView(app, extensionId, 'map');
  const map = page.locator('[data-gloss="map"]');
  await expect(map).toHaveAccessibleName(/12 papers in 2 topics/);
  const inked = () =>
    map.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((count, value, at) => count + Number(at % 4 === 3 && value > 0), 0);
    });
  await expect.poll(inked).toBeGreaterThan(200);
  await page.locator('[data-gloss="map-table"]').click();
  await page.getByRole('listbox').press('End');
  await expect(page.getByRole('complementary', { name: 'Paper' })).toContainText('On ');
});

test('a week has what came in, by topic, with notes as they are meant; the week before has nothing', async ({
  app,
  extensionId,
}) => {
  const page = await openView(app, extensionId, 'weeks');
  const papers = page.locator('.week-papers > li');
  await expect(papers).toHaveCount(12);
  await expect(page.locator('.week h3')).toHaveCount(2);
  const text = 'Ask **Bo** <b>soon</b>';
  await call(app, 'paper.note', { opId: 'n', paper: paper(0), base: '', text });
  await expect(papers.locator('strong')).toHaveText('Bo');
  await expect(papers.locator('b')).toHaveCount(0);
  await page.getByRole('button', { name: 'Week before' }).click();
  await expect(papers).toHaveCount(0);
  await expect(page.getByText('Nothing came in')).toBeVisible();
});

test('topics, map and weeks have no accessibility fault in any scheme', async ({
  app,
  extensionId,
}) => {
  const page = await openView(app, extensionId, 'topics');
  await expect(rows(page)).toHaveCount(2);
  for (const [view, sign] of [
    ['topics', '[data-gloss="topic-row"]'],
    ['map', '[data-gloss="map"]'],
    ['weeks', '.week section'],
  ] as const) {
    await page.goto(`chrome-extension://${extensionId}/library.html#view=${view}`);
    await page.locator(sign).first().waitFor();
    await expectNoFaults(page, view);
  }
});
