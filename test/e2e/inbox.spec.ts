import type { Page } from '@playwright/test';
import { expectNoFaults } from './accessible';
import { paper, rows, TITLES } from './library-page';
import { call, expect, test } from './fixtures';

const inbox = (page: Page) => page.locator('[data-gloss="inbox"]');
const detail = (page: Page) => page.locator('[data-gloss="detail"]');

/** The library over two papers with a tag and no decision, and one that is saved. */
async function openUndecided(app: Page, extensionId: string): Promise<Page> {
  await call(app, 'paper.status', { opId: 's', paper: paper(2), status: 'saved' });
  for (const index of [0, 1])
    await call(app, 'paper.tag', {
      opId: `t${index}`,
      paper: paper(index),
      name: 'later',
      on: true,
    });
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await expect(rows(page)).toHaveCount(3);
  return page;
}

test('the inbox holds what nothing was decided about, and a decided paper gives way to the next', async ({
  app,
  extensionId,
}) => {
  const page = await openUndecided(app, extensionId);
  await expect(inbox(page)).toContainText('2');
  await inbox(page).click();
  await expect(inbox(page)).toHaveAttribute('aria-current', 'page');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('j');
  await expect(detail(page)).toContainText(TITLES[1]!);
  await expectNoFaults(page, 'the inbox');
  await page.keyboard.press('d');
  await expect(detail(page)).toContainText(TITLES[0]!);
  await expect(rows(page)).toHaveCount(1);
  await expect(inbox(page)).toContainText('1');
  await page.locator('[data-gloss="status-saved"]').click();
  await expect(detail(page)).toHaveCount(0);
  await expect(page.locator('.papers')).toContainText('Nothing waits for a decision');
  await page.keyboard.press('u');
  await expect(rows(page)).toHaveCount(1);
  await page.locator('[data-gloss="view-papers"]').click();
  await expect(inbox(page)).not.toHaveAttribute('aria-current', 'page');
  await expect(rows(page)).toHaveCount(3);
});
