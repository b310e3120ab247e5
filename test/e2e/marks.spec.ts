import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arxivList } from '@/bench/arxiv-list';
import { type LocalPage, localPage } from '@/scripts/browser/pages';
import { annotate, call, callTab, expect, type Listing, test } from './fixtures';
import { HOST } from '@/scripts/browser/layer-reading';
import { lookAt } from './overlaps';
import { DATA, hasData, still } from './saved';

test.use({ hosts: ['<all_urls>'] });

/** Wide, half a screen, a phone: pixels. */
const WIDTHS = [1280, 700, 360];

const TITLES = [
  'Slow tides in shallow seas and what they leave behind',
  'A shelf of books that nobody reads, measured over ten years',
  'Counting the rings of trees by their sound alone',
  'Why bread rises on Mondays: a study of forty kitchens and their clocks',
  'Soft robots that climb stairs without knowing how many there are',
  'Lattice codes for letters that arrive late',
];
const AUTHORS = 'Ann Author, Bo Builder and Cy Coder';
const ABSTRACT =
  'We watch for a long time and write down what we see. Nothing that we found before holds; we say what does, and why it took so long.';
const linkOf = (at: number): string => `https://arxiv.org/abs/2403.1000${at}`;
const each = (entry: (title: string, at: number) => string): string =>
  TITLES.map((title, at) => entry(title, at)).join('\n');

/** Lists as people build them, with as little room as they leave. */
const SHAPES: Record<string, string> = {
  'years before titles': `<style>body { margin: 8px } p { margin: 0 }</style>${each(
    (title, at) => `<p>(20${10 + at}) <a href="${linkOf(at)}">${title}</a>, ${AUTHORS}</p>`,
  )}`,
  'authors before titles': `<style>body { margin: 0 } li { list-style: none }</style><ul style="padding: 0">${each(
    (title, at) =>
      `<li>${AUTHORS}. <b>${title}</b>. <i>Journal of Slow Science</i>, 20${10 + at}. <a href="${linkOf(at)}">arXiv</a></li>`,
  )}</ul>`,
  'numbers and pictures': `<style>ol { margin: 0; padding-left: 24px } img { float: left; width: 60px; height: 40px; background: #ccc }</style><ol>${each(
    (title, at) =>
      `<li><img alt=""><a href="${linkOf(at)}">${title}</a><br>${AUTHORS}<p>${ABSTRACT}</p></li>`,
  )}</ol>`,
  'a table without padding': `<style>body { margin: 0 } table { border-collapse: collapse; width: 100% } td { padding: 0 2px; border: 1px solid }</style><table>${each(
    (title, at) =>
      `<tr><td>${at + 1}</td><td><a href="${linkOf(at)}">${title}</a></td><td>${AUTHORS}</td></tr>`,
  )}</table>`,
  'cards beside cards': `<style>main { display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 4px } article { border: 1px solid; padding: 2px } h3 { margin: 0; font-size: 15px }</style><main>${each(
    (title, at) =>
      `<article><h3><a href="${linkOf(at)}">${title}</a></h3><p>${AUTHORS}</p></article>`,
  )}</main>`,
  'right to left': `<style>body { direction: rtl; margin: 8px }</style>${each(
    (title, at) => `<h3><a href="${linkOf(at)}">${title}</a></h3><p>${AUTHORS}</p>`,
  )}`,
};

/** Waits until no mark moves from one look to the next. */
async function settled({ layer }: Listing, least: number) {
  let before = '';
  let look = await lookAt(layer);
  await expect
    .poll(
      async () => {
        look = await lookAt(layer);
        const now = JSON.stringify(look);
        const isStill = look.marks >= least && now === before;
        before = now;
        return isStill;
      },
      { intervals: [60] },
    )
    .toBe(true);
  return look;
}

/** What lies on letters in the first window of a page, at each width. */
async function overlapsOf(listing: Listing, widths = WIDTHS, least = 1) {
  const found: unknown[] = [];
  for (const width of widths) {
    await listing.page.setViewportSize({ width, height: 800 });
    const { overlaps } = await settled(listing, least);
    found.push(...overlaps.map((one) => ({ width, ...one })));
  }
  return found;
}

test('no mark lies on a letter, however little room a list leaves', async ({
  app,
  openListing,
}) => {
  test.slow();
  const shapes: [name: string, body: string, url: string][] = [
    ...Object.entries(SHAPES).map(([name, body], at): [string, string, string] => [
      name,
      `<!doctype html>${body}`,
      `https://lists.example/${at}`,
    ]),
    ['a known site', arxivList(12), 'https://arxiv.org/list/me.AS/new'],
  ];
  for (const [name, body, url] of shapes) {
    const listing = await openListing(body, url);
    const answer = await annotate(app, listing);
    expect(answer.ok && answer.value.papers.length, name).toBeGreaterThanOrEqual(TITLES.length);
    expect(await overlapsOf(listing), name).toEqual([]);
    await listing.page.close();
  }
});

