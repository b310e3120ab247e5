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

export { expect } from '@playwright/test';
export { annotate, call, callTab, describe, layer, type Layer, type Listing };

interface Options {
  /** Match patterns of hosts that the extension may act on from the start. */
  hosts: string[];
  keepsPages: boolean;
  /** Whether the screen can be touched. */
  touches: boolean;
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

/** Each test has a browser of its own with the built extension on a fresh profile. */
export const test = base.extend<Options & Fixtures>({
  hosts: [[], { option: true }],
  keepsPages: [false, { option: true }],
  touches: [false, { option: true }],
  browserWithGloss: async ({ hosts, keepsPages, touches }, use) => {
    const browser = await launch({ hosts, keepsPages, hasTouch: touches });
    await use(browser);
    await browser.close();
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
