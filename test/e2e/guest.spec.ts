import { LOOKS } from './accessible';
import { arxivList } from '@/bench/arxiv-list';
import { call, callTab, describe, expect, type Listing, test } from './fixtures';
import { countShifts, tracesOf } from './guest';

test.use({ hosts: ['https://arxiv.org/*'] });

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;
const withStyle = (css: string): string => `<style>${css}</style>${arxivList(30)}`;

type App = Parameters<typeof describe>[0];

async function papersOf(app: App, listing: Listing) {
  const answer = await describe(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers;
}

/** The place of a mark beside its title, in the viewport. */
const besideTitle = async (listing: Listing, entry: number, title: string) => {
  const { x, y, width, height } = await listing.layer.find(mark(entry));
  const box = await listing.page.getByText(title, { exact: false }).first().boundingBox();
  if (!box) throw new Error(`"${title}" is not shown`);
  return {
    isInLine: y + height / 2 > box.y - 2 && y + height / 2 < box.y + box.height + 2,
    isClear: x + width <= box.x + 1 || x >= box.x + box.width - 1 || width < 20,
  };
};

const HOSTILE: Record<string, string> = {
  'a reset of everything': '* { all: unset !important }',
  'hidden buttons':
    'button, html > * { display: none !important } body { display: block !important }',
  'custom properties of our names': '* { --ink: red !important; --paper: red !important }',
  'a huge font': 'html { font-size: 40px } * { font-family: cursive !important }',
  zoom: 'html { zoom: 1.5 }',
  'right to left': 'html { direction: rtl }',
  'a transformed body': 'body { transform: scale(0.9) translateX(20px); transform-origin: 0 0 }',
  'a transformed page': 'html { transform: translateY(10px) }',
  'a filtered page': 'html, body { filter: grayscale(1) }',
  'rows laid out late': 'dd { content-visibility: auto; contain-intrinsic-size: 80px }',
  'a list that scrolls by itself':
    'html, body { height: 100%; margin: 0; overflow: hidden } dl { height: 100vh; overflow: auto; margin: 0 }',
};

test('stands up to the styles of pages', async ({ app, openListing }) => {
  test.slow();
  for (const [name, css] of Object.entries(HOSTILE))
    await test.step(name, async () => {
      const listing = await openListing(withStyle(css), NEW);
      const { page, layer, tabId } = listing;
      const papers = await papersOf(app, listing);
      expect(papers).toHaveLength(30);
      const { width, height } = page.viewportSize()!;
      for (const selector of ['[data-gloss="bar"]', '[data-action="menu"]']) {
        const box = await layer.find(selector);
        expect(box.x, selector).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, selector).toBeLessThanOrEqual(width);
        expect(box.y + box.height, selector).toBeLessThanOrEqual(height);
      }
      await callTab(app, tabId, 'listing.triage', null);
      for (const key of ['j', 'j', 's']) await page.keyboard.press(key);
      await expect.poll(async () => (await papersOf(app, listing))[2]?.state.status).toBe('saved');
      expect(await besideTitle(listing, 2, papers[2]!.title)).toEqual({
        isInLine: true,
        isClear: true,
      });
      await page.keyboard.press('Escape');
      await page.mouse.move(1, 1);
      await layer.hover(mark(2));
      await layer.click('[data-gloss="toolbar"] [data-action="save"]');
      await expect.poll(async () => (await papersOf(app, listing))[2]?.state.status).toBeNull();
      await page.close();
    });
});

test('what is dimmed, folded and underlined is so by no change of the page', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(12), NEW);
  const { page, layer } = listing;
  const papers = await papersOf(app, listing);
  await layer.find('[data-gloss="bar"]');
  const html = async () => {
    const { html: all } = await tracesOf(page);
    return all.replace(/<\/body>.*$/s, '');
  };
  const before = await html();
  const height = () => page.evaluate(() => document.body.scrollHeight);
  const tall = await height();
  const word = papers[1]!.title.split(' ').find((part) => part.length > 6)!;
  await call(app, 'settings.save', { muted: ['part 4'], watched: [word] });
  await layer.shows('[data-filter="folded"]', '1 folded');
  expect(await height()).toBeLessThan(tall);
  expect(await page.getByText(papers[3]!.title).isVisible()).toBe(false);
  await layer.find(`${mark(1)}[data-watched="true"]`);
  expect(await html()).toBe(before);
  // A print shows everything.
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.getByText(papers[3]!.title).isVisible()).toBe(true);
  expect(
    await layer.evaluate(`getComputedStyle(document.querySelector('html > div')).display`),
  ).toBe('none');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await layer.click('[data-filter="folded"]');
  await expect.poll(height).toBe(tall);
  expect(await html()).toBe(before);
});

