import type { Page } from '@playwright/test';
import { expectNoFaults } from './accessible';
import { openFull, rows, search, TITLES } from './library-page';
import { expect, test } from './fixtures';

const palette = (page: Page) => page.locator('[data-gloss="palette"]');
const field = (page: Page) => palette(page).getByRole('combobox');
const active = (page: Page) => palette(page).getByRole('option', { selected: true });
const detail = (page: Page) => page.locator('[data-gloss="detail"]');

test('one key leads to every place and command, and the focus comes back', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('j');
  await expect(detail(page)).toContainText(TITLES[2]!);
  const list = page.locator('[data-gloss="list"]');
  await list.focus();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(active(page)).toHaveText(/^Save/);
  await expectNoFaults(page, 'the palette');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'none' });
    for (const width of [1280, 700, 360]) {
      await page.setViewportSize({ width, height: 720 });
      await page.screenshot({
        path: test.info().outputPath(`palette-${colorScheme}-${width}.png`),
      });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  }
  // What is typed is not heard by the list, and Escape gives the focus back.
  await page.keyboard.type('d');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(list).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('mark');
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText(TITLES[2]!);
  await expect(rows(page).first().locator('.paper-row[data-status="read"]')).toHaveCount(1);
  await expect(detail(page)).toContainText(TITLES[1]!);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-gloss="notice"]')).toContainText('Undone: ');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('tra');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-gloss="view-trash"]')).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('to the s');
  await page.keyboard.press('Enter');
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tidal');
  await expect(active(page)).toHaveText('Search for "tidal"');
  await active(page).click();
  await expect(rows(page)).toHaveCount(1);
  await page.locator('[data-gloss="everywhere"]').click();
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toHaveText(/^Show these keys/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-gloss="help"]')).toContainText('Command palette');
});
