import type { Page } from '@playwright/test';
import { expectNoFaults } from './accessible';
import { paper, TITLES } from './library-page';
import { call, expect, test } from './fixtures';

const rows = (app: Page) => app.locator('[data-gloss="row"]');
const titles = (app: Page) => rows(app).locator('[data-row-link]');
const help = (app: Page) => app.locator('[data-gloss="help"]');

/** Three saved papers, the last of them first. */
async function fill(app: Page): Promise<void> {
  for (const index of TITLES.keys())
    await call(app, 'paper.status', { opId: `s${index}`, paper: paper(index), status: 'saved' });
  await app.setViewportSize({ width: 400, height: 600 });
  await app.reload();
  await expect(rows(app)).toHaveCount(3);
}

test('what is typed before the code of the popup is there is sought', async ({ app }) => {
  await app.addInitScript(() => {
    // The page is read, and its modules have not run.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      for (const key of ['i', 'c', 'y'])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    });
  });
  await app.reload();
  await expect(app.locator('[data-gloss="search"]')).toHaveValue('icy');
});

test('a question mark shows the keys of the popup, Escape takes the sheet and leaves the popup', async ({
  app,
}) => {
  await fill(app);
  const search = app.locator('[data-gloss="search"]');
  await expect(search).toBeFocused();
  await app.keyboard.press('?');
  await expect(help(app)).toContainText('Mark as read');
  await expect(help(app)).toContainText('Go to the search');
  await expect(search).toHaveValue('');
  await expectNoFaults(app, 'the keys of the popup');
  await app.keyboard.press('d');
  await app.keyboard.press('Escape');
  await expect(help(app)).toHaveCount(0);
  await expect(search).toBeFocused();
  await expect(rows(app).and(app.locator('[data-status="saved"]'))).toHaveCount(3);
  await app.locator('[data-gloss="keys"]').click();
  await expect(help(app)).toBeVisible();
  await app.keyboard.press('Escape');
  // Within words that are sought it is a letter like others.
  await search.fill('why');
  await search.press('End');
  await app.keyboard.press('?');
  await expect(search).toHaveValue('why?');
  await expect(help(app)).toHaveCount(0);
  // The search of before is there again, to be typed over.
  await app.reload();
  await expect(search).toBeFocused();
  await app.keyboard.press('?');
  await expect(help(app)).toBeVisible();
  await expect(search).toHaveValue('why?');
});

test('the keys of triage decide, tag, note and undo in the popup', async ({ app }) => {
  await fill(app);
  await app.keyboard.press('ArrowDown');
  await expect(titles(app).nth(0)).toBeFocused();
  await app.keyboard.press('r');
  await expect(rows(app).nth(0)).toHaveAttribute('data-status', 'read');
  await expect(titles(app).nth(1)).toBeFocused();
  await app.keyboard.press('j');
  await expect(titles(app).nth(2)).toBeFocused();
  await app.keyboard.press('k');
  await app.keyboard.press('t');
  await app.keyboard.type('sd');
  await app.keyboard.press('Enter');
  await expect(rows(app).nth(1)).toContainText('#sd');
  await expect(titles(app).nth(1)).toBeFocused();
  await app.keyboard.press('u');
  await expect(app.locator('[data-gloss="notice"]')).toContainText('Undone: ');
  await expect(rows(app).nth(1)).not.toContainText('#sd');
  await app.keyboard.press('u');
  await expect(rows(app).nth(0)).toHaveAttribute('data-status', 'saved');
  await titles(app).nth(1).focus();
  await app.keyboard.press('n');
  await expect(rows(app).nth(1).locator('[data-gloss="note-input"]')).toBeFocused();
  await app.keyboard.type('desk: read first');
  await expect(rows(app).nth(1).locator('[data-gloss="note-state"]')).toHaveText('Saved');
  await expectNoFaults(app, 'a note in the popup');
  await app.keyboard.press('Escape');
  await expect(titles(app).nth(1)).toBeFocused();
  await expect(rows(app).nth(1).locator('.row-note')).toHaveText('desk: read first');
  await app.keyboard.press('/');
  await expect(app.locator('[data-gloss="search"]')).toBeFocused();
});
