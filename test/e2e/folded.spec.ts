import { type ChangingSite, openReviewApp } from './changing-page';
import { call, callTab, expect, test } from './fixtures';

test.use({ hosts: ['https://openreview.net/*'] });

test('an entry that is folded away stays so when the page draws its rows anew', async ({
  app,
  openListing,
}) => {
  const loaded = await call(app, 'settings.load', null);
  if (!loaded.ok) throw new Error(loaded.error.message);
  await call(app, 'settings.save', {
    treatments: { ...loaded.value.treatments, dismissed: 'fold' },
  });
  const listing = await openListing(openReviewApp(3), 'https://openreview.net/group?id=Example');
  const { page, layer, tabId } = listing;
  await layer.find('[data-gloss="mark"]');
  await callTab(app, tabId, 'listing.triage', null);
  await layer.shows('.place', '1 of 3');
  await page.keyboard.press('d');
  await layer.shows('[data-gloss="toast"]', 'Dismissed');
  await page.reload();
  const shown = () => page.locator('.note:visible').count();
  await layer.shows('[data-gloss="bar"]', '3 papers');
  await expect.poll(shown).toBe(2);
  await page.evaluate(() => {
    (window as unknown as { site: ChangingSite }).site.hydrate();
    document.querySelector('header')?.append('drawn anew');
  });
  await expect.poll(shown).toBe(2);
});
