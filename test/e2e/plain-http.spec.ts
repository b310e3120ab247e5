import { arxivList } from '@/bench/arxiv-list';
import { selectPassage } from '@/scripts/tour/passage';
import { annotate, call, expect, test } from './fixtures';

// Browsers keep some of what scripts can do for pages with https; many lists of papers come without.
const PLAIN = 'http://arxiv.org/list/me.AS/new';

test.use({ hosts: ['http://arxiv.org/*'] });

test('on a page without https papers are saved, noted and highlighted, and a note can be copied', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(`${arxivList(3)}<textarea id="field"></textarea>`, PLAIN);
  const { page, layer } = listing;
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const answer = await annotate(app, listing);
  const abstract = (answer.ok && answer.value.papers[0]?.abstract) || '';
  await layer.hover('[data-gloss="mark"][data-entry="0"]');
  await layer.click('[data-gloss="toolbar"] [data-action="save"]');
  await layer.find('[data-gloss="mark"][data-entry="0"][data-state="saved"]');
  const passage = await selectPassage(page, abstract, 40);
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  await layer.shows('[data-gloss="toast"]', 'Highlighted');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(600, 5);
  await layer.hover('[data-gloss="mark"][data-entry="0"]');
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('kept');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  const papers = [{ ids: { arxiv: '2401.00001' }, title: '', opening: '' }];
  const stored = await call(app, 'page.states', { papers });
  expect(stored.ok && stored.value[0]).toMatchObject({
    status: 'saved',
    note: { text: 'kept' },
    highlights: [{ quote: { exact: passage } }],
  });

  await app.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(() => layer.evaluate('Boolean(globalThis.chrome?.runtime?.id)')).not.toBe(true);
  await page.keyboard.type(' here');
  await layer.click('[data-action="copy-note"]');
  await layer.shows('[data-action="copy-note"]', 'Copied');
  // Nothing that was typed went, and nothing of it is on the page.
  expect((await layer.find('[data-gloss="note-input"]')).value).toBe('kept here');
  await page.locator('#field').click();
  await page.keyboard.press('Control+V');
  await expect(page.locator('#field')).toHaveValue('kept here');
});
