import { MATCHES } from '@/scripts/browser/layer-reading';
import { annotate, call, callTab, describe, expect, type Listing, test } from './fixtures';

const PROGRAMME = 'https://symposium.example.org/programme';

const TALKS = [
  ['What snails remember of the rain', 'Ada Example (Made-Up University); Bo Sample (Sample Labs)'],
  ['On the patience of wells', 'Cy Instance (Instance Institute)'],
  ['Who counts the counters?', 'Di Specimen (Made-Up University); Ed Case (Sample Labs)'],
  ['A slow theory of ladders', 'Flo Token (Token College)'],
] as const;

const talk = ([title, names]: readonly [string, string], at: number): string =>
  `<span class="time">9:${at}0</span> <span class="talk"><a href="papers/p${at}.pdf">${title}</a></span> <span class="who">${names}</span> `;

/** A programme whose talks run on in one line for markup, and are lines for styles; no detector finds them. */
const page = (talks: readonly (readonly [string, string])[] = TALKS): string =>
  `<!doctype html><title>Programme</title><style>span { display: block }</style><main>
  <div class="session"><h3>Garden</h3>${talks.slice(0, 2).map(talk).join('')}</div>
  <div class="session"><h3>Lunch</h3><span class="talk">Soup and bread for all of us</span></div>
  <div class="session"><h3>Water</h3>${talks.slice(2).map(talk).join('')}</div></main>`;

/** Selects a text as a person does who drags over it. */
const select = ({ page: at }: Listing, text: string): Promise<void> =>
  at.evaluate((said) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.nodeValue?.includes(said)) {
        const from = node.nodeValue.indexOf(said);
        getSelection()?.setBaseAndExtent(node, from, node, from + said.length);
      }
  }, text);

const openSheet = async ({ layer }: Listing): Promise<void> => {
  await layer.click('[data-gloss="bar"] [data-action="menu"]');
  await layer.click('[data-gloss="menu"] [data-action="teach"]');
};

test.use({ hosts: ['https://symposium.example.org/*'] });

test('a person shows what a paper is, and Gloss reads the list, there and on the next page of the site', async ({
  app,
  openListing,
  extensionId,
}) => {
  const listing = await openListing(page(), PROGRAMME);
  const titles = async (of: Listing): Promise<string[]> => {
    const found = await describe(app, of);
    return found.ok ? found.value.papers.map(({ title }) => title) : [];
  };
  await annotate(app, listing);
  expect(await titles(listing)).toEqual([]);
  await openSheet(listing);
  await listing.layer.click('[data-action="teach-alike"]');
  await listing.layer.shows('.toast', 'Select the title');
  await select(listing, TALKS[0][0]);
  await listing.layer.click('[data-action="teach-alike"]');
  await expect.poll(() => titles(listing)).toHaveLength(5);
  await select(listing, 'Soup and bread for all of us');
  await listing.layer.click('[data-action="teach-other"]');
  await expect.poll(() => titles(listing)).toEqual(TALKS.map(([title]) => title));
  const found = await describe(app, listing);
  expect(found.ok && found.value.papers[0]?.authors).toEqual(['Ada Example', 'Bo Sample']);
  // What is stored is the pattern and nothing of the text.
  const stored = await call(app, 'settings.load', null);
  const { taught } = (stored.ok && stored.value.sites['symposium.example.org']) || {};
  expect(JSON.stringify(taught)).not.toMatch(/snails|soup|example/i);
  expect(taught?.papers).toEqual([{ selector: 'span.talk' }]);
  // Another page of the site is read by it, and no more once it is forgotten.
  const next = TALKS.map(([title, names]) => [`${title} again`, names] as const);
  const other = await openListing(page(next), `${PROGRAMME}/second-day`);
  await annotate(app, other);
  await expect.poll(() => titles(other)).toEqual(next.map(([title]) => title));
  const options = await app.context().newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.locator('[data-action="forget-taught"]').click();
  await expect.poll(() => titles(other)).toEqual([]);
  await expect(options.locator('[data-action="forget-taught"]')).toHaveCount(0);
});

test('the browser’s menu teaches, too, on a page that Gloss did not read before', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(page(), PROGRAMME);
  await annotate(app, listing);
  await select(listing, TALKS[3][0]);
  // The menu sends this to the page.
  const answer = await callTab(app, listing.tabId, 'listing.teach', { lesson: 'alike' });
  expect(answer).toEqual({ ok: true, value: null });
  const found = await describe(app, listing);
  expect(found.ok && found.value.papers.map(({ title }) => title)).toContain(TALKS[0][0]);
});

test('a report says how a list was read, and its titles only when a person wants that', async ({
  app,
  openListing,
}) => {
  const list = `<!doctype html><title>Papers</title><ul>${TALKS.map(([title], at) => `<li class="paper"><a href="https://arxiv.org/abs/2401.0000${at + 1}">${title}</a></li>`).join('')}</ul>`;
  const listing = await openListing(list, `${PROGRAMME}/list?secret=1`);
  await annotate(app, listing);
  await openSheet(listing);
  await listing.layer.click('[data-gloss="teach"] [data-action="report"]');
  const report = () =>
    listing.layer.evaluate<string>(`(${MATCHES})('[data-gloss="teach"] textarea')[0]?.value ?? ''`);
  await expect.poll(report).toContain('Entries: 4');
  expect(await report()).toContain('li.paper ×4');
  expect(await report()).not.toMatch(/snails|secret/);
  await listing.layer.click('[data-gloss="teach"] [name="titles"]');
  await expect.poll(report).toContain('- On the patience of wells');
});
