import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures';

const TITLES = [
  'Grasp planning for soft grippers that pick fruit',
  'Tactile sensing for a robot arm that grasps fruit',
  'Tidal heating of icy moons with an ocean',
];

/** The library page over three saved papers, the last of them first. */
async function openFull(app: Page, extensionId: string): Promise<Page> {
  for (const [index, title] of TITLES.entries())
    await call(app, 'paper.status', {
      opId: `s${index}`,
      paper: {
        keys: [`arxiv:2401.0000${index + 1}`],
        title,
        authors: ['Ann Author'],
        abstract: '',
        links: [`https://arxiv.org/abs/2401.0000${index + 1}`],
        listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
      },
      status: 'saved',
    });
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await expect(page.locator('[data-gloss="row"]')).toHaveCount(3);
  return page;
}

const detail = (page: Page) => page.locator('[data-gloss="detail"]');
const pressed = (page: Page, status: string) =>
  page.locator(`[data-gloss="status-${status}"][aria-pressed="true"]`);

test('the keys of triage decide, annotate and undo in the library', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await page.keyboard.press('j');
  await expect(detail(page)).toContainText(TITLES[2]!);
  await page.keyboard.press('r');
  await expect(detail(page)).toContainText(TITLES[1]!);
  await page.keyboard.press('n');
  await page.keyboard.type('s and d are letters here');
  await expect(page.locator('[data-gloss="note-state"]')).toHaveText('Saved');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.type('fruit');
  await page.keyboard.press('Enter');
  await expect(detail(page)).toContainText('#fruit');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(detail(page)).toContainText(TITLES[2]!);
  await expect(pressed(page, 'read')).toHaveCount(1);
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('u');
    await expect(page.locator('[data-gloss="notice"]')).toContainText('Undone: ');
  }
  await expect(pressed(page, 'saved')).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(detail(page)).toContainText(TITLES[1]!);
  await expect(page.locator('[data-gloss="note-input"]')).toHaveValue('');
});

test('a key leads to a paper and into the list, where Delete takes it away; the count follows', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  const count = page.locator('[data-gloss="count"]');
  await expect(count).toHaveText('3 papers');
  await page.keyboard.press('j');
  await expect(page.locator('[data-gloss="list"]')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(detail(page)).toContainText(TITLES[1]!);
  await expect(count).toHaveText('2 papers');
  await page.keyboard.press('u');
  await expect(count).toHaveText('3 papers');
});

test('keys that come before the code of the library are not lost', async ({ app, extensionId }) => {
  const page = await openFull(app, extensionId);
  await page.addInitScript(() => {
    // The page is read, and its modules have not run.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      for (const key of ['j', 'j', '/', 's', 'o', 'f', 't'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    });
  });
  await page.reload();
  await expect(detail(page)).toContainText(TITLES[1]!);
  await expect(page.getByRole('searchbox')).toHaveValue('soft');
  await expect(page.locator('[data-gloss="row"]')).toHaveCount(1);
});

test('a question mark shows the keys, Escape takes them away, and keys rest meanwhile', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await page.keyboard.press('j');
  await expect(detail(page)).toContainText(TITLES[2]!);
  await page.keyboard.press('?');
  await expect(page.locator('[data-gloss="help"]')).toContainText('Go to the search');
  await page.keyboard.press('d');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-gloss="help"]')).toHaveCount(0);
  await expect(pressed(page, 'saved')).toHaveCount(1);
  await page.locator('[data-gloss="keys"]').click();
  await expect(page.locator('[data-gloss="help"]')).toBeVisible();
});

test('a search is helped on while it is typed, and rows show as much as a person wants', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  const rows = page.locator('[data-gloss="row"]');
  await page.keyboard.press('/');
  await page.keyboard.type('sta');
  await page.getByRole('button', { name: 'status:', exact: true }).click();
  await page.getByRole('button', { name: 'status:read' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('status:read ');
  await expect(rows).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(3);
  const height = () => rows.first().evaluate((row) => row.getBoundingClientRect().height);
  await page.locator('[data-gloss="density"]').selectOption('dense');
  await expect.poll(height).toBe(52);
  await page.reload();
  await expect(rows).toHaveCount(3);
  expect(await height()).toBe(52);
});
