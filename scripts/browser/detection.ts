import type { ListingDescription } from '@/rpc/protocol';
import { ensureBuild } from './build';
import type { Case } from './cases';
import { launch, openApp } from './extension';
import { annotate, annotateAsDigest, type Listing, openListing } from './listing';
import { servePages } from './pages';

export interface Mode {
  /** Whether the digest detector reads every page, as if there were no adapters. */
  digestOnly: boolean;
  /** Whether a page on which an adapter finds nothing is left at that. */
  once?: boolean;
}

/**
 * Has the real content script read saved pages, one after the other, and hands out what it found; `null`
 * where it found nothing to answer for. Where an adapter finds nothing, the digest detector is asked, as the
 * page offers it. Fails when Gloss does not answer on a page.
 */
export async function detectPages(
  cases: readonly Case[],
  mode: Mode,
  found: (page: Case, description: ListingDescription | null) => void,
): Promise<void> {
  ensureBuild();
  const browser = await launch({ hosts: ['<all_urls>'] });
  try {
    const serve = await servePages(browser.context);
    const app = await openApp(browser);
    for (const one of cases) {
      serve(one.page);
      const listing = await openListing(browser, app, one.page.url);
      found(one, await read(app, listing, mode));
      await listing.page.close();
    }
  } finally {
    await browser.close();
  }
}

type App = Awaited<ReturnType<typeof openApp>>;

async function read(app: App, listing: Listing, mode: Mode): Promise<ListingDescription | null> {
  if (mode.digestOnly) return answered(await annotateAsDigest(app, listing));
  const known = answered(await annotate(app, listing));
  // A paper's own page lists none.
  if (known?.is === 'paper') return { ...known, papers: [] };
  if (known === null || known.papers.length > 0 || mode.once) return known;
  const asked = answered(await annotateAsDigest(app, listing));
  return asked && asked.papers.length > 0 ? asked : known;
}

/** A page that is no listing has no content script that answers. */
function answered(answer: Awaited<ReturnType<typeof annotate>>): ListingDescription | null {
  if (answer.ok) return answer.value;
  if (answer.error.reason === 'missing') return null;
  throw new Error(answer.error.message);
}
