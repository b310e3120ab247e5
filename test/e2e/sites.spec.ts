import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { type Browser, call, launch, openApp } from '@/scripts/browser/extension';
import { servePages } from '@/scripts/browser/pages';
import { expect, test } from './fixtures';

test.use({ isNew: true });

const PRESS = 'https://press.example/volumes/7';
const ARXIV = 'https://arxiv.org/list/me.AS/new';

/** A list in markup that no adapter knows. */
const volume = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Volume 7</title><body><h1>Volume 7</h1>${[
  'Sparse attention over lattice codes for long records',
  'Graph colouring on quiet rooms with soft robots',
  'A survey of tidal flats and the dust rings above them',
  'Peat bogs as open benchmarks for slow measurement',
]
  .map(
    (
      title,
      index,
    ) => `<section><h3><a href="https://doi.org/10.5555/press.7.${index}">${title}</a></h3>
<p>Ann Author, Bo Builder</p><p>We look at what stands in the title and find, against what was held before, that it
closes a gap which was open for long. The method needs no tuning and the data are given with the paper.</p></section>`,
  )
  .join('')}</body></html>`;

/** Says yes to the browser's question beforehand, as only a person could, and has Gloss ask it. */
async function allow(browser: Browser, pattern: string): Promise<boolean> {
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    `chrome.developerPrivate.addHostPermission('${browser.extensionId}', '${pattern}')`,
  );
  await settings.close();
  const app = await openApp(browser);
  return app.evaluate((host) => chrome.permissions.request({ origins: [host] }), pattern);
}

/** Has the browser load the extension anew, as an update does: it forgets scripts that were registered. */
async function update({ context, extensionId }: Browser): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  // Without it the browser turns off what did not come from its store.
  await settings.evaluate(
    'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
  );
  await settings.evaluate(
    `chrome.developerPrivate.reload('${extensionId}', { failQuietly: true })`,
  );
  await settings.close();
}

const hasLayer = (page: Page): Promise<number> => page.locator('html > div').count();

async function open(browser: Browser, url: string, body: string): Promise<Page> {
  const serve = await servePages(browser.context);
  serve({ url, body, type: 'text/html; charset=utf-8' });
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

/** Whether Gloss draws on a page that was just opened, once it has heard what is known of its papers. */
const showsLayer = (page: Page): Promise<boolean> =>
  page.waitForSelector('html > div', { state: 'attached', timeout: 3_000 }).then(
    () => true,
    () => false,
  );

test('a site that a person allowed is read by itself: at once, on the next page, after a restart and an update, until it is taken back', async () => {
  let browser = await launch();
  try {
    const first = await open(browser, PRESS, volume);
    expect(await hasLayer(first)).toBe(0);
    expect(await allow(browser, 'https://press.example/*')).toBe(true);
    await expect.poll(() => hasLayer(first)).toBe(1);
    await expect.poll(async () => showsLayer(await open(browser, PRESS, volume))).toBe(true);

    browser = await browser.restart();
    await expect.poll(async () => showsLayer(await open(browser, PRESS, volume))).toBe(true);

    await update(browser);
    await expect.poll(async () => showsLayer(await open(browser, PRESS, volume))).toBe(true);

    const app = await openApp(browser);
    const allowed = await call(app, 'sites.allowed', null);
    expect(allowed).toEqual({ ok: true, value: ['https://press.example/*'] });
    // What is typed into Gloss passes no script of the page there either.
    const scripts = await app.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(scripts).toContainEqual(
      expect.objectContaining({ js: ['gate.js'], runAt: 'document_start' }),
    );
    await app.evaluate(() => chrome.permissions.remove({ origins: ['https://press.example/*'] }));
    await expect.poll(async () => hasLayer(await open(browser, PRESS, volume))).toBe(0);
    expect(await app.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  } finally {
    await browser.close();
  }
});

test.describe(() => {
  test.use({ hosts: ['https://arxiv.org/*'] });

  test('Gloss can be turned off on a site that it knows, and on again', async ({
    app,
    openListing,
  }) => {
    const { page } = await openListing(arxivList(5), ARXIV);
    await expect.poll(() => hasLayer(page)).toBe(1);
    await call(app, 'settings.save', { sites: { 'arxiv.org': { isOff: true } } });
    await expect.poll(() => hasLayer(page)).toBe(0);
    const { page: other, tabId } = await openListing(arxivList(5), ARXIV);
    // The answer comes after the settings were heard.
    await expect
      .poll(() =>
        app.evaluate(
          (id) => chrome.tabs.sendMessage(id, { gloss: 'listing.describe', ask: null }),
          tabId,
        ),
      )
      .toMatchObject({ value: { is: 'off', papers: [] } });
    expect(await hasLayer(other)).toBe(0);
    // A person who asks for it all the same gets it.
    await call(app, 'page.annotate', { tabId });
    await expect.poll(() => hasLayer(other)).toBe(1);
    await call(app, 'settings.save', { sites: { 'arxiv.org': { isOff: false } } });
    await expect.poll(() => hasLayer(page)).toBe(1);
  });
});

test('where the browser lets no extension in, the answer says so', async ({
  app,
  browserWithGloss,
}) => {
  const page = await browserWithGloss.context.newPage();
  await page.goto('chrome://version');
  const answer = await app.evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const id = tabs.map((tab) => tab.id ?? 0).toSorted((a, b) => b - a)[0] ?? 0;
    return chrome.runtime.sendMessage({ gloss: 'page.annotate', ask: { tabId: id } }) as unknown;
  });
  expect(answer).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
});
