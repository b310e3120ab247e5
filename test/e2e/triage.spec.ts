import type { LocalPage } from '@/scripts/browser/pages';
import { arxivList } from '@/bench/arxiv-list';
import { annotate, call, expect, type Listing, test } from './fixtures';
import { countShifts, tracesOf } from './guest';
import { hasData, savedPage, still } from './saved';
import { type App, described, papersOf, place, startTriage, stateOf } from './triage-page';

test.use({ hosts: ['<all_urls>'] });

/** Starts Gloss where no site is known; asking again would start it anew. */
async function start(app: App, listing: Listing): Promise<void> {
  const answer = await annotate(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
}

async function turnOff({ layer }: Listing): Promise<void> {
  await layer.click('[data-action="menu"]');
  await layer.click('[data-gloss="menu"] [data-action="turnOff"]');
}

/** From the first entry: decides, tags, notes, undoes, by the keyboard alone. */
async function triageByKeyboard(app: App, listing: Listing): Promise<void> {
  const { page, layer } = listing;
  const { length } = await papersOf(app, listing);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.evaluate(() => scrollTo(0, 0));
  await startTriage(app, listing);
  await place(listing, 1, length);
  await press('s');
  await place(listing, 2, length);
  await press('d');
  await place(listing, 3, length);
  await press('r');
  // After the last one there is nowhere to go on to.
  await place(listing, Math.min(4, length), length);
  if (length > 3) await press('k');
  await place(listing, 3, length);
  await press('t');
  await layer.find('[data-gloss="tag-input"]');
  await page.keyboard.type('später lesen');
  await press('Enter');
  await layer.shows('[data-gloss="chip"]', '#später lesen');
  await press('Escape', 'n');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('Ask *Bo* j s d u');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await press('Escape');
  await layer.gone('[data-gloss="note-input"]');
  const [first, second, third] = (await papersOf(app, listing)).map(({ state }) => state);
  expect([first?.status, second?.status, third?.status]).toEqual(['saved', 'dismissed', 'read']);
  expect(third?.tags.map(({ name }) => name)).toEqual(['später lesen']);
  expect(third?.note.text).toBe('Ask *Bo* j s d u');
  // Back to the beginning, wherever each was made.
  for (const [at, check] of UNDONE) {
    await press('u');
    await expect
      .poll(async () => check(await stateOf(app, listing, at)), `undo at ${at}`)
      .toBe(true);
  }
  await place(listing, 1, length);
  await press('u');
  await layer.shows('[data-gloss="toast"]', 'Nothing to undo');
  await press('Escape');
  await layer.gone('.place');
}

type State = Awaited<ReturnType<typeof stateOf>>;
const UNDONE: readonly [at: number, check: (state: State) => boolean][] = [
  [2, (state) => state?.note.text === ''],
  [2, (state) => state?.tags.length === 0],
  [2, (state) => state?.status === null],
  [1, (state) => state?.status === null],
  [0, (state) => state?.status === null],
];

const PAGES = [
  'hugging-face/daily-2024-08-01.html',
  'arxiv/list-new-2023-03-03.html',
  'openreview/iclr2018-submissions.html',
  'google-scholar-alert/related-2019-12-10.html',
  'arxiv-mail/astro-ph.EP-2023-03-03.txt',
];

for (const file of PAGES)
  test(`${file}: triaged by keyboard alone, and left as it was`, async ({ app, openListing }) => {
    test.skip(!hasData, 'the saved pages are not here');
    const { body, url, type }: LocalPage = still(savedPage(file));
    const bare = await openListing(body, 'https://nobody.example/page', type);
    await countShifts(bare.page);
    await bare.page.reload();
    const before = await tracesOf(bare.page);

    const listing = await openListing(body, url, type);
    await countShifts(listing.page);
    await listing.page.reload();
    await start(app, listing);
    await listing.layer.find('[data-gloss="bar"]');
    await triageByKeyboard(app, listing);
    const seen = await listing.page.evaluate(() => ({
      focus: document.activeElement?.localName,
      selection: getSelection()?.toString(),
      left: document.documentElement.scrollLeft,
    }));
    expect(seen).toEqual({ focus: 'body', selection: '', left: 0 });
    await turnOff(listing);
    await expect
      .poll(() => listing.page.evaluate(() => document.querySelector('html > div')))
      .toBeNull();
    expect(await tracesOf(listing.page)).toEqual(before);
  });

test('range actions are one step each, and folded entries are passed over', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(12), 'https://arxiv.org/list/me.AS/new');
  const { page, layer } = listing;
  await papersOf(app, listing);
  await startTriage(app, listing);
  for (const key of ['j', 's', 'j', 'j', 'Shift+D']) await page.keyboard.press(key);
  await layer.shows('[data-gloss="toast"]', 'Dismissed 3 above');
  const statuses = async () => (await papersOf(app, listing)).map(({ state }) => state.status);
  await expect
    .poll(async () => (await statuses()).slice(0, 6))
    .toEqual(['dismissed', 'saved', 'dismissed', 'dismissed', null, null]);
  await page.keyboard.press('u');
  await expect.poll(async () => (await statuses()).filter(Boolean)).toEqual(['saved']);
  const unseen = async () => (await described(app, listing)).counts.unseen;
  await page.keyboard.press('Shift+A');
  await expect.poll(unseen).toBe(0);
  await page.keyboard.press('u');
  await expect.poll(unseen).toBe(11);
  // What was undone is done again, by key or on the bar, as often as it was undone.
  await page.keyboard.press('Shift+U');
  await expect.poll(unseen).toBe(0);
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect.poll(statuses).toEqual(Array.from({ length: 12 }, () => null));
  await layer.click('[data-gloss="bar"] [data-action="redo"]');
  await layer.shows('[data-gloss="toast"]', 'Redone');
  await expect.poll(async () => (await statuses()).filter(Boolean)).toEqual(['saved']);
  await page.keyboard.press('d');
  await page.keyboard.press('Shift+U');
  await layer.shows('[data-gloss="toast"]', 'Nothing to redo');
});

