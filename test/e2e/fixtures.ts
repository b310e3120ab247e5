import { test as base, type Page } from '@playwright/test';
import {
  type Browser,
  call,
  callTab,
  killWorker,
  launch,
  openApp,
} from '@/scripts/browser/extension';
import { type Layer, layer } from '@/scripts/browser/layer';
import { annotate, describe, type Listing, openListing } from '@/scripts/browser/listing';
import { type LocalPage, servePages } from '@/scripts/browser/pages';
import { BrowserPool } from './pool';

export { expect } from '@playwright/test';
export { annotate, call, callTab, describe, layer, type Layer, type Listing };

interface Options {
  /** Match patterns of hosts that the extension may act on from the start. */
  hosts: string[];
  keepsPages: boolean;
  /** Whether the screen can be touched. */
  touches: boolean;
  /** Whether the browser is new, for tests that end it, damage it or look at its first start. */
  isNew: boolean;
}

interface Fixtures {
  browserWithGloss: Browser;
  extensionId: string;
  /** The popup as a page; calls to the background are made from it. */
  app: Page;
  /** Opens HTML, or plain text, at an address; no request leaves the machine. `annotate` starts Gloss on an unknown one. */
  openListing: (body: LocalPage['body'], url: string, type?: string) => Promise<Listing>;
  /** Stops the service worker. */
  killWorker: () => Promise<void>;
}

/** Each test has a browser with the built extension, as if it had just been installed. */
export const test = base.extend<Options & Fixtures, { pool: BrowserPool }>({
  pool: [
    async ({}, use) => {
      const pool = new BrowserPool();
      await use(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],
  isNew: [false, { option: true }],
  hosts: [[], { option: true }],
  keepsPages: [false, { option: true }],
  touches: [false, { option: true }],
  browserWithGloss: async ({ hosts, keepsPages, touches, isNew, pool }, use, info) => {
    const options = { hosts, keepsPages, hasTouch: touches };
    const browser = await (isNew ? launch(options) : pool.take(options));
    await use(browser);
    if (isNew || info.status !== info.expectedStatus) await browser.close();
    else await pool.giveBack(browser, options);
  },
  extensionId: async ({ browserWithGloss }, use) => use(browserWithGloss.extensionId),
  app: async ({ browserWithGloss }, use) => use(await openApp(browserWithGloss)),
  openListing: async ({ browserWithGloss, app }, use) => {
    const serve = await servePages(browserWithGloss.context);
    await use(async (body, url, type = 'text/html; charset=utf-8') => {
      serve({ body, url, type });
      return openListing(browserWithGloss, app, url);
    });
  },
  killWorker: async ({ app }, use) => use(() => killWorker(app)),
});
