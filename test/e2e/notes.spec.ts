import { arxivList } from '@/bench/arxiv-list';
import { launch, openApp } from '@/scripts/browser/extension';
import { openListing as openOn } from '@/scripts/browser/listing';
import { servePages } from '@/scripts/browser/pages';
import { type annotate, call, expect, type Listing, test } from './fixtures';
import { isRoot, smallDisk } from './small-disk';

const NEW = 'https://arxiv.org/list/me.AS/new';
const RECENT = 'https://arxiv.org/list/me.AS/recent';
const FIELD = '[data-gloss="note-input"]';
const STATE = '[data-gloss="note-state"]';

test.use({ hosts: ['https://arxiv.org/*'] });

type App = Parameters<typeof annotate>[0];

/** Opens the note of the first entry. */
async function openNote({ page, layer }: Listing): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(600, 5);
  await layer.hover('[data-gloss="mark"][data-entry="0"]');
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await layer.find(FIELD);
}

async function fieldOf({ layer }: Listing): Promise<string> {
  return (await layer.find(FIELD)).value;
}

/** What the library holds, asked of the background and not of the page. */
async function stored(app: App): Promise<string> {
  const answer = await call(app, 'page.states', {
    papers: [{ ids: { arxiv: '2401.00001' }, title: '', opening: '' }],
  });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value[0]?.note.text ?? '';
}

const storedBecomes = (app: App, text: string): Promise<void> =>
  expect.poll(() => stored(app), { intervals: [30] }).toBe(text);

test('a note is saved while it is typed, through a killed worker, and Esc loses nothing', async ({
  app,
  openListing,
  killWorker,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  await openNote(listing);
  await page.keyboard.type('Ask **Bo**');
  await layer.shows(STATE, 'Saved');
  await killWorker();
  await page.keyboard.type(' <b>soon</b> [here](https://example.org)');
  // Before the pause is over.
  await page.keyboard.press('Escape');
  await layer.gone(FIELD);
  await storedBecomes(app, 'Ask **Bo** <b>soon</b> [here](https://example.org)');

  await openNote(listing);
  await page.keyboard.press('Control+Enter');
  await layer.shows('[data-gloss="note-preview"] strong', 'Bo');
  await layer.shows('[data-gloss="note-preview"] a', 'here');
  expect(await layer.count('[data-gloss="note-preview"] b')).toBe(0);
  expect(await layer.axe()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  expect(await fieldOf(listing)).toBe('Ask **Bo** <b>soon</b> [here](https://example.org)');
});

test('closing the tab, or leaving the page, right after the last key loses nothing', async ({
  app,
  openListing,
}) => {
  const first = await openListing(arxivList(3), NEW);
  await openNote(first);
  await first.page.keyboard.type('left');
  await first.page.goto('about:blank');
  await storedBecomes(app, 'left');

  const second = await openListing(arxivList(3), RECENT);
  await openNote(second);
  await second.page.keyboard.type(' and closed');
  await second.page.close({ runBeforeUnload: true });
  await storedBecomes(app, 'left and closed');
});

test('two tabs edit one note: both edits are kept, the open field takes the other one in', async ({
  app,
  openListing,
}) => {
  const first = await openListing(arxivList(3), NEW);
  await openNote(first);
  await first.page.keyboard.type('first line\nlast line');
  await first.layer.shows(STATE, 'Saved');
  await first.page.keyboard.press('Home');

  const second = await openListing(arxivList(3), RECENT);
  await openNote(second);
  await second.page.keyboard.press('Control+Home');
  await second.page.keyboard.type('A heading\n');
  await second.layer.shows(STATE, 'Saved');

  await expect.poll(() => fieldOf(first)).toBe('A heading\nfirst line\nlast line');
  await first.page.bringToFront();
  // The caret still is before the last line.
  await first.page.keyboard.type('the ');
  await storedBecomes(app, 'A heading\nfirst line\nthe last line');
  await expect.poll(() => fieldOf(second)).toBe('A heading\nfirst line\nthe last line');
});

test('when Gloss is updated under the page, the text stays, says so and can be copied', async ({
  browserWithGloss,
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), NEW);
  const { page, layer } = listing;
  await openNote(listing);
  await page.keyboard.type('kept');
  await layer.shows(STATE, 'Saved');
  await app.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(() => layer.evaluate('Boolean(globalThis.chrome?.runtime?.id)')).not.toBe(true);
  await page.keyboard.type(' here');
  await layer.shows(STATE, 'Gloss was updated. Your text is still here.');
  expect(await fieldOf(listing)).toBe('kept here');
  await browserWithGloss.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await layer.click('[data-action="copy-note"]');
  await layer.shows('[data-action="copy-note"]', 'Copied');
  const seen = await page.evaluate(async () => ({
    copied: await navigator.clipboard.readText(),
    storage: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
  expect(seen).toEqual({ copied: 'kept here', storage: 0, databases: 0 });
});

test('on a full disk the text stays, says why, and is saved when there is room', async () => {
  test.skip(!isRoot, 'Only root can mount a small disk.');
  const disk = smallDisk(160);
  const browser = await launch({
    hosts: ['https://arxiv.org/*'],
    profile: disk.folder('profile'),
  });
  try {
    const app = await openApp(browser);
    const serve = await servePages(browser.context);
    serve({ body: arxivList(3), url: NEW, type: 'text/html; charset=utf-8' });
    const listing = await openOn(browser, app, NEW);
    const { page, layer } = listing;
    // The library is there when the disk fills up.
    await layer.click('[data-gloss="mark"][data-entry="1"]');
    await layer.find('[data-gloss="mark"][data-entry="1"][data-state="saved"]');
    await openNote(listing);
    disk.fill();
    const text = 'after '.repeat(40_000);
    await page.keyboard.insertText(text);
    await layer.shows(STATE, "Couldn't save: the disk is full. Your text is still here.");
    await page.keyboard.press('Escape');
    await layer.shows('[data-gloss="toast"]', 'A note is not saved yet');
    await openNote(listing);
    expect(await fieldOf(listing)).toBe(text);
    // The page takes the card away: it loads anew.
    await page.evaluate(`document.querySelector('html > div').remove()`);
    await layer.shows(STATE, "Couldn't save: the disk is full. Your text is still here.");
    expect(await fieldOf(listing)).toBe(text);
    // The page is written anew: it is marked again, and the text is there.
    await page.keyboard.press('Escape');
    await layer.gone(FIELD);
    await page.evaluate(`{
      const html = document.documentElement.outerHTML;
      document.open(); document.write(html); document.close();
    }`);
    await openNote(listing);
    await layer.shows(STATE, "Couldn't save: the disk is full. Your text is still here.");
    expect(await fieldOf(listing)).toBe(text);
    expect(await stored(app)).toBe('');
    disk.free();
    await layer.click('[data-action="save-note"]');
    await layer.shows(STATE, 'Saved');
    expect(await stored(app)).toBe(text);
  } finally {
    await browser.close();
    disk.remove();
  }
});
