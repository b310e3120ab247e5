import { readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { arxivList } from '@/bench/arxiv-list';
import { BUILD } from '@/scripts/browser/extension';
import { HOST } from '@/scripts/browser/layer-reading';
import { openListing as openAnother } from '@/scripts/browser/listing';
import { FIRST } from '@/sites/skims/matches';
import { call, expect, type Listing, test } from './fixtures';

const FIXTURES = path.resolve(import.meta.dirname, '../sites/fixtures');
const LIST = 'https://arxiv.org/list/me.AS/new';
const KEY = 'arxiv:2401.00001';

/** Whether the whole script runs on the page (`listing.content/run.ts`). */
const isWhole = ({ layer }: Listing): Promise<boolean | undefined> =>
  layer.evaluate<boolean>(`Symbol.for('gloss.running') in globalThis`);

/** Waits until the first stage is drawn, and makes sure that the whole has not come. */
async function atFirst(listing: Listing, papers: number): Promise<void> {
  await listing.layer.shows('[data-filter="new"]', `${papers} new`);
  await expect.poll(async () => (await listing.layer.all('.mark')).length).toBeGreaterThan(2);
  expect(await isWhole(listing)).toBe(false);
}

/** The middle of an element of the first stage, which nothing has touched. */
async function middleOf({ layer }: Listing, selector: string): Promise<[x: number, y: number]> {
  const { x, y, width, height } = await layer.find(selector);
  return [x + width / 2, y + height / 2];
}

const statusOf = async (app: Parameters<typeof call>[0]): Promise<string | null> => {
  const found = await call(app, 'library.newest', { after: null, limit: 10 });
  return (found.ok && found.value.papers.find(({ keys }) => keys.includes(KEY))?.status) || null;
};

test('a list is marked and counted before anything of it is touched', async ({ openListing }) => {
  const listing = await openListing(arxivList(30), LIST);
  await atFirst(listing, 30);
  expect(await listing.layer.all('.mark[data-state="new"]')).not.toHaveLength(0);
});

for (const [site, name, papers] of [
  ['hugging-face', 'daily', 2],
  ['papers-cool', 'category', 2],
] as const)
  test(`a list of ${site} begins with its first stage`, async ({ openListing }) => {
    const file = path.join(FIXTURES, site, name);
    const { url } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as { url: string };
    const listing = await openListing(readFileSync(`${file}.html`, 'utf8'), url);
    await listing.layer.shows('[data-filter="new"]', `${papers} new`);
    await listing.layer.find('.mark');
    expect(await isWhole(listing)).toBe(false);
  });

test('papers that were decided on are marked so before anything is touched', async ({
  app,
  openListing,
}) => {
  // A popup that hears of the decisions asks the page that is shown by then what it holds.
  await app.goto(new URL('options.html', app.url()).href);
  for (const [at, status] of (['saved', 'read'] as const).entries()) {
    const listing = { site: 'test', url: 'https://example.org', title: '', at: 1 };
    const keys = [`arxiv:24${at === 0 ? '01.00001' : '02.00002'}`];
    const paper = { keys, title: 'A', abstract: '', authors: [], links: [], facts: {}, listing };
    await call(app, 'paper.status', { opId: status, paper, status });
  }
  const listing = await openListing(arxivList(30), LIST.replace('new', 'recent'));
  await atFirst(listing, 28);
  await listing.layer.find('.mark[data-state="saved"]');
  await listing.layer.find('.mark[data-state="read"]');
  await listing.layer.shows('[data-filter="saved"]', '1 saved');
});

test('papers that stay in the window are seen before, though nothing was touched', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), LIST);
  await atFirst(listing, 3);
  const ids = { arxiv: '2401.00001' };
  const seen = async () => {
    const papers = [{ ids, title: '', opening: '' }];
    const states = await call(app, 'page.states', { papers });
    return states.ok && states.value[0]?.sighting?.count;
  };
  await expect.poll(seen, { timeout: 15_000 }).toBe(1);
  // What was seen on this visit stays new on it, and is not counted again by the whole.
  await listing.layer.hover('.mark');
  await listing.layer.shows('[data-gloss="toolbar"]', '');
  await listing.layer.shows('[data-filter="new"]', '3 new');
  expect(await seen()).toBe(1);
  await listing.page.reload();
  await listing.layer.shows('[data-filter="new"]', '0 new');
});

test('the first hover opens the toolbar, and leaving closes it', async ({ openListing }) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  await listing.page.mouse.move(...(await middleOf(listing, '.mark')));
  await listing.layer.find('[data-gloss="toolbar"] [data-action="save"]');
  await listing.page.mouse.move(600, 600);
  await listing.layer.gone('[data-gloss="toolbar"]');
});

test('cards are as dark as the page that the first stage was on, and follow it', async ({
  openListing,
}) => {
  const dark = '<style>html.dark { background: #14161a; color: #d8dade }';
  const list = arxivList(5).replace('<html', '<html class="dark"').replace('<style>', dark);
  const listing = await openListing(list, LIST);
  await atFirst(listing, 5);
  const { page, layer } = listing;
  const scheme = (): Promise<string | undefined> =>
    layer.evaluate<string>(`getComputedStyle(document.querySelector('${HOST}')).colorScheme`);
  await page.mouse.move(...(await middleOf(listing, '.mark')));
  await layer.find('[data-gloss="toolbar"]');
  await page.keyboard.press('n');
  await layer.find('[data-gloss="note-input"]');
  const inFrame = async () =>
    await layer.frame()?.evaluate(() => document.documentElement.style.colorScheme);
  expect([await inFrame(), await scheme()]).toEqual(['dark', 'dark']);
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  await expect.poll(scheme).toBe('light');
  await expect.poll(inFrame, 'the card that is open').toBe('light');
});

