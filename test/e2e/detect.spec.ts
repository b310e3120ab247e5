import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arxivList } from '@/bench/arxiv-list';
import { call, ROOT } from '@/scripts/browser/extension';
import { annotateAsDigest } from '@/scripts/browser/listing';
import { annotate, callTab, expect, test } from './fixtures';

const DIGEST = 'https://digest.example/today';
const demo = readFileSync(path.join(ROOT, 'scripts/demo/digest.html'), 'utf8');

/** Papers as somebody would paste them into a file. */
const PLAIN = [
  'Reading list of the week',
  'Subscribe',
  ...[1, 2, 3, 4, 5, 6].flatMap((number) => [
    `Tidal Heating of Small Moons, Part ${number}`,
    `We follow the orbits of ${number * 10} small moons for a million years and ask where the heat goes. ` +
      'Most of it leaves through the ice within the first thousand years, far sooner than was thought. ' +
      'A simple balance explains it, and tells which moons may still have an ocean today.',
  ]),
].join('\n\n');

test.describe('a known site', () => {
  test.use({ hosts: ['https://arxiv.org/*'] });

  test('is read as soon as it is opened', async ({ app, openListing }) => {
    const listing = await openListing(arxivList(30), 'https://arxiv.org/list/me.AS/new');
    const answer = await annotate(app, listing);
    if (!answer.ok) throw new Error(answer.error.message);
    const { site, papers, counts } = answer.value;
    expect(site).toBe('arxiv');
    expect(papers.map(({ ids }) => ids.arxiv)).toHaveLength(30);
    expect(papers[0]).toMatchObject({
      ids: { arxiv: '2401.00001' },
      authors: ['Ann Author', 'Bo Builder', 'Cy Coder'],
      url: 'https://arxiv.org/abs/2401.00001',
    });
    expect(counts).toEqual({ papers: 30, unseen: 30, saved: 0 });
  });

  test('is read by the digest detector when that is asked for', async ({ app, openListing }) => {
    const listing = await openListing(arxivList(30), 'https://arxiv.org/list/me.AS/new');
    const answer = await annotateAsDigest(app, listing);
    if (!answer.ok) throw new Error(answer.error.message);
    const { site, papers } = answer.value;
    expect(site).toBe('digest');
    expect(papers.map(({ ids }) => ids.arxiv)).toHaveLength(30);
    expect(papers[0]?.ids.arxiv).toBe('2401.00001');
  });

  test('is left alone where it lists no papers, until a person asks', async ({
    app,
    openListing,
  }) => {
    const listing = await openListing(demo, 'https://arxiv.org/search/advanced');
    const answer = await annotate(app, listing);
    expect(answer.ok && answer.value.papers).toEqual([]);
    expect(await listing.page.locator('html > div').count()).toBe(0);
    await call(app, 'page.annotate', { tabId: listing.tabId });
    const asked = await annotate(app, listing);
    expect(asked.ok && asked.value.papers.length).toBeGreaterThan(5);
  });
});

test.describe('a page that no site knows', () => {
  test('is left alone until a person asks', async ({ app, openListing }) => {
    const { page, tabId } = await openListing(demo, DIGEST);
    expect(await callTab(app, tabId, 'listing.describe', null)).toBeNull();
    expect(await page.locator('html > div').count()).toBe(0);
  });

  test.describe('and that a person asked for', () => {
    test.use({ hosts: ['https://digest.example/*'] });

    test('is read as a digest, without its furniture', async ({ app, openListing }) => {
      const listing = await openListing(demo, DIGEST);
      const titles = await listing.page.locator('h3').allTextContents();
      const abstracts = await listing.page.locator('article p:last-child').allTextContents();
      const answer = await annotate(app, listing);
      if (!answer.ok) throw new Error(answer.error.message);
      expect(answer.value.site).toBe('digest');
      expect(answer.value.papers.map(({ title }) => title)).toEqual(titles);
      expect(answer.value.papers.map(({ abstract }) => abstract)).toEqual(abstracts);
    });

    test('is read when it is plain text', async ({ app, openListing }) => {
      const listing = await openListing(PLAIN, DIGEST, 'text/plain; charset=utf-8');
      const answer = await annotate(app, listing);
      if (!answer.ok) throw new Error(answer.error.message);
      expect(answer.value.papers.map(({ title }) => title)).toEqual(
        [1, 2, 3, 4, 5, 6].map((number) => `Tidal Heating of Small Moons, Part ${number}`),
      );
    });
  });
});
