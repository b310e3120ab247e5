import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Tour } from './tour';

/** What the stores of Chrome, Edge and Firefox take, pixels; Chrome's also half of it. */
const STORE = { width: 1280, height: 800 };
const SMALL = 0.5;

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

/** Takes what shows of a page in both sizes. */
async function shoot({ picture, out }: Tour, name: string, page: Page): Promise<void> {
  await picture(`store-${name}`, page);
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, ...STORE, scale: SMALL };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
  writeFileSync(path.join(out, `store-${name}-small.png`), Buffer.from(data, 'base64'));
  await session.detach();
}

/** Takes the pictures for the stores, at their sizes: the list, and the pages of the extension. */
export async function storePictures(tour: Tour): Promise<void> {
  const { browser, listing, tell } = tour;
  await listing.page.bringToFront();
  await listing.page.setViewportSize(STORE);
  await shoot(tour, 'list', listing.page);
  for (const [name, { file, shows }] of Object.entries(PAGES)) {
    const page = await browser.context.newPage();
    await page.setViewportSize(STORE);
    await page.goto(browser.url(file));
    await settle(page, shows);
    await shoot(tour, name, page);
    await page.close();
  }
  tell('pictures for the stores: store-*.png, 1280 × 800, and store-*-small.png, 640 × 400');
}
