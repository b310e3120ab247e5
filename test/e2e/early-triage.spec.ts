import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { call, callTab, expect, type Listing, test } from './fixtures';
import { type ChangingSite, openReviewApp } from './changing-page';

test.use({ hosts: ['https://arxiv.org/*', 'https://openreview.net/*'] });

const NEW = 'https://arxiv.org/list/me.AS/new';
const GROUP = 'https://openreview.net/group?id=Example';

/** Keeps the background from reading settings until the returned function is called. */
async function holdSettings(app: Page): Promise<() => Promise<void>> {
  await app.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('gloss');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error));
    });
    const store = db.transaction('shared', 'readwrite').objectStore('shared');
    const held = window as unknown as { lets: boolean };
    held.lets = false;
    // A transaction lives as long as it is asked for something.
    const ask = () => {
      if (held.lets) db.close();
      else store.count().addEventListener('success', ask);
    };
    await new Promise<void>((resolve) => {
      store.count().addEventListener('success', () => {
        resolve();
        ask();
      });
    });
  });
  return () =>
    app.evaluate(() => {
      (window as unknown as { lets: boolean }).lets = true;
    });
}

/** Waits until the page's content script hears calls. */
const hears = (app: Page, { tabId }: Listing) =>
  expect
    .poll(() => callTab(app, tabId, 'listing.vouch', { nonce: 'none' }))
    .toMatchObject({ ok: false });

const triage = (app: Page, { tabId }: Listing) => callTab(app, tabId, 'listing.triage', null);

test('triage that is asked for before the page is read begins once it is', async ({
  app,
  openListing,
}) => {
  await call(app, 'settings.load', null);
  const letGo = await holdSettings(app);
  const listing = await openListing(arxivList(3), NEW);
  await hears(app, listing);
  const asked = triage(app, listing);
  // A later call that is answered was heard after it.
  await hears(app, listing);
  await letGo();
  expect(await asked).toMatchObject({ ok: true });
  await listing.layer.shows('.place', '1 of 3');
});

test('triage begins with the first entries of a list that is still empty', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(openReviewApp(0), GROUP);
  await hears(app, listing);
  expect(await triage(app, listing)).toMatchObject({ ok: true });
  await listing.page.evaluate(() => {
    (window as unknown as { site: ChangingSite }).site.draw([4, 5]);
  });
  await listing.layer.shows('.place', '1 of 2');
});

test('triage goes on where it was when a list is emptied and filled anew', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(openReviewApp(4), GROUP);
  const { page, layer } = listing;
  await layer.find('[data-gloss="bar"]');
  await triage(app, listing);
  await layer.shows('.place', '1 of 4');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await layer.shows('.place', '3 of 4');
  await page.evaluate(() => document.querySelector('main')?.replaceChildren());
  await layer.shows('[data-gloss="bar"]', 'no list of papers');
  await page.evaluate(() => {
    (window as unknown as { site: ChangingSite }).site.draw([0, 1, 2, 3]);
  });
  await layer.shows('.place', '3 of 4');
});
