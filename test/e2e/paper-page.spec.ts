import { arxivList } from '@/bench/arxiv-list';
import { selectPassage } from '@/scripts/tour/passage';
import { call, describe, expect, type Listing, test } from './fixtures';

const LIST = 'https://arxiv.org/list/me.AS/new';

test.use({ hosts: ['https://arxiv.org/*'] });

/** The paper's own page in arXiv's markup. */
const abs = (id: string, title: string, abstract: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>[${id}]</title>
<meta name="citation_title" content="${title}"><meta name="citation_author" content="Author, Ann">
<meta name="citation_arxiv_id" content="${id}"><style>body{font:16px/1.4 sans-serif;margin:0 64px}</style></head>
<body><main><div id="abs"><h1 class="title mathjax"><span class="descriptor">Title:</span>${title}</h1>
<div class="authors"><a href="#">Ann Author</a></div>
<blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span> ${abstract}</blockquote>
</div></main></body></html>`;

const painted = ({ page }: Listing): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('gloss-blue') ?? [])].map(String));

test('what was begun on a list goes on at the paper’s own page, and shows on the list again', async ({
  app,
  openListing,
}) => {
  const list = await openListing(arxivList(3), LIST);
  const found = await describe(app, list);
  const [paper] = found.ok ? found.value.papers : [];
  if (!paper?.ids.arxiv) throw new Error('no paper');
  await list.layer.hover('[data-gloss="mark"][data-entry="0"]');
  await list.layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await list.layer.find('[data-gloss="note-input"]');
  await list.page.keyboard.type('Read the proof.');
  await list.layer.shows('[data-gloss="note-state"]', 'Saved');

  const url = `https://arxiv.org/abs/${paper.ids.arxiv}v2`;
  const own = await openListing(abs(paper.ids.arxiv, paper.title, paper.abstract), url);
  await own.layer.shows('[data-gloss="bar"]', 'note');
  await own.layer.find('[data-gloss="mark"]');
  expect(await own.layer.axe()).toEqual([]);
  await own.layer.click('[data-action="paper-save"]');
  await own.layer.shows('[data-gloss="toast"]', 'Saved');
  const passage = await selectPassage(own.page, paper.abstract, 40);
  await own.layer.click('[data-gloss="selection"] [data-colour="blue"]');
  await expect.poll(() => painted(own)).toEqual([passage]);
  await own.layer.click('[data-action="paper-note"]');
  expect((await own.layer.find('[data-gloss="note-input"]')).value).toBe('Read the proof.');

  await list.page.bringToFront();
  await list.layer.find('[data-gloss="mark"][data-entry="0"][data-state="saved"]');
  await expect.poll(() => painted(list)).toEqual([passage]);
});

test.describe('in a browser that keeps a page that was left', () => {
  test.use({ keepsPages: true });

  test('the way back from a paper’s own page leads to a list that shows what was done there', async ({
    app,
    openListing,
  }) => {
    const { page, layer } = await openListing(arxivList(3), LIST);
    const first = '[data-gloss="mark"][data-entry="0"]';
    await layer.find(`${first}[data-state="new"]`);
    const url = 'https://arxiv.org/abs/2401.00001';
    await (await openListing(abs('2401.00001', 'A title', 'An abstract'), url)).page.close();
    await page.bringToFront();
    await page.evaluate(() => Object.assign(window, { wasLeft: true }));
    await page.goto(url);
    await layer.click('[data-action="paper-save"]');
    await layer.shows('[data-gloss="toast"]', 'Saved');
    // What changes of settings elsewhere holds there, too.
    await call(app, 'settings.save', { sites: { 'arxiv.org': { isCollapsed: true } } });
    await page.evaluate(() => history.back());
    await layer.find(`${first}[data-state="saved"]`);
    await layer.find('.dock-dot');
    expect(await page.evaluate(() => 'wasLeft' in window)).toBe(true);
  });
});

test('the page of a paper lists none, and without a paper on it nothing is shown', async ({
  app,
  openListing,
}) => {
  const own = await openListing(
    abs('2401.00001', 'A title', 'An abstract'),
    'https://arxiv.org/abs/2401.00001',
  );
  expect(await describe(app, own)).toMatchObject({ value: { is: 'paper', site: 'arxiv' } });
  const none = await openListing(
    '<h1>Not found</h1><h1>Try again</h1>',
    'https://arxiv.org/abs/2401.99999',
  );
  expect(await describe(app, none)).toMatchObject({ value: { is: 'paper', papers: [] } });
  expect(await none.page.locator('html > div').count()).toBe(0);
});
