import { openReviewApp } from './changing-page';
import { describe, expect, test } from './fixtures';

const GROUP = 'https://openreview.net/group?id=Example';

test.use({ hosts: ['https://openreview.net/*'] });

/** The site after a rebuild: rows by another name, the title in another element. */
const rebuilt = (count: number): string =>
  openReviewApp(count).replaceAll("row.className = 'note'", "row.className = 'submission-card'");

test('a page that an adapter can no longer read says so, can be reported, and is read as a digest', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(rebuilt(9), GROUP);
  const { page, layer } = listing;
  await layer.shows('[data-gloss="shortfall"]', 'none of about 9 papers');
  await layer.click('[data-action="report"]');
  const { value } = await layer.find('[data-gloss="shortfall"] textarea');
  expect(value).toContain('adapter openreview');
  expect(value).toContain('div.submission-card ×9');
  expect(value).not.toContain('lattice');
  expect(value).not.toContain('id=Example');
  expect(await layer.axe()).toEqual([]);
  await layer.click('[data-action="digest"]');
  await layer.find('[data-gloss="mark"]');
  const found = await describe(app, listing);
  expect(found.ok && [found.value.site, found.value.papers.length]).toEqual(['digest', 9]);
  await layer.gone('[data-gloss="shortfall"]');
  await page.close();
});

test('a page that is read, and one on which nothing was found, raise no alarm', async ({
  openListing,
}) => {
  const nothing = await openListing(openReviewApp(0), GROUP);
  const six = await openListing(openReviewApp(6), GROUP);
  await six.page.waitForTimeout(3_500);
  for (const [{ page }, shown] of [
    [nothing, 0],
    [six, 1],
  ] as const) {
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(shown);
    await page.close();
  }
});
