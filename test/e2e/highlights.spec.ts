import { arxivList } from '@/bench/arxiv-list';
import { selectPassage } from '@/scripts/tour/passage';
import { call, expect, test } from './fixtures';
import { clickWord, painted, papersOf } from './painted';

const NEW = 'https://arxiv.org/list/me.AS/new';
const RECENT = 'https://arxiv.org/list/me.AS/recent';

test.use({ hosts: ['https://arxiv.org/*'] });

test('overlapping highlights are drawn over each other and picked one by one', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  const [paper] = await papersOf(app, listing);
  const long = await selectPassage(page, paper?.abstract ?? '', 60);
  await layer.click('[data-gloss="selection"] [data-colour="blue"]');
  await expect.poll(() => painted(page)).toEqual({ 'gloss-blue': long });
  // On paper the page is as it was.
  const paint = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body, '::highlight(gloss-blue)').backgroundColor);
  expect(await paint()).toBe('rgb(191, 220, 255)');
  await page.emulateMedia({ media: 'print' });
  expect(await paint()).toBe('rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });
  // The colour shows, and the next selection begins anew.
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  // The bar of the selection before is not the one to click.
  await layer.gone('[data-gloss="selection"]');
  const short = await selectPassage(page, paper?.abstract ?? '', 30);
  await layer.click('[data-gloss="selection"] [data-colour="rose"]');
  await expect.poll(() => painted(page)).toEqual({ 'gloss-blue': long, 'gloss-rose-2': short });

  await clickWord(page, 'consider');
  await layer.shows('[data-gloss="picker"]', long);
  expect(await layer.count('[data-gloss="picker"] button')).toBe(2);
  expect(await layer.axe()).toEqual([]);
  await layer.click('[data-gloss="picker"] [data-colour="blue"]');
  await layer.click('[data-gloss="comment-input"]');
  await page.keyboard.type('why?');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="highlight"]');
  await expect
    .poll(async () => (await papersOf(app, listing))[0]?.state.highlights)
    .toMatchObject([
      { quote: { exact: long }, comment: 'why?' },
      { quote: { exact: short }, comment: '' },
    ]);
});

test('highlights are printed where a person asks for it, also those that the window does not show', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(60), NEW);
  const { page, layer } = listing;
  const [paper] = await papersOf(app, listing);
  const passage = await selectPassage(page, paper?.abstract ?? '', 40);
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  await expect.poll(() => painted(page)).toEqual({ 'gloss-green': passage });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => painted(page)).toEqual({});

  const print = (event: string) => page.evaluate((type) => dispatchEvent(new Event(type)), event);
  await print('beforeprint');
  expect(await painted(page)).toEqual({});
  await print('afterprint');
  await call(app, 'settings.save', { isPrinted: true });
  await expect
    .poll(async () => {
      await print('beforeprint');
      return painted(page);
    })
    .toEqual({ 'gloss-paper-green': passage });
  await page.emulateMedia({ media: 'print' });
  expect(
    await page.evaluate(
      () => getComputedStyle(document.body, '::highlight(gloss-paper-green)').backgroundColor,
    ),
  ).toBe('rgb(185, 235, 196)');
  await page.emulateMedia({ media: 'screen' });
  await print('afterprint');
  expect(await painted(page)).toEqual({});
});

test('a passage is commented and tagged by keyboard alone', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  const [paper] = await papersOf(app, listing);
  await selectPassage(page, paper?.abstract ?? '', 30);
  await layer.find('[data-gloss="selection"]');
  await page.keyboard.press('Tab');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await layer.find('[data-gloss="comment-input"]');
  const isKept = (comment: string) =>
    expect
      .poll(async () => (await papersOf(app, listing))[0]?.state.highlights)
      .toMatchObject([{ colour: 'amber', comment }]);
  await page.keyboard.type('che');
  await isKept('che');
  // The page takes the layer away, and its frame comes anew.
  await page.evaluate(`document.querySelector('html > div').remove()`);
  await page.keyboard.type('ck');
  await isKept('check');
  await page.keyboard.press('Escape');
  await isKept('check');

  await selectPassage(page, paper?.abstract ?? '', 30);
  await layer.click('[data-gloss="selection"] [data-action="tag"]');
  await layer.find('[data-gloss="tag-input"]');
});

test('a selection over several entries is clipped to their texts', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(4), NEW);
  const { page, layer } = listing;
  const [first, second] = await papersOf(app, listing);
  await page.evaluate(() => {
    const [from, to] = [...document.querySelectorAll('p.mathjax')];
    getSelection()?.setBaseAndExtent(from!.firstChild!, 3, to!.firstChild!, 11);
  });
  await page.keyboard.press('Shift');
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  await expect
    .poll(async () =>
      (await papersOf(app, listing)).map(({ state }) =>
        state.highlights.map(({ field, quote }) => [field, quote.exact]),
      ),
    )
    .toEqual([
      [['abstract', first?.abstract.slice(3)]],
      expect.arrayContaining([
        ['title', second?.title],
        ['abstract', 'We consider'],
      ]),
      [],
      [],
    ]);
});

