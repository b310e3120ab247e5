import { arxivList } from '@/bench/arxiv-list';
import { attack, plant, SECRETS, statesOf } from './attack-library';
import { hostile } from './attack-page';
import { expect, type Listing, test } from './fixtures';

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

test.use({ hosts: ['https://arxiv.org/*'] });

const REFUSED = [
  'a faded root',
  'a filtered root',
  'a moved root',
  'a shrunk root',
  'another parent',
  'a cover',
] as const;

/** Where a mark is, seen or not, wherever its host is. */
const middleOf = async (layer: Listing['layer'], selector: string) =>
  (await layer.evaluate<{ x: number; y: number }>(`(() => {
    const host = document.querySelector('html > div, #trick > div');
    const { x, y, width, height } = chrome.dom.openOrClosedShadowRoot(host)
      .querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`))!;

for (const way of REFUSED)
  test(`a click on what is hidden by ${way} writes nothing`, async ({ app, openListing }) => {
    const listing = await openListing(hostile(arxivList(4)), NEW);
    const { page, layer } = listing;
    await statesOf(app, listing);
    await layer.find(mark(0));
    await page.mouse.move(600, 5);
    await attack(page, 'hide', way);
    const { x, y } = await middleOf(layer, mark(0));
    await page.mouse.click(x, y);
    await attack(page, 'show', null);
    await page.mouse.move(600, 5);
    // What can be seen again can be clicked again; what covered it just before is waited for.
    await expect
      .poll(async () => {
        await layer.click(mark(1));
        await page.waitForTimeout(100);
        return layer.count(`${mark(1)}[data-state="saved"]`);
      })
      .toBe(1);
    const states = (await statesOf(app, listing)).map(({ status }) => status);
    expect(states).toEqual([null, 'saved', null, null]);
  });

test('clicks into an invisible frame do nothing', async ({ app, openListing }) => {
  await plant(app);
  const listing = await openListing(hostile(arxivList(4)), NEW);
  const { page, layer } = listing;
  await layer.hover(mark(0));
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type(' seen');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  const close = await layer.find('[data-gloss="note"] [data-action="close"]');
  for (const way of ['a faded root', 'a cover']) {
    // So long the browser may take to see the frame, and then not to see it.
    await page.waitForTimeout(1_000);
    await attack(page, 'hide', way);
    await page.waitForTimeout(3_000);
    await page.mouse.click(close.x + close.width / 2, close.y + close.height / 2);
    await attack(page, 'show', null);
    expect(await layer.count('[data-gloss="note-input"]')).toBe(1);
  }
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="note-input"]');
  const [state] = await statesOf(app, listing);
  expect(state?.note.text).toBe(`${SECRETS.note} seen`);
});
