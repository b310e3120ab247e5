import { arxivList } from '@/bench/arxiv-list';
import { fingerOn, middleOf } from './finger';
import { describe, expect, type Listing, test } from './fixtures';

test.use({ hosts: ['https://arxiv.org/*'], touches: true });

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

type App = Parameters<typeof describe>[0];

async function papersOf(app: App, listing: Listing) {
  const answer = await describe(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers;
}

test('a tap saves a paper, and a long press opens its toolbar', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(6), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  const finger = await fingerOn(page);
  const tap = async (selector: string) => {
    await finger.tap(middleOf(await layer.find(selector)));
  };
  const status = (entry: number) =>
    expect.poll(async () => (await papersOf(app, listing))[entry]?.state.status);
  await tap(mark(0));
  await status(0).toBe('saved');
  await layer.find('[data-gloss="toolbar"]');
  await finger.tap({ x: 640, y: 5 });
  await layer.gone('[data-gloss="toolbar"]');

  await finger.rest(middleOf(await layer.find(mark(2))), () =>
    layer.find('[data-gloss="toolbar"]'),
  );
  await tap('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('Ask Dana');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await finger.tap({ x: 640, y: 5 });
  await layer.gone('[data-gloss="note"]');
  // A long press is no tap.
  await status(2).toBeNull();
  for (const { height } of await layer.all('[data-gloss="toolbar"] .action'))
    expect(height).toBeGreaterThanOrEqual(40);
});

test('a passage that a finger selects is highlighted by a tap', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  const text = page.locator('p.mathjax').first();
  const box = await text.boundingBox();
  if (!box) throw new Error('the abstract is not shown');
  // The word at the finger is selected; its handles send no events that a page hears, only the selection changes.
  await page.touchscreen.tap(box.x + 40, box.y + 8);
  await text.evaluate(({ firstChild }) => {
    if (firstChild) getSelection()?.setBaseAndExtent(firstChild, 0, firstChild, 2);
  });
  await text.evaluate(({ firstChild }) => {
    if (firstChild) getSelection()?.extend(firstChild, 34);
  });
  const { x, y } = middleOf(await layer.find('[data-gloss="selection"] [data-colour="green"]'));
  await page.touchscreen.tap(x, y);
  await expect
    .poll(async () =>
      (await papersOf(app, listing))[0]?.state.highlights.map(({ colour }) => colour),
    )
    .toEqual(['green']);
});
