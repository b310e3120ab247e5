import { arxivList } from '@/bench/arxiv-list';
import type { Page } from '@playwright/test';
import {
  type Browser,
  IDLE,
  launch,
  type LaunchOptions,
  openApp,
} from '@/scripts/browser/extension';
import { type Layer, layer } from '@/scripts/browser/layer';
import { openListing } from '@/scripts/browser/listing';
import { servePages } from '@/scripts/browser/pages';
import { selectPassage } from '@/scripts/tour/passage';
import { expectNoFaults } from './accessible';
import { fingerOn, middleOf } from './finger';
import { expect, test } from './fixtures';

/** A browser in which Gloss was just installed, and the page that it opened by itself. */
async function install(options: LaunchOptions = {}) {
  const browser = await launch({ welcomes: true, ...options });
  const opened = (): Page | undefined =>
    browser.context.pages().find((page) => page.url().endsWith('/welcome.html'));
  await expect.poll(() => opened() !== undefined).toBe(true);
  const page = opened()!;
  const inPage = await layer(page);
  await page.bringToFront();
  return { browser, page, inPage };
}

const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
const isTicked = (page: Page, name: string) =>
  expect(step(page, name), name).toHaveAttribute('data-done', 'true');
const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;
const NEW = 'https://arxiv.org/list/me.AS/new';
const ABSTRACT = 'Notes about papers are short, written early and rarely found again.';

/** Opens the popup as a page of its own, as the toolbar's button does. */
async function openPopup(browser: Browser, page: Page): Promise<void> {
  const popup = await openApp(browser);
  await expect(popup.getByText('Ask Dana')).toBeVisible();
  await isTicked(page, 'popup');
  await popup.close();
}

async function note(page: Page, inPage: Layer): Promise<void> {
  await inPage.find('[data-gloss="note-input"]');
  await page.keyboard.type('Ask Dana');
  await inPage.shows('[data-gloss="note-state"]', 'Saved');
  await isTicked(page, 'note');
}

/** Presses Tab until the focus is on what a selector names, in the in-page interface or on the page. */
async function tabTo(page: Page, inPage: Layer, selector: string): Promise<void> {
  const isThere = `(() => {
    const host = document.activeElement;
    const inner = host && chrome.dom.openOrClosedShadowRoot(host)?.activeElement;
    return (inner ?? host)?.matches(${JSON.stringify(selector)}) ?? false;
  })()`;
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Tab');
        return inPage.evaluate<boolean>(isThere);
      },
      { intervals: [20], timeout: 30_000 },
    )
    .toBe(true);
}

/** Selects the beginning of a text; in place of the browser's caret browsing (F7), which no program can turn on. */
async function selectByCaret(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const place = [...document.querySelectorAll('p')].find(({ textContent }) =>
      textContent?.includes(wanted),
    );
    if (place?.firstChild)
      getSelection()?.setBaseAndExtent(place.firstChild, 0, place.firstChild, 23);
  }, text);
}

test('a newcomer installs Gloss, decides, writes, highlights and exports by the mouse alone', async () => {
  const { browser, page, inPage } = await install();
  await inPage.click(mark(0));
  await isTicked(page, 'save');
  await inPage.hover(mark(1));
  await inPage.click('[data-gloss="toolbar"] [data-action="dismiss"]');
  await isTicked(page, 'next');
  await page.mouse.click(640, 20);
  await inPage.gone('[data-gloss="toolbar"]');
  await inPage.hover(mark(2));
  await inPage.click('[data-gloss="toolbar"] [data-action="note"]');
  await note(page, inPage);
  await inPage.click('[data-gloss="note"] [data-action="close"]');
  await selectPassage(page, ABSTRACT);
  await inPage.click('[data-gloss="selection"] [data-colour="amber"]');
  await isTicked(page, 'highlight');
  await openPopup(browser, page);
  const file = page.waitForEvent('download');
  await page.locator('[data-gloss="welcome-export"]').click();
  expect((await file).suggestedFilename()).toMatch(/^gloss-.*\.json$/);
  await isTicked(page, 'export');
  await expect(page.locator('[data-gloss="welcome-count"]')).toHaveText('All done');
  await page.locator('[data-gloss="welcome-remove"]').click();
  await expect(page.locator('[data-gloss="welcome-remove"]')).toHaveCount(0);
  await browser.close();
});

