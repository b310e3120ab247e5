import type { Page } from '@playwright/test';
import type { Result } from '@/domain/result';
import type { ListingDescription } from '@/rpc/protocol';
import { call, callTab, type Browser, tabOf } from './extension';
import { type Layer, layer } from './layer';

/** An open listing page, and the acts on it. */
export interface Listing {
  page: Page;
  layer: Layer;
  /** For calls to the content script. */
  tabId: number;
}

/** How long the content script may take to answer, milliseconds; a page of 20,000 entries takes a busy machine that long to load. */
const PATIENCE = 60_000;

/** Opens an address in a new tab and waits until it has loaded. */
export async function openListing(browser: Browser, app: Page, url: string): Promise<Listing> {
  const page = await browser.context.newPage();
  const inPage = await layer(page);
  await page.goto(url, { timeout: PATIENCE });
  return { page, layer: inPage, tabId: await tabOf(app, page) };
}

/**
 * Whether the manifest has the content script run on a tab's page. The browser itself compares address
 * and patterns; it does so only for hosts that the extension may act on.
 */
const isKnown = (app: Page, tabId: number): Promise<boolean> =>
  app.evaluate(async (id) => {
    const patterns = (chrome.runtime.getManifest().content_scripts ?? []).flatMap(
      ({ matches }) => matches ?? [],
    );
    const tabs = patterns.length > 0 ? await chrome.tabs.query({ url: patterns }) : [];
    return tabs.some((tab) => tab.id === id);
  }, tabId);

/** What the content script found; waits for it to start. */
export async function describe(
  app: Page,
  { page, tabId }: Listing,
): Promise<Result<ListingDescription>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await callTab(app, tabId, 'listing.describe', null);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Gloss does not answer on ${page.url()}.`);
    await page.waitForTimeout(50);
  }
}

/**
 * Has Gloss read a page: on a known site its content script runs by itself, elsewhere it is started as
 * a person does who asks for it.
 */
export async function annotate(app: Page, listing: Listing): Promise<Result<ListingDescription>> {
  if (!(await isKnown(app, listing.tabId))) {
    const started = await call(app, 'page.annotate', { tabId: listing.tabId });
    if (!started.ok) return started;
  }
  return describe(app, listing);
}

/** Has Gloss read a page by the digest detector, whatever its address, as a person does who asks for it. */
export async function annotateAsDigest(
  app: Page,
  listing: Listing,
): Promise<Result<ListingDescription>> {
  const started = await call(app, 'page.annotate', { tabId: listing.tabId });
  if (!started.ok) return started;
  await callTab(app, listing.tabId, 'listing.read', { by: 'digest' });
  return describe(app, listing);
}
