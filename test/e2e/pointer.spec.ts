import { arxivList } from '@/bench/arxiv-list';
import { callTab, describe, expect, type Listing, test } from './fixtures';

test.use({ hosts: ['https://arxiv.org/*'] });

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;
const inToolbar = (action: string): string => `[data-gloss="toolbar"] [data-action="${action}"]`;
/** Titles alone, one line under the other: marks are nowhere closer together. */
const DENSE =
  '<style>dt, .descriptor, .list-authors, .list-subjects, dd p { display: none } dd { margin: 0 !important; line-height: 22px }</style>';

type App = Parameters<typeof describe>[0];

async function papersOf(app: App, listing: Listing) {
  const answer = await describe(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers;
}

const statusesOf = async (app: App, listing: Listing) =>
  (await papersOf(app, listing)).map(({ state }) => state.status);

test('ten papers of a dense list are dismissed by the mouse, one after the other', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(DENSE + arxivList(12), NEW);
  const { layer } = listing;
  const papers = await papersOf(app, listing);
  for (let at = 0; at < 10; at += 1) {
    await layer.hover(mark(at));
    const toolbar = await layer.find('[data-gloss="toolbar"]');
    expect(toolbar.label).toContain(papers[at]!.title);
    for (const other of await layer.all('[data-gloss="mark"]'))
      if (other.data.entry !== String(at)) expect(other.hit, `mark ${other.data.entry}`).toBe(true);
    await layer.click(inToolbar('dismiss'));
    // The pointer rests where the button was.
    await layer.gone('[data-gloss="toolbar"]');
  }
  await expect
    .poll(() => statusesOf(app, listing))
    .toEqual([...Array.from({ length: 10 }, () => 'dismissed'), null, null]);
});

test('the keys that a toolbar shows act on its paper while it is open, and no longer', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(4), NEW);
  const { page, layer } = listing;
  const [, second] = await papersOf(app, listing);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('keydown', ({ key }) => heard.push(key));
  });
  await layer.hover(mark(1));
  await layer.find('[data-gloss="toolbar"]');
  await page.keyboard.press('s');
  await layer.shows('[data-gloss="toast"]', `Saved: ${second!.title}`);
  await layer.find(`${inToolbar('save')}[aria-pressed="true"]`);
  await page.keyboard.press('n');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('Ask Dana');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="note-input"]');
  // The mark has the focus that the note had: a click gives it back to the page.
  await page.mouse.click(640, 5);
  for (const key of ['d', 'j']) await page.keyboard.press(key);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual(['d', 'j']);
  expect(await statusesOf(app, listing)).toEqual([null, 'saved', null, null]);
});

test('in triage a key goes to the paper that the pointer chose last, and to no mark that it left', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(6), NEW);
  const { page, layer, tabId } = listing;
  await papersOf(app, listing);
  await callTab(app, tabId, 'listing.triage', null);
  await layer.shows('.place', '1 of 6');
  await layer.hover(mark(2));
  await layer.find('[data-gloss="toolbar"]');
  await page.keyboard.press('d');
  await layer.shows('[data-gloss="toast"]', 'Dismissed');
  await layer.shows('.place', '1 of 6');
  await page.keyboard.press('j');
  await layer.gone('[data-gloss="toolbar"]');
  await layer.shows('.place', '2 of 6');
  await page.keyboard.press('s');
  await layer.shows('.place', '3 of 6');
  await expect
    .poll(() => statusesOf(app, listing))
    .toEqual([null, 'saved', 'dismissed', null, null, null]);
});

test('Tab leads from a mark into its toolbar and on to the next mark, arrows go along it', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  const focused = () =>
    layer.evaluate<string>(`{
      const { activeElement } = chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div'));
      activeElement?.dataset.action ?? (activeElement?.dataset.entry ? 'mark ' + activeElement.dataset.entry : '');
    }`);
  const press = async (key: string, lands: string) => {
    await page.keyboard.press(key);
    await expect.poll(focused, key).toBe(lands);
  };
  await layer.find(mark(0));
  await page.evaluate(() =>
    document.querySelectorAll('a')[document.querySelectorAll('a').length - 1]?.focus(),
  );
  await press('Tab', 'mark 0');
  await layer.find('[data-gloss="toolbar"]');
  await press('Tab', 'save');
  await press('ArrowRight', 'dismiss');
  await press('End', 'open');
  await press('ArrowRight', 'save');
  await press('Shift+Tab', 'mark 0');
  await press('ArrowDown', 'save');
  await press('Tab', 'mark 1');
  await press('Tab', 'save');
  await press('ArrowDown', 'dismiss');
  // A decision is done with the toolbar; the way goes on from the mark.
  await press('Enter', 'mark 1');
  await layer.gone('[data-gloss="toolbar"]');
  await press('Tab', 'mark 2');
  await press('ArrowRight', 'save');
  await press('Escape', 'mark 2');
  await layer.gone('[data-gloss="toolbar"]');
  await expect.poll(() => statusesOf(app, listing)).toEqual([null, 'dismissed', null]);
});

test('after a click on Triage, Enter opens the paper and triage goes on', async ({
  app,
  openListing,
  browserWithGloss,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  await layer.click('[data-action="triage"]');
  await layer.shows('.place', '1 of 3');
  await page.keyboard.press('j');
  await layer.shows('.place', '2 of 3');
  const opened = browserWithGloss.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await opened;
  await page.bringToFront();
  await layer.shows('.place', '2 of 3');
});

test('an action is undone from the menu, and by Ctrl+Z until the page is used again', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  await papersOf(app, listing);
  const firstIs = (status: string | null) =>
    expect.poll(async () => (await statusesOf(app, listing))[0]).toBe(status);
  await layer.click(mark(0));
  await firstIs('saved');
  await page.keyboard.press('Control+z');
  await firstIs(null);
  await page.keyboard.press('Control+Shift+z');
  await firstIs('saved');
  await page.mouse.click(640, 5);
  await page.evaluate(() => {
    addEventListener('keydown', (event) => event.ctrlKey && (document.title = 'heard'));
  });
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.title()).toBe('heard');
  await firstIs('saved');
  await layer.click('[data-action="menu"]');
  await layer.click('[data-gloss="menu"] [data-action="undo"]');
  await firstIs(null);
});

test('a press counts right after the place of the last one was scrolled out of the window', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(60), NEW);
  const { page, layer } = listing;
  const papers = await papersOf(app, listing);
  for (const at of [0, 30, 1, 31]) {
    await page.mouse.move(2, 2);
    await layer.scrollTo(papers[at]!.title);
    await layer.hover(mark(at));
    await layer.click(inToolbar('save'));
    await expect.poll(async () => (await statusesOf(app, listing))[at]).toBe('saved');
  }
});