test('a newcomer does the same by the keyboard alone', async () => {
  const { browser, page, inPage } = await install();
  await inPage.find(mark(0));
  await tabTo(page, inPage, '[data-action="triage"]');
  await page.keyboard.press('Enter');
  await inPage.shows('[data-gloss="bar"]', '1 of 5');
  await page.keyboard.press('s');
  await isTicked(page, 'save');
  await page.keyboard.press('d');
  await isTicked(page, 'next');
  await page.keyboard.press('n');
  await note(page, inPage);
  await page.keyboard.press('Escape');
  await inPage.gone('[data-gloss="note"]');
  await selectByCaret(page, ABSTRACT);
  await page.keyboard.press('h');
  await isTicked(page, 'highlight');
  await page.keyboard.press('Escape');
  await tabTo(page, inPage, '[data-gloss="welcome-popup"]');
  await page.keyboard.press('Enter');
  await isTicked(page, 'popup');
  await page.bringToFront();
  const file = page.waitForEvent('download');
  await tabTo(page, inPage, '[data-gloss="welcome-export"]');
  await page.keyboard.press('Enter');
  expect((await file).suggestedFilename()).toMatch(/^gloss-.*\.json$/);
  await isTicked(page, 'export');
  await browser.close();
});

test('a newcomer does the same by touch alone', async () => {
  const { browser, page, inPage } = await install({ hasTouch: true });
  const finger = await fingerOn(page);
  const tap = async (selector: string) => finger.tap(middleOf(await inPage.find(selector)));
  const tapOwn = (name: string) => page.locator(`[data-gloss="${name}"]`).tap();
  await tap(mark(0));
  await isTicked(page, 'save');
  await finger.tap({ x: 640, y: 20 });
  await inPage.gone('[data-gloss="toolbar"]');
  await finger.rest(middleOf(await inPage.find(mark(1))), () =>
    inPage.find('[data-gloss="toolbar"]'),
  );
  await tap('[data-gloss="toolbar"] [data-action="dismiss"]');
  await isTicked(page, 'next');
  await finger.rest(middleOf(await inPage.find(mark(2))), () =>
    inPage.find('[data-gloss="toolbar"]'),
  );
  await tap('[data-gloss="toolbar"] [data-action="note"]');
  await note(page, inPage);
  await tap('[data-gloss="note"] [data-action="close"]');
  // The handles of a selection send no events to pages.
  await selectByCaret(page, ABSTRACT);
  await tap('[data-gloss="selection"] [data-colour="amber"]');
  await isTicked(page, 'highlight');
  await openPopup(browser, page);
  const file = page.waitForEvent('download');
  await tapOwn('welcome-export');
  expect((await file).suggestedFilename()).toMatch(/^gloss-.*\.json$/);
  await isTicked(page, 'export');
  await browser.close();
});

test('who leaves the welcome page as it is, is told on a list what to press, until they have', async () => {
  const { browser } = await install({ hosts: ['https://arxiv.org/*'] });
  const serve = await servePages(browser.context);
  serve({ url: NEW, body: arxivList(3), type: 'text/html' });
  const app = await openApp(browser, IDLE);
  const { page, layer: list } = await openListing(browser, app, NEW);
  await list.shows('[data-gloss="hint"]', 'Click the ring');
  await page.screenshot({ path: test.info().outputPath('hint.png') });
  await list.click(mark(0));
  await list.gone('[data-gloss="hint"]');
  await page.reload();
  await list.find(`${mark(0)}[data-state="saved"]`);
  await list.gone('[data-gloss="hint"]');
  await browser.close();
});

test('the welcome page has no accessibility fault in any scheme, and fits a narrow window', async () => {
  const { browser, page, inPage } = await install();
  await inPage.click(mark(0));
  await isTicked(page, 'save');
  await expectNoFaults(page, 'the welcome page');
  await page.setViewportSize({ width: 320, height: 640 });
  // Of the page itself: what is open over it has places of its own.
  const overflow = (): Promise<number> =>
    page.locator('.welcome').evaluate(({ scrollWidth }) => scrollWidth - innerWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await browser.close();
});