test('marks of right-to-left titles are at their right, and so is the bar of triage', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(
    `<!doctype html><style>body { margin: 0 60px }</style>${SHAPES['right to left']?.replace('margin: 8px', 'margin: 0 60px')}`,
    'https://lists.example/rtl',
  );
  await annotate(app, listing);
  const { x } = await listing.layer.find('[data-gloss="mark"][data-entry="0"]');
  const title = await listing.page.getByText(TITLES[0]!).boundingBox();
  expect(x).toBeGreaterThanOrEqual(title!.x + title!.width);
  await callTab(app, listing.tabId, 'listing.triage', null);
  await listing.layer.shows('[data-gloss="bar"]', '1 of 6');
  const bar = await listing.layer.evaluate<number>(
    `chrome.dom.openOrClosedShadowRoot(document.querySelector('${HOST}')).querySelector('.focus').getBoundingClientRect().left`,
  );
  const scrolled = await listing.page.getByText(TITLES[0]!).boundingBox();
  expect(bar).toBeGreaterThanOrEqual(scrolled!.x + scrolled!.width);
});

test('tags show whole or not at all, beside what shows of a title that is cut off, and beneath the bar', async ({
  app,
  openListing,
}) => {
  const cut = `h3 { width: 240px; margin: 20px 60px; font: 16px/20px sans-serif } h3 a { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }`;
  const listing = await openListing(
    `<!doctype html><style>${cut}</style>${each((title, at) => `<h3><a href="${linkOf(at)}">${title.replace(/(\S+) (\S+)$/, '<br>$1<br>$2')}</a></h3><p>${AUTHORS}</p>`)}`,
    'https://lists.example/cut',
  );
  const { layer, page } = listing;
  const answer = await annotate(app, listing);
  const third = answer.ok ? answer.value.papers[2] : undefined;
  const paper = {
    keys: [`arxiv:${third?.ids.arxiv}`],
    title: TITLES[2]!,
    authors: [],
    abstract: '',
    links: [],
    listing: { site: 'page', url: 'https://lists.example/cut', title: '', at: 1 },
  };
  for (const name of ['brief', 'one that has no room beside the other'])
    await call(app, 'paper.tag', { opId: name, paper, name, on: true });
  await layer.shows('[data-gloss="chips"]', 'brief');
  const title = await page.locator('h3 a').nth(2).boundingBox();
  const drawn = await layer.evaluate<{
    ends: number;
    whole: boolean[];
    regions: string[];
  }>(`(() => {
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('${HOST}'));
    const line = root.querySelector('.chip-line');
    const { bottom } = line.getBoundingClientRect();
    const seen = [...line.children].filter((one) => one.getBoundingClientRect().top < bottom);
    return {
      ends: bottom,
      whole: seen.map((one) => one.scrollWidth <= one.clientWidth),
      regions: [...root.children].map(({ className }) => className),
    };
  })()`);
  expect(drawn?.ends).toBeLessThanOrEqual(title!.y + title!.height);
  expect(drawn?.whole).toEqual([true]);
  expect(drawn?.regions.indexOf('chips')).toBeLessThan(drawn!.regions.indexOf('dock-region'));
});

const files = hasData
  ? ['pages', 'pages-unseen'].flatMap((folder) =>
      readFileSync(path.join(DATA, folder, 'cases.tsv'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line): LocalPage => {
          const [file = '', url] = line.split('\t');
          return still(localPage(path.join(DATA, folder, file), url));
        }),
    )
  : [];

for (const half of [0, 1])
  test(`no mark lies on a letter of the saved pages, part ${half + 1}`, async ({
    app,
    openListing,
  }) => {
    test.skip(!hasData, 'the saved pages are not here');
    test.setTimeout(180_000);
    for (const [at, { body, url, type }] of files.entries()) {
      if (at % 2 !== half) continue;
      // Two of three widths each: pages of one kind come to all of them.
      const widths = WIDTHS.filter((_, width) => width !== at % WIDTHS.length);
      const listing = await openListing(body, url, type);
      const answer = await annotate(app, listing);
      const isList = answer.ok && answer.value.papers.length > 0;
      if (isList) expect.soft(await overlapsOf(listing, widths, 0), url).toEqual([]);
      await listing.page.close();
    }
  });
