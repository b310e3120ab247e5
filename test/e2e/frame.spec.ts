import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { call, expect, type Listing, test } from './fixtures';
import { QuickKeys } from './quick-keys';
import { papersOf, place, startTriage, stateOf } from './triage-page';

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

test.use({ hosts: ['https://arxiv.org/*'] });

/** Waits until the page was read, and goes through its papers by keys. */
async function triage(app: Page, listing: Listing): Promise<void> {
  await papersOf(app, listing);
  await startTriage(app, listing);
  await place(listing, 1, 4);
}

async function openNote({ layer }: Listing, entry: number): Promise<void> {
  await layer.hover(mark(entry));
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
}

test('keys that are pressed before a card has the keyboard are typed there, and are no commands', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(4), NEW);
  const { page, layer } = listing;
  await triage(app, listing);
  // The frame is not even loaded.
  for (const key of ['t', 'd', 'u', 's', 't', 'Enter']) await page.keyboard.press(key);
  await layer.shows('[data-gloss="tag-editor"] [data-gloss="chip"]', '#dust');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="tag-editor"]');
  for (const key of ['n', 'j', 'Backspace', 's', 'd']) await page.keyboard.press(key);
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="note-input"]');
  // Triage goes on where it was.
  await page.keyboard.press('j');
  await layer.shows('.place', '2 of 4');
  expect(await stateOf(app, listing, 0)).toMatchObject({
    status: null,
    tags: [{ name: 'dust' }],
    note: { text: 'sd' },
  });
});

for (const pause of [0, 5, 14])
  test(`what is typed while a card opens arrives whole and in order, a key each ${pause} ms`, async ({
    app,
    openListing,
  }) => {
    const listing = await openListing(arxivList(4), NEW);
    const { page, layer } = listing;
    await triage(app, listing);
    const keys = await QuickKeys.of(page);
    const edits = ['x', 'Backspace', 'ArrowLeft', 'l', 'End', 'Enter', 'y', 'Home', 'z', 'End'];
    const letters = [...Array.from('abcdefghijkmnop'), ...edits, ...Array.from('qrstuvw')];
    await keys.press(['n', ...letters, 'Escape'], pause);
    await layer.gone('[data-gloss="note-input"]');
    await expect
      .poll(async () => (await stateOf(app, listing, 0))?.note.text)
      .toBe('abcdefghijkmnolp\nzyqrstuvw');
    expect(await stateOf(app, listing, 0)).toMatchObject({ status: null, tags: [] });
  });

test('Esc gives the keyboard back to the mark, and Tab goes on from there', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(4), NEW);
  const { page, layer } = listing;
  await stateOf(app, listing, 0);
  await openNote(listing, 0);
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('x');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="note-input"]');
  const focused = () =>
    layer.evaluate<string>(
      `chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div')).activeElement?.dataset.entry ?? ''`,
    );
  expect(await focused()).toBe('0');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('1');
  await layer.find('[data-gloss="toolbar"]');
});

/** Has our page hear that the person has left its window: in tests every page keeps the focus. */
const lookAway = (window: Page): Promise<void> =>
  window.evaluate(async () => {
    document.hasFocus = () => false;
    dispatchEvent(new Event('blur'));
    // It says so a moment later, before what changes from now on.
    await new Promise((resolve) => setTimeout(resolve, 50));
  });

test('a page that forbids frames by its own policy has notes all the same', async ({
  app,
  openListing,
}) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src 'none'; style-src 'unsafe-inline'">`;
  const listing = await openListing(policy + arxivList(3), NEW);
  const { page, layer } = listing;
  await stateOf(app, listing, 0);
  await openNote(listing, 1);
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('allowed');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  expect((await stateOf(app, listing, 1))?.note.text).toBe('allowed');
});

test('where the browser shows no frame of ours, the note opens in a window', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const { context } = browserWithGloss;
  const body = `<input id="search">${arxivList(3)}`;
  const listing = await openListing(body, NEW);
  await context.route(NEW, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
      body,
    }),
  );
  await listing.page.reload();
  await stateOf(app, listing, 0);
  await startTriage(app, listing);
  await place(listing, 1, 3);
  const opened = context.waitForEvent('page');
  await openNote(listing, 1);
  const window = await opened;
  await window.locator('[data-gloss="note-input"]').click();
  await window.keyboard.type('in a');
  await lookAway(window);
  await window.locator('[data-gloss="note-input"]').fill('in a window');
  await expect(window.locator('[data-gloss="note-state"]')).toHaveText('Saved');
  expect((await stateOf(app, listing, 1))?.note.text).toBe('in a window');
  // A person who goes back to the page, without a press there, types on the page and in triage.
  const { page } = listing;
  await page.locator('#search').focus();
  await page.keyboard.type('just');
  await expect(page.locator('#search')).toHaveValue('just');
  await page.locator('#search').blur();
  await page.keyboard.press('j');
  await place(listing, 2, 3);
  await expect(window.locator('[data-gloss="note-input"]')).toHaveValue('in a window');
  await window.locator('[data-action="close"]').click();
  await expect.poll(() => window.isClosed()).toBe(true);
  // The next opens again.
  const again = context.waitForEvent('page');
  await listing.page.bringToFront();
  await listing.page.mouse.move(600, 5);
  await openNote(listing, 1);
  await expect((await again).locator('[data-gloss="note-input"]')).toHaveValue('in a window');
});

test('pages show no words of a person’s own where they want none', async ({ app, openListing }) => {
  const listing = await openListing(arxivList(3), NEW);
  const { layer } = listing;
  const paper = {
    keys: ['arxiv:2401.00001'],
    title: '',
    authors: [],
    abstract: '',
    links: [],
    listing: { site: 'arxiv', url: NEW, title: '', at: 1 },
  };
  await call(app, 'paper.tag', { opId: 't', paper, name: 'hushed', on: true });
  await call(app, 'paper.note', { opId: 'n', paper, base: '', text: 'hushed words' });
  await layer.shows('[data-gloss="chips"]', 'hushed words');
  await call(app, 'settings.save', { isDiscreet: true });
  await layer.gone('[data-gloss="chips"]');
  await layer.hover(mark(0));
  await layer.find('[data-gloss="toolbar"]');
  await listing.page.mouse.move(600, 5);
  await layer.hover(mark(0));
  const shown = await layer.evaluate<string>(`(() => {
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div'));
    return root.innerHTML;
  })()`);
  expect(shown).not.toContain('hushed');
});
