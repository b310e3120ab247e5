import { behindProxy } from '@/domain/identity/addresses/wrapped';
import { matches, siteFor } from '@/sites';
import { paperPageFor } from '@/sites/papers/pages';
import type { Site } from '@/sites/site';

/** Hosts that adapters know, made with the first question: few pages are behind a proxy. */
let known: ReadonlySet<string> | undefined;
const isKnown = (host: string): boolean => {
  known ??= new Set(matches.map((pattern) => pattern.split('/')[2]?.replace(/^\*\./, '') ?? ''));
  return known.has(host);
};

/**
 * What reads a known site's page at the address that a library's proxy gives it: the site's own adapter, at the page's
 * own address, so that its papers have the same ids. `undefined` for any other page. For pages that a person asked for.
 */
export function proxiedSiteFor(url: URL): Site | undefined {
  for (const original of behindProxy(url, isKnown)) {
    const site = siteFor(original) ?? paperPageFor(original);
    if (site) return { ...site, entries: (page) => site.entries(page, original) };
  }
  return undefined;
}
