import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { annotate, expect, type Listing, test } from './fixtures';
import { QuickKeys } from './quick-keys';

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

const NOTE = '[data-gloss="note-input"]';
const TAG = '[data-gloss="tag-input"]';

test.use({ hosts: ['https://arxiv.org/*'] });

/** Scripts by which a page takes the layer away. */
const TAKINGS = {
  'removes what it does not know': `
    for (const child of [...document.documentElement.children])
      if (!['head', 'body'].includes(child.localName)) child.remove()`,
  'moves the layer and puts it back': `{
    const layer = document.querySelector('html > div');
    document.body.append(layer);
    document.documentElement.append(layer);
  }`,
  'replaces its root': `{
    const next = document.createElement('html');
    next.append(document.head, document.body);
    document.documentElement.replaceWith(next);
  }`,
} as const;

/** Takes the layer into another document, which strips it of its style sheets. */
const ADOPTED = `{
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentDocument.adoptNode(document.querySelector('html > div'));
}`;

/** Writes itself anew. */
const ANEW = `{
  const text = document.documentElement.outerHTML;
  document.open(); document.write(text); document.close();
}`;

/** Hears all keys that a page can. */
const SPY = `<script>
  const heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'input'])
    addEventListener(type, (event) => heard.push(event.key ?? event.data), true);
</script>`;

const TYPED = 'abcdefghijklmnopqrstuvwxyz0123456789';

const noteOf = async (app: Page, listing: Listing): Promise<string | undefined> => {
  const answer = await annotate(app, listing);
  return answer.ok ? answer.value.papers[0]?.state.note.text : undefined;
};

const inMidst = (text: string): string => `bef${text}ore`;

/** Opens a card of the first paper, types a word, and goes into its midst: there the person writes on. */
async function openCard(app: Page, listing: Listing, kind: 'note' | 'tags'): Promise<QuickKeys> {
  await annotate(app, listing);
  await listing.layer.hover(mark(0));
  await listing.layer.click(`[data-gloss="toolbar"] [data-action="${kind}"]`);
  await listing.layer.find(kind === 'note' ? NOTE : TAG);
  const keys = await QuickKeys.of(listing.page);
  await keys.press([...Array.from('before'), ...Array<string>(3).fill('ArrowLeft')], 5);
  return keys;
}

async function closeBy(window: Page, field: string): Promise<void> {
  const closed = window.waitForEvent('close');
  // The window is gone before the key is let go.
  await window
    .locator(field)
    .press('Escape')
    .catch(() => undefined);
  await closed;
}

test('a note is written on without a key lost while a page takes the layer away', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(`${SPY}${arxivList(4)}`, NEW);
  const { page, layer } = listing;
  const keys = await openCard(app, listing, 'note');
  let text = '';
  for (const [way, script] of Object.entries(TAKINGS)) {
    await page.evaluate(`setTimeout(() => { ${script} }, 100)`);
    await keys.press(Array.from(TYPED), 15);
    text += TYPED;
    await expect.poll(() => noteOf(app, listing), way).toBe(inMidst(text));
  }
  expect(await page.evaluate('heard.join("")')).toBe('');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await page.keyboard.press('Escape');
  await layer.click(mark(1));
  await layer.find(`${mark(1)}[data-state="saved"]`);
});

test('where a page takes the layer away again and again, the note goes on in a window', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const trap = `<script>
    let takings = 0;
    const trap = new MutationObserver(() => {
      const layer = document.querySelector('html > div');
      if (layer) takings += 1;
      layer?.remove();
    });
  </script>`;
  const listing = await openListing(`${SPY}${trap}${arxivList(4)}`, NEW);
  const { page, layer } = listing;
  const keys = await openCard(app, listing, 'note');
  const opened = browserWithGloss.context.waitForEvent('page');
  await page.evaluate(`
    trap.observe(document.documentElement, { childList: true });
    document.querySelector('html > div').remove()`);
  await keys.press(Array.from(TYPED), 15);
  const field = (await opened).locator(NOTE);
  await expect(field).toHaveValue(inMidst(TYPED));
  expect(await page.evaluate('heard.join("")')).toBe('');
  // A few times, again whenever the page is shown or asked what it holds: a fight would be thousands.
  expect(await page.evaluate('trap.disconnect(), takings')).toBeLessThan(60);
  // Then the person wants Gloss there.
  await expect.poll(() => noteOf(app, listing)).toBe(inMidst(TYPED));
  await layer.find(mark(1));
});

test('a tag is typed on while a page takes the layer away, at last in a window', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const listing = await openListing(`${SPY}${arxivList(4)}`, NEW);
  const { page, layer } = listing;
  const keys = await openCard(app, listing, 'tags');
  await page.evaluate(TAKINGS['removes what it does not know']);
  await keys.press(Array.from('abc'), 5);
  await layer.holds(TAG, inMidst('abc'));
  const opened = browserWithGloss.context.waitForEvent('page');
  await page.evaluate(ANEW);
  await keys.press(Array.from('def'), 5);
  const window = await opened;
  await expect(window.locator(TAG)).toHaveValue(inMidst('abcdef'));
  await window.locator(TAG).press('Enter');
  await expect(window.locator('[data-gloss="chip"]')).toContainText(`#${inMidst('abcdef')}`);
  await closeBy(window, TAG);
  await layer.shows('[data-gloss="chips"]', inMidst('abcdef'));
});

test('a page that is written anew is marked again, and a note on it goes on in a window', async ({
  app,
  browserWithGloss,
  openListing,
}) => {
  const listing = await openListing(arxivList(4), NEW);
  const { page, layer } = listing;
  await layer.find(mark(0));
  await page.evaluate(TAKINGS['removes what it does not know']);
  await layer.find(mark(0));
  await page.evaluate(ADOPTED);
  await layer.find(mark(0));
  const place = `getComputedStyle(document.querySelector('html > div')).position`;
  expect(await page.evaluate(place)).toBe('absolute');
  const keys = await openCard(app, listing, 'note');
  const opened = browserWithGloss.context.waitForEvent('page');
  await page.evaluate(ANEW);
  await keys.press(Array.from(TYPED), 15);
  const window = await opened;
  await expect(window.locator(NOTE)).toHaveValue(inMidst(TYPED));
  await expect.poll(() => noteOf(app, listing)).toBe(inMidst(TYPED));
  await closeBy(window, NOTE);
  await layer.click(mark(1));
  await layer.find(`${mark(1)}[data-state="saved"]`);
});
