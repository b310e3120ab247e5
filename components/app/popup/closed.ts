/** Why the browser lets no extension run on a page. */
export type Closed = 'browser' | 'store' | 'pdf' | 'scheme';

/** Stores that keep extensions off their pages; Firefox keeps them off these of its maker's. */
const STORES =
  /^(?:chromewebstore\.google\.com|chrome\.google\.com|microsoftedge\.microsoft\.com|addons\.mozilla\.org|accounts\.firefox\.com)$/;

/**
 * Why Gloss can't run at an address, as far as the address tells; `null` where it may. An address that the
 * browser does not tell may be any.
 */
export function closedAt(url: string | undefined): Closed | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (/^(?:blob|data|view-source|javascript|ftp):$/.test(protocol)) return 'scheme';
  if (!/^(?:https?|file):$/.test(protocol)) return 'browser';
  if (
    STORES.test(hostname) &&
    (hostname !== 'chrome.google.com' || pathname.startsWith('/webstore'))
  )
    return 'store';
  // arXiv's PDFs have no ending.
  if (/\.pdf$/i.test(pathname) || pathname.startsWith('/pdf/')) return 'pdf';
  return null;
}