test('turned off on a page it leaves nothing, and can be turned on again', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(5), NEW);
  const { page, layer, tabId } = listing;
  await papersOf(app, listing);
  await layer.click('[data-action="menu"]');
  await layer.click('[data-gloss="menu"] [data-action="turnOff"]');
  await expect.poll(() => page.evaluate(() => document.querySelector('html > div'))).toBeNull();
  // Neither a setting nor a change of the page brings it back.
  await call(app, 'settings.save', { isAdvancing: false });
  await page.evaluate(() => document.querySelector('dl')?.append(document.createElement('dt')));
  expect((await describe(app, listing)).ok).toBe(true);
  expect(await page.evaluate(() => document.querySelector('html > div'))).toBeNull();
  await call(app, 'page.annotate', { tabId });
  await layer.find('[data-gloss="bar"]');
});

test('the bar goes where it is put, and is there again', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(5), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  const start = await layer.find('[data-action="move"]');
  await page.mouse.move(start.x + 8, start.y + 12);
  await page.mouse.down();
  await page.mouse.move(300, 60, { steps: 5 });
  await page.mouse.up();
  const moved = await layer.find('[data-gloss="bar"]');
  expect(moved.y).toBeLessThan(100);
  expect(moved.x).toBeLessThan(300);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await layer.find('[data-gloss="bar"]')).y).toBe(moved.y + 16);
  await layer.click('[data-action="collapse"]');
  await layer.gone('.dock-line');
  await page.reload();
  const again = await layer.find('[data-gloss="bar"]');
  expect(Math.abs(again.y - moved.y - 16)).toBeLessThan(2);
  expect(again.width).toBeLessThan(60);
});

test('an entry was seen when it was on the screen for a second, and no other', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(60), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  await layer.find(mark(0));
  const isSeen = async () => {
    const again = await call(app, 'page.states', {
      papers: (await papersOf(app, listing)).map(({ ids, title }) => ({ ids, title, opening: '' })),
    });
    if (!again.ok) throw new Error(again.error.message);
    return again.value.map((state) => state?.sighting != null);
  };
  // Scrolled past: the lowest are on the screen for a moment only.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await layer.find(mark(59));
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(async () => (await isSeen())[0]).toBe(true);
  expect((await isSeen()).lastIndexOf(true)).toBeLessThan(30);
});

test('nothing that we mount has an accessibility fault, and a fault would be found', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(8), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  const faults = async () => (await layer.axe()).map(({ id }) => id);
  for (const look of LOOKS) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    await layer.click('[data-action="menu"]');
    await layer.find('[data-gloss="menu"]');
    expect(await faults(), 'menu').toEqual([]);
    await layer.click('[data-gloss="menu"] [data-action="help"]');
    await layer.find('[data-gloss="help"]');
    expect(await faults(), 'help').toEqual([]);
    await page.keyboard.press('Escape');
    await layer.hover(mark(1));
    await layer.click('[data-gloss="toolbar"] [data-action="tags"]');
    await layer.find('[data-gloss="tag-input"]');
    await page.keyboard.type('to read');
    await layer.find('[data-gloss="tag-input"]');
    expect(await faults(), 'tags').toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await layer.click('[data-action="collapse"]');
    expect(await faults(), 'collapsed').toEqual([]);
    await layer.click('[data-gloss="bar"]');
  }
  await layer.evaluate(`{
    const host = document.querySelector('html > div');
    const button = document.createElement('button');
    chrome.dom.openOrClosedShadowRoot(host).querySelector('.dock').append(button);
  } 0`);
  expect(await faults()).toContain('button-name');
});

test('every target is 24 pixels at the least, and all of it fits a narrow window', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(8), NEW);
  const { page, layer, tabId } = listing;
  await countShifts(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await papersOf(app, listing);
  await callTab(app, tabId, 'listing.triage', null);
  await page.keyboard.press('s');
  await layer.click('[data-action="menu"]');
  await layer.find('[data-gloss="menu"]');
  const targets = await layer.all('button, .choice');
  for (const { label, text, x, width, height } of targets.filter((one) => one.width > 0)) {
    const name = label || text;
    expect(Math.round(height), name).toBeGreaterThanOrEqual(name.startsWith('Annotate') ? 16 : 24);
    expect(x, name).toBeGreaterThanOrEqual(0);
    expect(x + width, name).toBeLessThanOrEqual(360);
  }
});

test('a copy of the whole page holds the page alone', async ({ browserWithGloss, openListing }) => {
  const { page, layer } = await openListing(arxivList(4), NEW);
  await browserWithGloss.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await layer.hover(mark(0));
  await layer.find('[data-gloss="toolbar"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { text: await read('text/plain'), html: await read('text/html') };
  });
  expect(copied.text).toMatch(/^Measurements[\s\S]*the one before had left\.$/);
  expect(copied.html).not.toContain('gloss');
  expect(copied.html).not.toContain('button');
});
