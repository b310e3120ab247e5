import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';

/** A window of 1280 pixels at 400 % has the room of 320. */
const NARROW = { width: 320, height: 640 };

const PAGES: readonly [address: string, shown: string][] = [
  ['options.html', '.options'],
  ['library.html', '[data-gloss="row"]'],
  ['library.html#view=tags', '[data-gloss="tag-row"]'],
  ['library.html#paper=arxiv:2401.00001', '[data-gloss="detail"]'],
];

test('our own pages have no accessibility fault in any scheme, and fit a window at 400 %', async ({
  app,
  extensionId,
}) => {
  const paper = {
    keys: ['arxiv:2401.00001'],
    title: 'Grasp planning for soft grippers that pick fruit',
    authors: ['Ann Author'],
    abstract: 'We pick fruit.',
    links: ['https://arxiv.org/abs/2401.00001'],
    listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
  };
  await call(app, 'paper.status', { opId: 's', paper, status: 'saved' });
  await call(app, 'paper.tag', { opId: 't', paper, name: 'robots', on: true });
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
