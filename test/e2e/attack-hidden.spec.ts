import { renameSync } from 'node:fs';
import path from 'node:path';
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
  'a cover',
] as const;

/** Where a mark is, seen or not, wherever its host is. */
const middleOf = async (layer: Listing['layer'], selector: string) =>
  (await layer.evaluate<{ x: number; y: number }>(`(() => {
    const host = document.querySelector('html > div');
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

for (const [what, status] of [
  ['what shows', 'saved'],
  ['what was covered until then', null],
] as const)
  test(`a press on ${what} that nothing has judged yet is judged by the whole script`, async ({
    app,
    browserWithGloss,
    openListing,
  }) => {
    const listing = await openListing(arxivList(4), NEW);
    const { page, layer } = listing;
    await layer.shows('[data-filter="new"]', '4 new');
    await layer.find(mark(0));
    const { x, y } = await middleOf(layer, mark(0));
    await page.evaluate((isCovered) => {
      const cover = document.createElement('section');
      cover.style.cssText =
        'position: fixed; inset: 0; background: #fff; z-index: 2147483647; pointer-events: none';
      if (isCovered) document.documentElement.append(cover);
      addEventListener('pointerdown', () => cover.remove(), { capture: true });
    }, status === null);
    const judge = path.join(browserWithGloss.folders.extension, 'first-acts.js');
    renameSync(judge, `${judge}.gone`);
    await page.mouse.move(x, y);
    await page.evaluate(`new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)));
    })`);
    await page.mouse.click(x, y);
    await layer.find('[data-gloss="toolbar"]');
    renameSync(`${judge}.gone`, judge);
    // What can be seen can be pressed.
    await expect
      .poll(async () => {
        const isSaved = (await layer.count(`${mark(1)}[data-state="saved"]`)) === 1;
        if (!isSaved) await layer.click(mark(1));
        return isSaved;
      })
      .toBe(true);
    const states = (await statesOf(app, listing)).map((state) => state.status);
    expect(states).toEqual([status, 'saved', null, null]);
  });

test('boxes that the page gives the host cover nothing', async ({ openListing }) => {
  const { page, layer } = await openListing(hostile(arxivList(4)), NEW);
  await layer.find(mark(0));
  await attack(page, 'hide', 'a cover of the host');
  const boxes = await page.evaluate(() =>
    ['::before', '::after'].map(
      (part) => getComputedStyle(document.querySelector('html > div') as Element, part).display,
    ),
  );
  expect(boxes).toEqual(['none', 'none']);
});

test('a mark that the page moves under the pointer takes no press before it can be noticed', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(hostile(arxivList(4)), NEW);
  const { page, layer } = listing;
  await statesOf(app, listing);
  await layer.find(mark(1));
  const { x, y } = await middleOf(layer, mark(1));
  await page.evaluate(() => {
    // From when on the mark is under the pointer, and when it is pressed.
    const times: number[] = [];
    for (const type of ['pointerover', 'pointerdown'])
      addEventListener(
        type,
        ({ target, timeStamp }) => {
          if (target instanceof Element && target.parentElement === document.documentElement)
            times.push(timeStamp);
        },
        true,
      );
    Object.assign(globalThis, { times });
  });
  const offset = async (): Promise<number> => (await middleOf(layer, mark(1))).y - y;
  await page.mouse.move(x, y + 120, { steps: 3 });
  // The first click of two is on the page's own text.
  await page.mouse.click(x, y + 120);
  await page.evaluate(() => {
    document.body.style.paddingTop = '120px';
  });
  await expect.poll(async () => Math.abs((await offset()) - 120) < 4).toBe(true);
  await page.mouse.click(x, y + 120, { clickCount: 2 });
  const [from, pressed] = await page.evaluate<[number, number]>('[times[0], times.at(-1)]');
  // A machine that is slow has left time to notice it.
  const expected = pressed - from < 300 ? null : 'saved';
  // A pointer that comes to a mark presses it at once, and one that rested there does.
  await layer.click(mark(2));
  await layer.find(`${mark(2)}[data-state="saved"]`);
  const statuses = async () => (await statesOf(app, listing)).map(({ status }) => status);
  expect(await statuses()).toEqual([null, expected, 'saved', null]);
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