test('the first click counts, though the pointer did not rest before', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  await listing.page.mouse.click(...(await middleOf(listing, '.mark')));
  await listing.layer.find('.mark[data-state="saved"]');
  await expect.poll(() => statusOf(app)).toBe('saved');
});

test('a press that begins on the first stage and ends on the whole counts once', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  const { mouse } = listing.page;
  await mouse.move(...(await middleOf(listing, '.mark')));
  await mouse.down();
  // The whole is in charge of the mark.
  await listing.layer.find('[data-gloss="toolbar"]');
  await mouse.up();
  await listing.layer.find('.mark[data-state="saved"]');
  await expect.poll(() => statusOf(app)).toBe('saved');
});

test('a key on a button of the bar does what it says, once the whole is there', async ({
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  await listing.layer.evaluate(
    `chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div'))
      .querySelector('[data-action="menu"]').focus()`,
  );
  await listing.page.keyboard.press('Enter');
  await listing.layer.find('.sheet input:focus');
  await listing.page.keyboard.press('Escape');
  await listing.layer.find('[data-action="menu"]:focus');
});

test('triage begins at its button, and keys that follow at once are done', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  await listing.page.mouse.click(...(await middleOf(listing, '[data-action="triage"]')));
  await listing.page.keyboard.press('s');
  await listing.layer.shows('.place', '2 of 5');
  await expect.poll(() => statusOf(app)).toBe('saved');
});

test('the focus that Tab has brought to a mark stays there and opens its toolbar', async ({
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  // From the last link of the page.
  await listing.page.locator('a').last().focus();
  await listing.page.keyboard.press('Tab');
  await listing.layer.find('[data-gloss="toolbar"] [data-action="save"]');
  await listing.layer.find('.mark:focus');
});

test('what another tab saves shows on a page that only its first stage is on', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  const other = await openAnother(browserWithGloss, app, LIST);
  await other.layer.click('.mark');
  await other.layer.find('.mark[data-state="saved"]');
  await listing.page.bringToFront();
  await listing.layer.find('.mark[data-state="saved"]');
});

test('a page that lists other papers has them marked', async ({ openListing }) => {
  const listing = await openListing(arxivList(3), LIST);
  await atFirst(listing, 3);
  await listing.page.evaluate(() => {
    const row = document.querySelector('dl > dt');
    const link = row?.querySelector('a[title="Abstract"]');
    if (link) [link.textContent, link.id] = ['arXiv:2401.99999', '2401.99999'];
    document.querySelector('dl > dt:last-of-type')?.remove();
  });
  await listing.layer.shows('[data-filter="new"]', '2 new');
});

test('a page that only moves its titles takes the marks along', async ({ openListing }) => {
  const listing = await openListing(arxivList(3), LIST);
  await atFirst(listing, 3);
  const [, before] = await middleOf(listing, '.mark');
  await listing.page.evaluate(() => {
    document.querySelector('h1')?.setAttribute('style', 'margin-top: 120px');
  });
  await expect.poll(async () => (await middleOf(listing, '.mark'))[1]).toBeGreaterThan(before + 50);
  expect(await isWhole(listing)).toBe(false);
});

test('a page where Gloss is off gets nothing, and Gloss comes when it is turned on', async ({
  app,
  openListing,
}) => {
  const turn = (isOff: boolean) =>
    call(app, 'settings.save', { sites: { 'arxiv.org': { isOff } } });
  await turn(true);
  const listing = await openListing(arxivList(3), LIST);
  await listing.page.waitForLoadState('load');
  await turn(false);
  await listing.layer.shows('[data-filter="new"]', '3 new');
  await turn(true);
  await listing.layer.gone('.mark');
});

test('the page does not see that the whole was loaded', async ({ openListing }) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  await listing.layer.hover('.mark');
  await listing.layer.find('[data-gloss="toolbar"] [data-action="save"]');
  const seen = await listing.page.evaluate(() => ({
    loaded: performance.getEntries().map(({ name }) => name),
    scripts: document.scripts.length,
  }));
  expect(seen.loaded.filter((name) => /extension|listing\.js/.test(name))).toEqual([]);
  expect(seen.scripts).toBe(1);
});

test('where the whole can’t be loaded, the bar says so and keys are the page’s', async ({
  browserWithGloss,
  openListing,
}) => {
  const listing = await openListing(arxivList(5), LIST);
  await atFirst(listing, 5);
  await listing.page.evaluate(
    `heard = []; addEventListener('keydown', ({ key }) => heard.push(key))`,
  );
  const whole = path.join(browserWithGloss.folders.extension, 'content-scripts/listing.js');
  renameSync(whole, `${whole}.gone`);
  try {
    await listing.page.mouse.move(...(await middleOf(listing, '.mark')));
    await listing.layer.shows('.dock', 'Reload the page');
  } finally {
    renameSync(`${whole}.gone`, whole);
  }
  // Over the mark, where it would be a command.
  await listing.page.keyboard.press('s');
  expect(await listing.page.evaluate('heard')).toEqual(['s']);
});

/** What a first stage may hold, bytes: it is compiled on every list that a person opens. */
const MOST_BYTES = 25_300;

test('the first stages are small', () => {
  for (const id of Object.keys(FIRST))
    expect(statSync(path.join(BUILD, `first-${id}.js`)).size, id).toBeLessThanOrEqual(MOST_BYTES);
});