test('what this text does not hold is listed in the note card, and found on the next page', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(2), NEW);
  const [paper] = await papersOf(app, listing);
  const passage = 'a sentence of an older version that closed with thanks to the reviewers';
  await call(app, 'highlight.add', {
    opId: 'op-1',
    paper: {
      keys: ['arxiv:2401.00001'],
      title: paper?.title ?? '',
      authors: [],
      abstract: '',
      links: [],
      listing: { site: 'arxiv', url: NEW, title: '', at: 1 },
    },
    highlight: {
      id: 'h-1',
      field: 'abstract',
      quote: { exact: passage, prefix: 'Here stood ', suffix: '.' },
      position: { start: 11, end: 11 + passage.length },
      colour: 'rose',
      comment: 'gone?',
      source: NEW,
      createdAt: 1,
    },
  });
  await listing.layer.hover('[data-gloss="mark"][data-entry="0"]');
  await listing.layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await listing.layer.shows('[data-gloss="missing"]', passage);
  await listing.layer.shows('[data-gloss="missing"]', 'gone?');

  const other = arxivList(2).replace('We consider', `Here stood ${passage}. We consider`);
  const next = await openListing(other, RECENT);
  await papersOf(app, next);
  await expect.poll(() => painted(next.page)).toEqual({ 'gloss-rose': passage });
});

test('a title that is selected from its end, with the pointer let go over its mark, is highlighted', async ({
  openListing,
}) => {
  const { page, layer } = await openListing(arxivList(6), NEW);
  const mark = await layer.find('[data-gloss="mark"][data-entry="1"]');
  const box = await page.locator('.list-title').nth(1).boundingBox();
  if (!box) throw new Error('The title is not shown.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 300, y);
  await page.mouse.down();
  await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2, { steps: 60 });
  await page.mouse.up();
  await page.mouse.move(mark.x + 4, mark.y + mark.height / 2);
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  // The paper is not saved by it, and nothing but the title is taken.
  await layer.find(
    '[data-gloss="mark"][data-entry="1"][data-state="none"][data-highlights="true"]',
  );
  await expect
    .poll(async () => (await painted(page))['gloss-green'] ?? '')
    .toMatch(/^On lattice codes and soft/);
});

test('a comment stays with its paper when the page puts another one in its place', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  const [paper] = await papersOf(app, listing);
  const passage = await selectPassage(page, paper?.abstract ?? '', 40);
  await layer.click('[data-gloss="selection"] [data-action="comment"]');
  await layer.click('[data-gloss="comment-input"]');
  // Into one element after the other, as a page does that draws its list anew; the first row is another paper's then.
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('#articles dt, #articles dd')];
    const pairs = rows.flatMap((row, at) => (at % 2 === 0 ? [[row, rows[at + 1] ?? row]] : []));
    document.querySelector('#articles')?.append(...pairs.toReversed().flat());
  });
  const listed = async () => (await papersOf(app, listing)).map(({ title }) => title);
  await expect.poll(async () => (await listed())[2]).toBe(paper?.title);
  await page.keyboard.type('to be looked at');
  await expect
    .poll(async () =>
      (await papersOf(app, listing)).map(({ title, state }) => [title, state.highlights]),
    )
    .toMatchObject([
      [expect.anything(), []],
      [expect.anything(), []],
      [paper?.title, [{ quote: { exact: passage }, comment: 'to be looked at' }]],
    ]);
});

test('the short abstract that a page shows is highlighted, and the passage is there in the whole', async ({
  app,
  openListing,
}) => {
  const whole =
    'Many shelves bend under their books. We measure how far a shelf of pine bends in ten years, and say when to turn it.';
  const result = `<ol><li class="arxiv-result"><div><p class="list-title"><a href="https://arxiv.org/abs/2512.00021">arXiv:2512.00021</a></p></div>
    <p class="title is-5">How shelves of pine bend</p><p class="authors"><a>Ann Author</a></p>
    <p class="abstract"><span class="abstract-short" style="display: inline">…We measure how far a shelf of pine bends in ten years… <a onclick="turn()">▽ More</a></span>
    <span class="abstract-full" style="display: none">${whole} <a onclick="turn()">△ Less</a></span></p></li></ol>
    <script>const turn = () => { for (const { style } of document.querySelectorAll('.abstract span')) style.display = style.display === 'none' ? 'inline' : 'none' }</script>`;
  const listing = await openListing(result, 'https://arxiv.org/search/?query=shelves');
  const { page, layer } = listing;
  const [paper] = await papersOf(app, listing);
  expect(paper?.abstract).toBe(whole);
  const passage = await selectPassage(
    page,
    'We measure how far a shelf of pine bends in ten years',
    30,
  );
  await layer.click('[data-gloss="selection"] [data-colour="green"]');
  await expect.poll(() => painted(page)).toEqual({ 'gloss-green': passage });
  await page.getByText('▽ More').click();
  const places = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('gloss-green') ?? [])].map(
        (range) => (range as Range).startContainer.parentElement?.className,
      ),
    );
  await expect.poll(places).toEqual(['abstract-full']);
  expect(await painted(page)).toEqual({ 'gloss-green': passage });
});
