import type { Page } from '@playwright/test';
import type { LayerElement } from '@/scripts/browser/layer-reading';
import { type ChangingSite, openReviewApp, virtualList } from './changing-page';
import { describe, expect, type Listing, test } from './fixtures';

const GROUP = 'https://openreview.net/group?id=Example';
const DAILY = 'https://huggingface.co/papers';
const MARK = '[data-gloss="mark"]';

test.use({ hosts: ['https://openreview.net/*', 'https://huggingface.co/*'] });

/** Does to the page what its own script would do. The function travels as its text. */
const change = <A>(
  page: Page,
  act: (site: ChangingSite, ask: A) => unknown,
  ask: A,
): Promise<unknown> => page.evaluate(`(${String(act)})(window.site, ${JSON.stringify(ask)})`);

/** Numbers and places of the papers with titles in the window, from the top down. */
const titlesOn = (page: Page): Promise<{ paper: number; top: number; bottom: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.note h4 a, article h3 a')]
      .map((link) => ({ link, box: link.getBoundingClientRect() }))
      .filter(({ link, box: { left, top, bottom } }) =>
        [top + 2, bottom - 2].every((y) => {
          const at = document.elementFromPoint(left + 2, y);
          return at === link || at?.matches('html > div');
        }),
      )
      .map(({ link, box: { top, bottom } }) => ({
        paper: Number(/^Paper (\d+)/.exec(link.textContent)?.[1]),
        top,
        bottom,
      }))
      .toSorted((a, b) => a.top - b.top),
  );

const paperOf = ({ label }: LayerElement): number => Number(/Paper (\d+)/.exec(label)?.[1]);

/** Papers in the window with the papers of the marks beside them; marks beside no paper at the end. */
async function marksBeside({ page, layer }: Listing): Promise<string[]> {
  const titles = await titlesOn(page);
  const marks = (await layer.all(MARK)).filter(({ y, height }) => y > 0 && y + height < 840);
  const rows = titles.map(({ paper, top, bottom }) => {
    const beside = marks.filter(
      ({ y, height }) => y + height / 2 >= top - 6 && y + height / 2 <= bottom + 6,
    );
    for (const mark of beside) marks.splice(marks.indexOf(mark), 1);
    return `${paper}: ${beside.map(paperOf).join(' ')}`;
  });
  return [...rows, ...marks.map((mark) => `alone: ${paperOf(mark)}`)];
}

/** Every paper in the window has its own mark beside it, and no mark is anywhere else. */
async function expectMarks(listing: Listing, papers?: number[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const titles = await titlesOn(listing.page);
        const rows = await marksBeside(listing);
        return rows.join() === titles.map(({ paper }) => `${paper}: ${paper}`).join() &&
          titles.length > 0
          ? titles.map(({ paper }) => paper)
          : rows;
      },
      { intervals: [50], timeout: 8_000 },
    )
    .toEqual(papers ?? expect.arrayContaining([expect.any(Number)]));
}

const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

const markOf = (listing: Listing, paper: number): string =>
  `${MARK}[aria-label*="Paper ${paper} "]`;

async function save(listing: Listing, paper: number): Promise<void> {
  await listing.layer.click(markOf(listing, paper));
  await listing.layer.shows('[data-gloss="toast"]', 'Saved');
  await listing.page.mouse.move(900, 5);
}

const expectSaved = (listing: Listing, paper: number): Promise<unknown> =>
  listing.layer.find(`${markOf(listing, paper)}[data-state="saved"]`);

test('a page that its script draws after it has loaded', async ({ openListing }) => {
  const listing = await openListing(openReviewApp(3), GROUP);
  await expectMarks(listing, [0, 1, 2]);
});

test('more rows, again and again: marks for each, states asked for the new ones alone', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(openReviewApp(3), GROUP);
  await expectMarks(listing, [0, 1, 2]);
  await save(listing, 1);
  for (const _ of [1, 2]) {
    await change(listing.page, (site) => site.more(3), null);
    await expectSaved(listing, 1);
  }
  await listing.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expectMarks(listing);
  const found = await describe(app, listing);
  expect(found.ok && found.value.papers.map(({ title }) => Number(title.split(' ')[1]))).toEqual(
    range(0, 9),
  );
});

