import type { Page } from '@playwright/test';
import type { Tour } from './tour';

/** What the stores of Chrome, Edge and Firefox take, pixels. */
const STORE = { width: 1280, height: 800 };

/** Pages of the extension that are shown, and what must be there before a picture is taken. */
const PAGES = {
  library: { file: 'library.html', shows: '.paper-row' },
  topics: { file: 'library.html#view=topics', shows: '.topic-rows' },
  welcome: { file: 'welcome.html', shows: '[data-gloss="welcome-step"]' },
} as const;

/** Waits until nothing on a page moves and all of it is loaded. */
async function settle(page: Page, shows: string): Promise<void> {
  await page.locator(shows).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Takes the pictures for the stores, at their size: the list, and the pages of the extension. */
export async function storePictures({ browser, listing, picture, tell }: Tour): Promise<void> {
  await listing.page.bringToFront();
  await listing.page.setViewportSize(STORE);
  await picture('store-list');
  for (const [name, { file, shows }] of Object.entries(PAGES)) {
    const page = await browser.context.newPage();
    await page.setViewportSize(STORE);
    await page.goto(browser.url(file));
    await settle(page, shows);
    await picture(`store-${name}`, page);
    await page.close();
  }
  tell('pictures for the stores: store-*.png, 1280 × 800');
}
