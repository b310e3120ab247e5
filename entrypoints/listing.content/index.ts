import { browser, type ContentScriptContext, defineContentScript } from '#imports';
import '@/components/highlight/highlight.css';
import { createListing, type Listing } from '@/components/listing/listing';
import { identify } from '@/domain/identify';
import { ok } from '@/domain/result';
import { serve } from '@/rpc/serve';
import { matches, siteFor } from '@/sites';
import { digest } from '@/sites/digest';
import { isMatch } from '@/sites/match';
import type { Site } from '@/sites/site';
import { describe } from './describe';
import { watchPage } from './watch-page';

/** Set once Gloss has run on a page. A second start (which ends the first) is a person who asks. */
const RAN = Symbol.for('gloss.ran');

export default defineContentScript({
  matches,
  runAt: 'document_idle',
  main: (ctx) => start(ctx),
});

function start(ctx: ContentScriptContext): void {
  const world = globalThis as { [RAN]?: true };
  // Where the manifest's patterns reach further than the adapter, nothing runs until a person asks.
  const asked =
    world[RAN] === true || !matches.some((pattern) => isMatch(pattern, new URL(location.href)));
  world[RAN] = true;
  let forced = false;
  let site: Site = digest;
  let life: AbortController | null = null;
  let listing: Listing | null = null;
  let took = 0;
  let shown: Promise<unknown> = Promise.resolve();

  const leave = (): void => {
    life?.abort();
    life = null;
    listing = null;
  };

  /** Reads the page; sets the interface up where there are entries, takes it away where there are none. */
  const read = (): void => {
    const url = new URL(location.href);
    const known = forced ? digest : siteFor(url);
    const before = site;
    site = known ?? digest;
    if (!known && !asked) return leave();
    if (before !== site) leave();
    const at = Date.now();
    const begun = performance.now();
    const from = { site: site.id, url: location.href, title: document.title, at };
    const entries = site.entries(document, url).map((entry) => identify(entry, from));
    took = performance.now() - begun;
    if (entries.length === 0 && site !== digest) return leave();
    if (!listing) {
      life = new AbortController();
      listing = createListing({ site: site.id, signal: life.signal });
    }
    shown = listing.show(entries);
  };
  ctx.onInvalidated(leave);
  read();
  watchPage(ctx, document, read);

  serve(
    {
      'listing.describe': async () => {
        await shown;
        return ok(describe(site.id, listing, took));
      },
      'listing.read': async ({ by }: { by: 'site' | 'digest' }) => {
        forced = by === 'digest';
        read();
        return ok(null);
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
    ctx.signal,
  );
}
