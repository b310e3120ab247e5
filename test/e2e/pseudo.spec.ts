import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { type Browser, call, launch, openApp } from '@/scripts/browser/extension';
import { openListing } from '@/scripts/browser/listing';
import { servePages } from '@/scripts/browser/pages';
import { cutOff, stretchedBuild } from './pseudo';

const LIST = 'https://arxiv.org/list/me.AS/new';
const ROOT = `chrome.dom.openOrClosedShadowRoot(document.querySelector('html > div'))`;

let build = '';
let browser: Browser;
let app: Page;

test.beforeAll(async () => {
  build = stretchedBuild();
  browser = await launch({ extension: build, hosts: ['https://arxiv.org/*'] });
  app = await openApp(browser);
  for (const index of [1, 2, 3])
    await call(app, 'paper.status', {
      opId: `s${index}`,
      paper: {
        keys: [`arxiv:2401.0000${index}`],
        title: `A paper about slow tides, part ${index}`,
        authors: ['Ann Author', 'Bo Builder'],
        abstract: 'We watch the sea.',
        links: [`https://arxiv.org/abs/2401.0000${index}`],
        listing: { site: 'arxiv', url: LIST, title: 'New', at: 1 },
      },
      status: 'saved',
    });
});

test.afterAll(async () => {
  await browser.close();
  rmSync(build, { recursive: true });
});

const VIEWS = [
  'papers',
  'topics',
  'weeks',
  'tags',
  'duplicates',
  'transfer',
  'zotero',
  'trash',
  'backups',
];
const PAGES: readonly [name: string, address: string, shown: string][] = [
  ...VIEWS.map((view): [string, string, string] => [
    view,
    `library.html#view=${view}`,
    '.library-view',
  ]),
  ['a paper', 'library.html#paper=arxiv:2401.00001', '[data-gloss="detail"]'],
  ['the settings', 'options.html', 'main'],
  ['the welcome page', 'welcome.html', '.welcome'],
];

test('no text of our own pages is cut off in a language of long words', async () => {
  test.slow();
  const cut: string[] = [];
  const page = await browser.context.newPage();
  for (const [name, address, shown] of PAGES) {
    await page.goto(browser.url(address));
    await page.locator(shown).first().waitFor();
    for (const width of [1280, 700, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate<string[]>(cutOff('document.body'));
      cut.push(...found.map((text) => `${name}, ${width}: ${text}`));
    }
  }
  await page.close();
  expect(cut).toEqual([]);
});

test('no text of the popup is cut off in a language of long words', async () => {
  const cut: string[] = [];
  await app.setViewportSize({ width: 400, height: 600 });
  await app.reload();
  for (const tab of ['recent', 'topics', 'page']) {
    await app.locator(`#tab-${tab}`).click();
    cut.push(
      ...(await app.evaluate<string[]>(cutOff('document.body'))).map((text) => `${tab}: ${text}`),
    );
  }
  expect(cut).toEqual([]);
});

test('no text on a listing page is cut off in a language of long words', async () => {
  const serve = await servePages(browser.context);
  serve({ url: LIST, body: arxivList(8), type: 'text/html; charset=utf-8' });
  const { page, layer } = await openListing(browser, app, LIST);
  await layer.find('[data-gloss="bar"]');
  const cut: string[] = [];
  const look = async (what: string) =>
    cut.push(
      ...((await layer.evaluate<string[]>(cutOff(ROOT))) ?? []).map((text) => `${what}: ${text}`),
    );
  for (const width of [1280, 700, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await layer.find('[data-gloss="bar"]');
    await look(`bar, ${width}`);
    // The window was made narrower: a mark that moves away from the pointer is gone to again.
    await expect
      .poll(async () => {
        await page.mouse.move(1, 1);
        await layer.hover('[data-gloss="mark"][data-entry="1"]');
        await page.waitForTimeout(100);
        return layer.count('[data-gloss="toolbar"]');
      })
      .toBe(1);
    await look(`toolbar, ${width}`);
    await page.mouse.move(1, 1);
    await layer.gone('[data-gloss="toolbar"]');
    await layer.click('[data-action="menu"]');
    await layer.find('[data-gloss="menu"]');
    await look(`menu, ${width}`);
    await layer.click('[data-gloss="menu"] [data-action="help"]');
    await layer.find('[data-gloss="help"]');
    await look(`help, ${width}`);
    await page.keyboard.press('Escape');
    await layer.gone('[data-gloss="help"]');
  }
  expect(cut).toEqual([]);
});
