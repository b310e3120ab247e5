import { browser, type ContentScriptContext, defineContentScript } from '#imports';
import '@/components/highlight/highlight.css';
import { createListing, type Listing } from '@/components/listing/listing';
import { identify } from '@/domain/identify';
import { ok } from '@/domain/result';
import { serve } from '@/rpc/serve';
import { matches, siteFor } from '@/sites';
import { digest } from '@/sites/digest';
import type { Site } from '@/sites/site';
import { describe } from './describe';
import { watchPage } from './watch-page';

/** Set while Gloss runs on a page: a second injection leaves it alone. */
const RUNS = Symbol.for('gloss.runs');

export default defineContentScript({
  matches,
  runAt: 'document_idle',
  main: (ctx) => start(ctx),
});

function start(ctx: ContentScriptContext): void {
  const world = globalThis as { [RUNS]?: boolean };
  if (world[RUNS]) return;
  world[RUNS] = true;
  let site: Site = digest;
  let life: AbortController | null = null;
  let listing: Listing | null = null;
  let took = 0;
  let shown: Promise<unknown> = Promise.resolve();

  /** Reads the page; sets the interface up where there are entries, takes it away where there are none. */
  const read = (): void => {
    const url = new URL(location.href);
    site = siteFor(url) ?? digest;
    const at = Date.now();
    const begun = performance.now();
    const from = { site: site.id, url: location.href, title: document.title, at };
    const entries = site.entries(document, url).map((entry) => identify(entry, from));
    took = performance.now() - begun;
    if (entries.length === 0 && site !== digest) {
      life?.abort();
      life = null;
      listing = null;
      return;
    }
    if (!listing) {
      life = new AbortController();
      listing = createListing({ site: site.id, signal: life.signal });
    }
    shown = listing.show(entries);
  };
  ctx.onInvalidated(() => {
    life?.abort();
    world[RUNS] = false;
  });
  read();
  watchPage(ctx, document, read);

  serve(
    {
      'listing.describe': async () => {
        await shown;
        return ok(describe(site.id, listing, took));
      },
      'listing.triage': async () => {
        listing?.triage();
        return ok(null);
      },
      'listing.nextUnseen': async () => listing?.nextUnseen() ?? ok(null),
      'listing.highlight': async ({ colour }: { colour: 'amber' }) =>
        (await listing?.highlight(colour)) ?? ok(null),
      changed: async ({ papers }: { papers: [] }) => {
        listing?.store.apply(papers);
        return ok(null);
      },
    },
    // Other tabs and pages can't send here; the extension's own parts are trusted.
    (_, ask, sender) =>
      sender.id === browser.runtime.id
        ? ok(ask)
        : { ok: false, error: { reason: 'forbidden', message: 'Only Gloss itself may call.' } },
  );
}
