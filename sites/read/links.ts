import { CODE_HOST } from '@/domain/paper/facts';
import { idsFromLink, linkTarget } from '@/domain/identity/identity-links';

/** Bases of pages by the addresses that they were found for: a memo, not a state. */
const bases = new WeakMap<Document, { url: string; base: URL }>();

/** What a page's relative addresses are relative to: the first `base` that says so, else the page's own address. */
export function baseOf(page: Document, url: URL): URL {
  const known = bases.get(page);
  if (known?.url === url.href) return known.base;
  const said = page.querySelector('base[href]')?.getAttribute('href');
  const base = said && URL.canParse(said, url.href) ? new URL(said, url.href) : url;
  bases.set(page, { url: url.href, base });
  return base;
}

/** A link's absolute http(s) address on a page, or `undefined`. Redirects of search and mail pages are resolved in the address. */
export function hrefOf(link: Element | null | undefined, url: URL): string | undefined {
  const raw = link?.getAttribute('href')?.trim();
  return link && raw ? absolute(raw, baseOf(link.ownerDocument, url)) : undefined;
}

/** An address as a page gives it, absolute and http(s); `undefined` for any other. */
export function absolute(raw: string, base: URL): string | undefined {
  if (raw.startsWith('#') || !URL.canParse(raw, base.href)) return undefined;
  const url = new URL(raw, base.href);
  return url.protocol === 'http:' || url.protocol === 'https:' ? linkTarget(url.href) : undefined;
}

/** Absolute addresses of an element's links, each once, in page order; without those whose `href` a pattern fits. */
export function linksIn(root: Element | null | undefined, url: URL, except?: RegExp): string[] {
  const links = new Set<string>();
  for (const link of root?.getElementsByTagName('a') ?? []) {
    const raw = link.getAttribute('href');
    if (raw === null || except?.test(raw)) continue;
    const href = hrefOf(link, url);
    if (href) links.add(href);
  }
  return [...links];
}

/** Identities that links name; of two that name different papers of one scheme the first counts. */
export function idsFromLinks(links: readonly string[]): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const link of links)
    for (const [scheme, id] of Object.entries(idsFromLink(link))) ids[scheme] ??= id;
  return ids;
}

/** The first link to a code repository. */
export const codeLink = (links: readonly string[]): string | undefined =>
  links.find((link) => CODE_HOST.test(link));

/** Whether an address is that of a PDF: by its ending, or by a part of its path that says so. */
export const isPdf = (link: string): boolean => /\.pdf(?:$|[?#])|\/(?:e?pdf)(?:$|[/?])/i.test(link);