test('marks that come under a pointer at rest open nothing', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(30), 'https://arxiv.org/list/me.AS/new');
  const { page, layer } = listing;
  await papersOf(app, listing);
  await startTriage(app, listing);
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('j');
  await place(listing, 9, 30);
  const { x, y, width, height } = await layer.find('[data-gloss="mark"][data-entry="8"]');
  await page.mouse.move(x + width / 2, y + height / 2);
  await layer.find('[data-gloss="toolbar"]');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="toolbar"]');
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('j');
    await place(listing, 10 + step, 30);
  }
  expect(await layer.count('[data-gloss="toolbar"]')).toBe(0);
});

test('keys can be others, and the help sheet says which', async ({ app, openListing }) => {
  const loaded = await call(app, 'settings.load', null);
  if (!loaded.ok) throw new Error(loaded.error.message);
  const listing = await openListing(arxivList(4), 'https://arxiv.org/list/me.AS/new');
  const { page, layer } = listing;
  await papersOf(app, listing);
  await startTriage(app, listing);
  await layer.find('.place');
  const keys = { ...loaded.value.keys, save: 'x', dismiss: '' };
  await call(app, 'settings.save', { keys, isAdvancing: false });
  await page.keyboard.press('?');
  await layer.shows('[data-gloss="help"]', 'xSave');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="help"]');
  for (const key of ['d', 's', 'x']) await page.keyboard.press(key);
  await expect.poll(async () => (await stateOf(app, listing, 0))?.status).toBe('saved');
  await place(listing, 1, 4);
});

test('an undo that was lost with its worker takes back what it was meant for, not what came after', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), 'https://arxiv.org/list/me.AS/new');
  const { page, layer } = listing;
  await startTriage(app, listing);
  await place(listing, 1, 3);
  await page.keyboard.press('s');
  await layer.shows('[role="status"]', 'Saved');
  // A message that is lost, without notice.
  await layer.evaluate(`{
    const { sendMessage } = chrome.runtime;
    chrome.runtime.sendMessage = (message) => {
      if (message.gloss === 'undo') {
        chrome.runtime.sendMessage = sendMessage;
        return new Promise(() => undefined);
      }
      return sendMessage.call(chrome.runtime, message);
    };
  }`);
  await page.keyboard.press('u');
  await page.keyboard.press('n');
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('Written after it.');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await layer.shows('[role="status"]', 'Undone');
  const states = (await papersOf(app, listing)).map(({ state }) => [state.status, state.note.text]);
  expect(states).toEqual([
    [null, ''],
    [null, 'Written after it.'],
    [null, ''],
  ]);
});
