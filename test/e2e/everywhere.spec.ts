import { expectNoFaults } from './accessible';
import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures';
import { paper, TITLES } from './library-page';

/** A window of 1280 pixels at 400 % has the room of 320. */
const NARROW = { width: 320, height: 640 };

const PAGES: readonly [address: string, shown: string][] = [
  ['options.html', '.options'],
  ['library.html', '[data-gloss="row"]'],
  ['library.html#view=tags', '[data-gloss="tag-row"]'],
  ['library.html#paper=arxiv:2401.00001', '[data-gloss="detail"]'],
  ['library.html#view=duplicates', '[data-gloss="duplicates"]'],
  ['library.html#view=transfer', '[data-gloss="export-write"]'],
  ['library.html#view=zotero', '.zotero-view'],
  ['library.html#view=trash', '[data-gloss="trash"] li'],
  ['library.html#view=backups', '[data-gloss="backup-now"]'],
  ['sidepanel.html', '[data-gloss="row"]'],
];

/** A paper with a tag, one that looks like it, one that nothing was decided about, and one in the trash. */
async function furnish(app: Page): Promise<void> {
  const twin = { ...paper(0), keys: ['doi:10.1000/grasp'], title: `${TITLES[0]} in orchards` };
  for (const [at, saved] of [paper(0), twin, paper(2)].entries())
    await call(app, 'paper.status', { opId: `s${at}`, paper: saved, status: 'saved' });
  for (const at of [0, 1])
    await call(app, 'paper.tag', { opId: `t${at}`, paper: paper(at), name: 'robots', on: true });
  await call(app, 'paper.delete', { opId: 'd', id: 'arxiv:2401.00003' });
}

test('our own pages have no accessibility fault in any scheme, and fit a window at 400 %', async ({
  app,
  extensionId,
}) => {
  await furnish(app);
  const page = await app.context().newPage();
  for (const [address, shown] of PAGES) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`chrome-extension://${extensionId}/${address}`);
    await page.locator(shown).first().waitFor();
    await expectNoFaults(page, address);
    // Without their grounds, what is chosen and what is pressed can still be told.
    const outlines = await page
      .locator('[aria-pressed="true"], [aria-selected="true"], [aria-current="page"]')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
    expect(new Set(outlines), address).toEqual(new Set(outlines.length > 0 ? ['solid'] : []));
    await page.setViewportSize(NARROW);
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(overflow, address).toBeLessThanOrEqual(0);
  }
});

test('the keys of the library have no accessibility fault', async ({ app, extensionId }) => {
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await page.locator('[data-gloss="keys"]').click();
  await page.locator('[data-gloss="help"]').waitFor();
  await expectNoFaults(page, 'the keys');
});
