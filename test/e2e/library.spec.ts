import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { PaperRef } from '@/domain/paper';
import { call, expect, test } from './fixtures';

const TITLES = [
  'Grasp planning for soft grippers that pick fruit',
  'Tactile sensing for a robot arm that grasps fruit',
  'Tidal heating of icy moons with an ocean',
];

const paper = (index: number): PaperRef => ({
  keys: [`arxiv:2401.0000${index + 1}`],
  title: TITLES[index] ?? '',
  authors: ['Ann Author', 'Bo Builder'],
  abstract: `We study how: ${TITLES[index]}.`,
  links: [`https://arxiv.org/abs/2401.0000${index + 1}`],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
});

/** Three saved papers and the library page. */
async function openFull(app: Page, extensionId: string, hash = ''): Promise<Page> {
  for (const index of TITLES.keys())
    await call(app, 'paper.status', { opId: `s${index}`, paper: paper(index), status: 'saved' });
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html${hash}`);
  return page;
}

const rows = (page: Page) => page.locator('[data-gloss="row"]');
const detail = (page: Page) => page.getByRole('complementary', { name: 'Paper' });

test('a click, arrow keys and a link each show a paper in the detail pane', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId, '#paper=arxiv:2401.00001');
  await expect(detail(page)).toContainText(TITLES[0] ?? '');
  await rows(page).first().click();
  await expect(detail(page)).toContainText(TITLES[2] ?? '');
  expect(page.url()).toContain('paper=arxiv%3A2401.00003');
  await page.getByRole('listbox').press('ArrowDown');
  await expect(detail(page)).toContainText(TITLES[1] ?? '');
  await page.getByRole('listbox').press('End');
  await expect(detail(page)).toContainText(TITLES[0] ?? '');
});

test('the popup opens the library', async ({ app }) => {
  const opening = app.context().waitForEvent('page');
  await app.locator('[data-gloss="library"]').click();
  await (await opening).waitForURL(/library\.html/);
});

test('the library has no accessibility faults, wide or as a side panel, light or dark', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await expect(rows(page)).toHaveCount(3);
  for (const width of [1280, 380])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  await rows(page).first().click();
  await expect(detail(page)).toBeVisible();
});
