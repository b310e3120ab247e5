import { LOOKS } from './accessible';
import { arxivList } from '@/bench/arxiv-list';
import { selectPassage } from '@/scripts/tour/passage';
import { annotate, call, expect, type Listing, test } from './fixtures';

const NEW = 'https://arxiv.org/list/me.AS/new';
const RECENT = 'https://arxiv.org/list/me.AS/recent';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

test.use({ hosts: ['https://arxiv.org/*'] });

async function papersOf(app: Parameters<typeof annotate>[0], listing: Listing) {
  const answer = await annotate(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers;
}

test('tags and a note are there again on another page that lists the paper', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(10), NEW);
  const { page, layer } = listing;
  await layer.hover(mark(1));
  await layer.click('[data-gloss="toolbar"] [data-action="tags"]');
  await layer.find('[data-gloss="tag-input"]');
  // A comma ends an entry; Enter on nothing closes.
  await page.keyboard.type('to read, 卫星');
  await layer.shows('[data-gloss="chip"]', '#to read');
  await page.keyboard.press('Enter');
  await layer.shows('[data-gloss="tag-editor"]', '#卫星');
  await page.keyboard.press('Enter');
  await layer.gone('[data-gloss="tag-input"]');
  await layer.hover(mark(1));
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('Ask Bo.');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await page.keyboard.press('Escape');

  const other = await openListing(arxivList(5), RECENT);
  const [first, second] = await papersOf(app, other);
  expect(first?.state.id).toBe('');
  expect(second?.state.tags.map(({ name }) => name).toSorted()).toEqual(['to read', '卫星']);
  expect(second?.state.note.text).toBe('Ask Bo.');

  // What a similar paper has is offered first.
  await other.layer.hover(mark(0));
  await other.layer.click('[data-gloss="toolbar"] [data-action="tags"]');
  await other.layer.shows('[data-gloss="tag-editor"]', 'like similar papers');
  expect(await other.layer.axe()).toEqual([]);
  await other.page.keyboard.press('ArrowDown');
  await other.page.keyboard.type(',');
  await other.layer.find('[data-gloss="tag-editor"] [data-gloss="chip"]');
});

test('a selected passage is highlighted, kept, and painted again after a reload', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  const [paper] = await papersOf(app, listing);
  const passage = await selectPassage(page, paper?.abstract ?? '', 40);
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  await layer.shows('[data-gloss="toast"]', 'Highlighted');
  await page.reload();
  const [again] = await papersOf(app, listing);
  expect(again?.state.highlights.map(({ quote, colour }) => [quote.exact, colour])).toEqual([
    [passage, 'green'],
  ]);
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('gloss-green') ?? [])]
          .map((range) => (range as Range).toString())
          .join(''),
      ),
    )
    .toBe(passage);
});

test('triage is done by keyboard, and only while it is on', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(6), NEW);
  const { page, layer, tabId } = listing;
  await papersOf(app, listing);
  await page.keyboard.press('s');
  await app.evaluate(
    (id) => chrome.tabs.sendMessage(id, { gloss: 'listing.triage', ask: null }),
    tabId,
  );
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await layer.shows('[data-gloss="toast"]', 'Dismissed');
  await page.keyboard.press('k');
  await page.keyboard.press('s');
  await layer.shows('[data-gloss="toast"]', 'Saved');
  await page.keyboard.press('u');
  await layer.shows('[data-gloss="toast"]', 'Undone');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  const states = (await papersOf(app, listing)).map(({ state }) => state.status);
  expect(states).toEqual([null, 'dismissed', null, null, null, null]);
});

test('the page is left as it was: nothing in the body, nothing moved, nothing to reach', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(20), NEW);
  const { page } = listing;
  await papersOf(app, listing);
  await listing.layer.find(mark(0));
  const seen = await page.evaluate(() => ({
    added: [...document.documentElement.children].map(({ localName }) => localName),
    root: document.querySelector('html > div')?.shadowRoot ?? null,
    inBody: document.body.querySelectorAll('[data-gloss]').length,
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(seen).toEqual({ added: ['head', 'body', 'div'], root: null, inBody: 0, width: 0 });
});

test('what is made in one tab shows in another', async ({ app, openListing }) => {
  const first = await openListing(arxivList(4), NEW);
  const second = await openListing(arxivList(4), RECENT);
  const [paper] = await papersOf(app, first);
  if (!paper) throw new Error('no paper');
  await papersOf(app, second);
  await call(app, 'paper.status', {
    opId: 'op-1',
    paper: {
      keys: [`arxiv:${paper.ids.arxiv}`],
      title: paper.title,
      authors: [],
      abstract: '',
      links: [],
      listing: { site: 'arxiv', url: NEW, title: '', at: 1 },
    },
    status: 'read',
  });
  for (const listing of [first, second])
    await expect
      .poll(async () => (await papersOf(app, listing))[0]?.state.status, { intervals: [20] })
      .toBe('read');
});

test('marks are made for entries near the window only', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(500), NEW);
  await papersOf(app, listing);
  await listing.layer.find(mark(0));
  expect(await listing.layer.count('[data-gloss="mark"]')).toBeLessThan(60);
  await listing.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await listing.layer.find(mark(499));
});

test('entries that the page adds later get their marks', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(2), NEW);
  await papersOf(app, listing);
  await listing.page.evaluate(() => {
    const [term, details] = [...document.querySelectorAll('dt, dd')].slice(0, 2);
    for (const element of [term, details]) {
      const copy = element?.cloneNode(true) as Element;
      copy.innerHTML = copy.innerHTML.replaceAll('2401.00001', '2401.77777');
      term?.parentElement?.append(copy);
    }
  });
  await expect
    .poll(async () => (await papersOf(app, listing)).map(({ ids }) => ids.arxiv), {
      intervals: [50],
    })
    .toContain('2401.77777');
});

test('the interface in the page has no accessibility faults', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(8), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  for (const look of LOOKS) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    await layer.hover(mark(0));
    await layer.find('[data-gloss="toolbar"]');
    expect(await layer.axe()).toEqual([]);
    await layer.click('[data-gloss="toolbar"] [data-action="note"]');
    await layer.find('[data-gloss="note-input"]');
    expect(await layer.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.mouse.move(600, 5);
  }
});

test('a page of more entries than anybody reads is cut, and the bar says so', async ({
  openListing,
}) => {
  const listing = await openListing(arxivList(11_000), NEW);
  await listing.layer.shows('[data-gloss="bar"]', 'The first 10,000 papers');
});