test('routes without a load: to another list, to a page that is none, and back', async ({
  openListing,
}) => {
  const listing = await openListing(openReviewApp(3), GROUP);
  await expectMarks(listing, [0, 1, 2]);
  await save(listing, 2);
  await change(listing.page, (site) => site.go('/group?id=Other', [7, 2]), null);
  await expectMarks(listing, [7, 2]);
  await expectSaved(listing, 2);
  await change(listing.page, (site) => site.go('/about', null), null);
  await expect.poll(() => listing.page.locator('html > div').count()).toBe(0);
  await change(listing.page, (site) => site.go('/group?id=Example', [0, 1, 2]), null);
  await expectMarks(listing, [0, 1, 2]);
  await expectSaved(listing, 2);
});

test('all nodes replaced by equal ones', async ({ openListing }) => {
  const listing = await openListing(openReviewApp(4), GROUP);
  await expectMarks(listing, [0, 1, 2, 3]);
  await save(listing, 3);
  await change(listing.page, (site) => site.hydrate(), null);
  await expectMarks(listing, [0, 1, 2, 3]);
  await expectSaved(listing, 3);
});

test('rows removed, hidden, reordered', async ({ openListing }) => {
  const listing = await openListing(openReviewApp(5), GROUP);
  await expectMarks(listing, range(0, 5));
  await save(listing, 4);
  await change(listing.page, (site) => site.remove(1), null);
  await expectMarks(listing, [0, 2, 3, 4]);
  await change(listing.page, (site) => site.hide(3), null);
  await expectMarks(listing, [0, 2, 4]);
  await change(listing.page, (site) => site.flip(), null);
  await expectMarks(listing, [4, 2, 0]);
  await expectSaved(listing, 4);
});

test('a row that holds another paper now, and nothing but its text and link changed', async ({
  openListing,
}) => {
  const listing = await openListing(openReviewApp(4), GROUP);
  await expectMarks(listing, [0, 1, 2, 3]);
  await save(listing, 1);
  await change(listing.page, (site) => site.put(1, 9), null);
  await expectMarks(listing, [0, 9, 2, 3]);
  await listing.layer.find(`${markOf(listing, 9)}[data-state="new"]`);
  // Two rows change places by their text alone.
  await change(listing.page, (site) => (site.put(0, 2), site.put(2, 0)), null);
  await expectMarks(listing, [2, 9, 0, 3]);
});

test('a click in the moment that a row changes goes to no other paper', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(openReviewApp(2), GROUP);
  await expectMarks(listing, [0, 1]);
  const { x, y } = await listing.layer.find(markOf(listing, 1));
  await listing.page.mouse.move(x + 12, y + 12);
  // The row changes on the very press that is meant for its old paper.
  await listing.page.evaluate(() => {
    addEventListener(
      'pointerdown',
      () => (window as unknown as { site: ChangingSite }).site.put(1, 8),
      {
        capture: true,
      },
    );
  });
  await listing.page.mouse.down();
  await listing.page.mouse.up();
  await expectMarks(listing, [0, 8]);
  const found = await describe(app, listing);
  expect(found.ok && found.value.papers.map(({ state }) => state.status)).toEqual([null, null]);
});

test('a virtualised list that moves and refills its rows', async ({ openListing }) => {
  const listing = await openListing(virtualList(), DAILY);
  await expectMarks(listing);
  await save(listing, 2);
  for (const first of [5, 300, 303, 40]) {
    await change(listing.page, (site, n) => site.scroll(n), first);
    await expect.poll(async () => (await titlesOn(listing.page))[0]?.paper).toBe(first);
    await expectMarks(listing);
  }
  await change(listing.page, (site) => site.scroll(0), null);
  await expectMarks(listing);
  await expectSaved(listing, 2);
});

