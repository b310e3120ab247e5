import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { annotate, expect, type Listing, test } from './fixtures';
import { QuickKeys } from './quick-keys';

const NEW = 'https://arxiv.org/list/me.AS/new';
const MARK = '[data-gloss="mark"][data-entry="0"]';

test.use({ hosts: ['https://arxiv.org/*'] });

/** A page with fields of its own, which hears all keys that it can. */
const THIEF = `<script>
  const heard = [];
  const spy = (target) => {
    for (const type of ['keydown', 'keypress', 'keyup', 'input'])
      target.addEventListener(type, (event) => heard.push(event.key ?? event.data), true);
  };
  spy(window);
  addEventListener('load', () => spy(child.contentWindow));
</script><input id="thief"><iframe id="child" srcdoc="<input>"></iframe>`;

/** Scripts by which a page takes the keyboard from a person. */
const THEFTS = {
  'focusing a field': 'thief.focus()',
  'taking the focus away': 'document.activeElement.blur()',
  'focusing its window': 'window.focus()',
  'focusing a frame of its own': 'child.focus()',
} as const;

const heardBy = (page: Page): Promise<string> =>
  page.evaluate(
    '[...heard, thief.value, child.contentDocument.querySelector("input").value].join("")',
  );

async function openNote(app: Page, listing: Listing): Promise<void> {
  await annotate(app, listing);
  await listing.layer.hover(MARK);
  await listing.layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await listing.layer.find('[data-gloss="note-input"]');
}

async function noteOf(app: Page, listing: Listing): Promise<string | undefined> {
  const answer = await annotate(app, listing);
  return answer.ok ? answer.value.papers[0]?.state.note.text : undefined;
}

const TYPED = 'abcdefghijklmnopqrstuvwxyz0123456789';

for (const [way, theft] of Object.entries(THEFTS))
  test(`a page that takes the keyboard by ${way} gets no key, and none is lost`, async ({
    app,
    openListing,
  }) => {
    const listing = await openListing(`${THIEF}${arxivList(4)}`, NEW);
    const { page, layer } = listing;
    await openNote(app, listing);
    const keys = await QuickKeys.of(page);
    await keys.press(Array.from('before'), 5);
    await page.evaluate(`for (const wait of [60, 300]) setTimeout(() => { ${theft} }, wait)`);
    await keys.press(Array.from(TYPED), 15);
    await layer.shows('[data-gloss="note-state"]', 'Saved');
    await expect.poll(() => noteOf(app, listing)).toBe(`before${TYPED}`);
    expect(await heardBy(page)).toBe('');
    // A person takes it where they want.
    await page.locator('#thief').click();
    await page.keyboard.type('mine');
    await expect(page.locator('#thief')).toHaveValue('mine');
  });

test('where a page takes the keyboard again and again, the note goes on in a window', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const trap = `<script>
    addEventListener('focusin', ({ target }) => {
      if (window.isTrap && target !== thief) thief.focus();
    }, true);
  </script>`;
  const listing = await openListing(`${THIEF}${trap}${arxivList(4)}`, NEW);
  const { page } = listing;
  await openNote(app, listing);
  await page.keyboard.type('before ');
  await expect.poll(() => noteOf(app, listing)).toBe('before ');
  const opened = browserWithGloss.context.waitForEvent('page');
  // In the midst of the keys: some are on their way to the card, and some to the page.
  await page.evaluate('setTimeout(() => { isTrap = true; thief.focus(); }, 60)');
  const keys = await QuickKeys.of(page);
  await keys.press(Array.from(TYPED), 8);
  const window = await opened;
  await expect(window.locator('[data-gloss="moved"]')).toContainText('took the keyboard');
  await expect(window.locator('[data-gloss="note-input"]')).toHaveValue(`before ${TYPED}`);
  await window.locator('[data-gloss="note-input"]').press('End');
  await window.keyboard.type(' after');
  await expect.poll(() => noteOf(app, listing)).toBe(`before ${TYPED} after`);
  expect(await heardBy(page)).toBe('');
});

test('where a page makes itself inert, the note goes on whole in a window', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const listing = await openListing(`${THIEF}${arxivList(4)}`, NEW);
  const { page } = listing;
  await openNote(app, listing);
  const opened = browserWithGloss.context.waitForEvent('page');
  const keys = await QuickKeys.of(page);
  await keys.press(Array.from('first abc'), 5);
  await page.evaluate('document.documentElement.inert = true');
  await keys.press(Array.from('defghij'), 15);
  const field = (await opened).locator('[data-gloss="note-input"]');
  await expect(field).toHaveValue('first abcdefghij');
  await expect.poll(() => noteOf(app, listing)).toBe('first abcdefghij');
});

test('Tab leads out of a note into the page', async ({ app, openListing }) => {
  const listing = await openListing(`${THIEF}${arxivList(4)}`, NEW);
  const { page, layer } = listing;
  await openNote(app, listing);
  await page.keyboard.type('x');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  const isInFrame = () => layer.frame()!.evaluate(() => document.hasFocus());
  for (let left = 10; left > 0 && (await isInFrame()); left -= 1) await page.keyboard.press('Tab');
  expect(await isInFrame()).toBe(false);
  await page.locator('#thief').click();
  await page.keyboard.type('mine');
  await expect(page.locator('#thief')).toHaveValue('mine');
});
