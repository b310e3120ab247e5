import { arxivList } from '@/bench/arxiv-list';
import { describe, expect, test } from './fixtures';

const LIST = 'https://arxiv.org/list/me.AS/new';
const VENUE = 'https://dblp.org/db/conf/ex/ex2026.html';
const mark = (at: number): string => `[data-gloss="mark"][data-entry="${at}"]`;

/** The list of a later day: the same papers were replaced. */
const replaced = (): string =>
  arxivList(3).replace(/New submissions \(/, 'Replacement submissions (');

/** A conference's papers, the list's second among them. */
const venue = (title: string): string => `<!doctype html><title>dblp: EX 2026</title>
<header class="headline"><h1>EX 2026</h1></header><ul class="publ-list">
<li class="entry inproceedings" id="conf/ex/Other26" itemscope><nav class="publ"><ul><li class="drop-down"><div class="head"><a href="https://doi.org/10.1000/ex.26">view</a></div></li></ul></nav>
<cite class="data"><span itemprop="author"><span itemprop="name">Bo Builder</span></span>: <span class="title" itemprop="name">${title}.</span> <a href="https://dblp.org/db/conf/ex/ex2026.html#x"><span itemprop="isPartOf"><span itemprop="name">EX</span></span> <span itemprop="datePublished">2026</span></a></cite></li></ul>`;

test('what lists tell of kept papers shows on their marks and in the library, until it was seen', async ({
  app,
  browserWithGloss,
  extensionId,
  openListing,
}) => {
  const asked: string[] = [];
  const first = await openListing(arxivList(3), LIST);
  for (const at of [0, 1]) {
    await first.layer.click(mark(at));
    await first.layer.find(`${mark(at)}[data-state="saved"]`);
  }
  await first.page.close();
  browserWithGloss.context.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });

  const later = await openListing(replaced(), LIST);
  await later.layer.find(`${mark(0)}[data-news="true"]`);
  await later.layer.find(`${mark(1)}[data-news="true"]`);
  await later.layer.find(`${mark(2)}[data-news="false"]`);
  await later.layer.hover(mark(0));
  await later.layer.shows('[data-gloss="toolbar"] .news', 'New version since');

  const library = await app.context().newPage();
  await library.goto(`chrome-extension://${extensionId}/library.html#q=new:version`);
  await expect(library.locator('.paper-row')).toHaveCount(2);
  await library.locator('.paper-row').first().click();
  await library.locator('[data-gloss="noticed"]').click();
  await expect(library.locator('.paper-row')).toHaveCount(1);
  await expect(library.locator('[data-gloss="news"]')).toHaveCount(0);

  const read = await describe(app, later);
  if (!read.ok) throw new Error(read.error.message);
  const [, second] = read.value.papers;
  const proceedings = await openListing(venue(second?.title ?? ''), VENUE);
  await proceedings.layer.find(`${mark(0)}[data-news="true"]`);
  await library.goto(`chrome-extension://${extensionId}/library.html#q=new:venue`);
  await expect(library.locator('.paper-row-news')).toContainText('At EX 2026');
  await app.reload();
  await expect(app.locator('.row-news').first()).toContainText('At EX 2026');

  expect(
    asked.filter((url) => ![LIST, VENUE].includes(url) && !url.endsWith('/favicon.ico')),
  ).toEqual([]);
});
