import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { annotate, expect, type Listing, test } from './fixtures';
import { QuickKeys } from './quick-keys';

const NEW = 'https://arxiv.org/list/me.AS/new';
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;

test.use({ hosts: ['https://arxiv.org/*'] });

/** Scripts by which a page takes the layer away. */
const TAKINGS = {
  'removes what it does not know': `
    for (const child of [...document.documentElement.children])
      if (!['head', 'body'].includes(child.localName)) child.remove()`,
  'moves the layer elsewhere': `document.body.append(document.querySelector('html > div'))`,
  'replaces its root': `{
    const next = document.createElement('html');
    next.append(document.head, document.body);
    document.documentElement.replaceWith(next);
  }`,
} as const;

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

async function openNote(app: Page, listing: Listing): Promise<QuickKeys> {
  await annotate(app, listing);
  await listing.layer.hover(mark(0));
  await listing.layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await listing.layer.find('[data-gloss="note-input"]');
  const keys = await QuickKeys.of(listing.page);
  await keys.press(Array.from('before'), 5);
  return keys;
}

test('a note is written on without a key lost while a page takes the layer away', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(`${SPY}${arxivList(4)}`, NEW);
  const { page, layer } = listing;
  const keys = await openNote(app, listing);
  let text = 'before';
  for (const [way, script] of Object.entries(TAKINGS)) {
    await page.evaluate(`setTimeout(() => { ${script} }, 100)`);
    await keys.press(Array.from(TYPED), 15);
    text += TYPED;
    await expect.poll(() => noteOf(app, listing), way).toBe(text);
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
    const trap = () => new MutationObserver(() => {
      const layer = document.querySelector('html > div');
      if (layer) takings += 1;
      layer?.remove();
    }).observe(document.documentElement, { childList: true });
  </script>`;
  const listing = await openListing(`${SPY}${trap}${arxivList(4)}`, NEW);
  const { page } = listing;
  const keys = await openNote(app, listing);
  const opened = browserWithGloss.context.waitForEvent('page');
  await page.evaluate(`trap(); document.querySelector('html > div').remove()`);
  await keys.press(Array.from(TYPED), 15);
  const field = (await opened).locator('[data-gloss="note-input"]');
  await expect(field).toHaveValue(`before${TYPED}`);
  await expect.poll(() => noteOf(app, listing)).toBe(`before${TYPED}`);
  expect(await page.evaluate('heard.join("")')).toBe('');
  // A few times, and not for ever.
  expect(await page.evaluate('takings')).toBe(3);
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
  const keys = await openNote(app, listing);
  const opened = browserWithGloss.context.waitForEvent('page');
  await page.evaluate(`{
    const text = document.documentElement.outerHTML;
    document.open(); document.write(text); document.close();
  }`);
  await keys.press(Array.from(TYPED), 15);
  const window = await opened;
  await expect(window.locator('[data-gloss="note-input"]')).toHaveValue(`before${TYPED}`);
  await expect.poll(() => noteOf(app, listing)).toBe(`before${TYPED}`);
  const closed = window.waitForEvent('close');
  // The window is gone before the key is let go.
  await window
    .locator('[data-gloss="note-input"]')
    .press('Escape')
    .catch(() => undefined);
  await closed;
  await layer.click(mark(1));
  await layer.find(`${mark(1)}[data-state="saved"]`);
});