for (const [how, redraw] of [
  ['drawn anew', (site: ChangingSite) => site.hydrate()],
  ['reordered', (site: ChangingSite) => site.flip()],
  [
    'emptied and filled',
    (site: ChangingSite) => (site.draw([]), setTimeout(() => site.draw([3, 2, 1, 0]), 400)),
  ],
] as const)
  test(`a note that is being written stays with its paper while the list is ${how}`, async ({
    app,
    openListing,
  }) => {
    const listing = await openListing(openReviewApp(4), GROUP);
    const { page, layer } = listing;
    await layer.hover(markOf(listing, 1));
    await layer.click('[data-gloss="toolbar"] [data-action="note"]');
    await layer.find('[data-gloss="note-input"]');
    await page.keyboard.type('First, ');
    await change(page, redraw, null);
    await expectMarks(listing);
    await page.keyboard.type('second.');
    expect((await layer.find('[data-gloss="note-input"]')).value).toBe('First, second.');
    await layer.shows('[data-gloss="note-state"]', 'Saved');
    const found = await describe(app, listing);
    const noted = found.ok ? found.value.papers.filter(({ state }) => state.note.text !== '') : [];
    expect(noted.map(({ title, state }) => [title.split(' ')[1], state.note.text])).toEqual([
      ['1', 'First, second.'],
    ]);
  });

test('a tag that is being typed survives, and goes to its paper', async ({ app, openListing }) => {
  const listing = await openListing(openReviewApp(4), GROUP);
  const { page, layer } = listing;
  await layer.hover(markOf(listing, 2));
  await layer.click('[data-gloss="toolbar"] [data-action="tags"]');
  await layer.find('[data-gloss="tag-input"]');
  await page.keyboard.type('to re');
  await change(page, (site) => (site.remove(0), site.flip()), null);
  await expectMarks(listing, [3, 2, 1]);
  await page.keyboard.type('ad');
  await page.keyboard.press('Enter');
  await layer.shows('[data-gloss="chip"]', '#to read');
  const found = await describe(app, listing);
  const tagged = found.ok ? found.value.papers.filter(({ state }) => state.tags.length > 0) : [];
  expect(tagged.map(({ title }) => title.split(' ')[1])).toEqual(['2']);
});

test('a highlight is painted again when its row is drawn anew, shortened and lengthened', async ({
  openListing,
}) => {
  const listing = await openListing(openReviewApp(3), GROUP);
  const { page, layer } = listing;
  await expectMarks(listing, [0, 1, 2]);
  const painted = (): Promise<string[]> =>
    page.evaluate(() => [...(CSS.highlights.get('gloss-green') ?? [])].map(String));
  await page.evaluate(() => {
    const text = document.querySelectorAll('.note-content-value')[1]?.firstChild as Text;
    const at = text.data.indexOf('The method needs no tuning');
    getSelection()?.setBaseAndExtent(text, at, text, at + 26);
    document.dispatchEvent(new MouseEvent('mouseup'));
  });
  await page.keyboard.press('Shift');
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  await expect.poll(painted).toEqual(['The method needs no tuning']);
  await change(page, (site) => site.hydrate(), null);
  await expect.poll(painted).toEqual(['The method needs no tuning']);
  await change(page, (site) => site.shorten(1), null);
  await expect.poll(painted).toEqual([]);
  await change(page, (site) => site.lengthen(1), null);
  await expect.poll(painted).toEqual(['The method needs no tuning']);
});

test('a page that changes sixty times a second is not read for it', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(openReviewApp(3), GROUP);
  await expectMarks(listing, [0, 1, 2]);
  const readings = async (): Promise<number> => {
    const found = await describe(app, listing);
    return found.ok ? found.value.readings : Number.NaN;
  };
  const before = await readings();
  await change(listing.page, (site) => site.tick(300), null);
  expect((await readings()) - before).toBeLessThanOrEqual(8);
  // What really changes is seen all the same.
  await Promise.all([
    change(listing.page, (site) => site.tick(120), null),
    change(listing.page, (site) => site.more(1), null),
  ]);
  await expectMarks(listing, [0, 1, 2, 3]);
});
