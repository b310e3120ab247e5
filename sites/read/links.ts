import { idsFromLink, linkTarget } from '@/domain/identity-links';

/** A link's absolute http(s) address against the page's, or `undefined`. Redirects of search and mail pages are resolved in the address. */
export function hrefOf(link: Element | null | undefined, base: URL): string | undefined {
  const raw = link?.getAttribute('href')?.trim();
  return raw ? absolute(raw, base) : undefined;
}

/** An address as a page gives it, absolute and http(s); `undefined` for any other. */
export function absolute(raw: string, base: URL): string | undefined {
  if (raw.startsWith('#') || !URL.canParse(raw, base.href)) return undefined;
  const url = new URL(raw, base.href);
  return url.protocol === 'http:' || url.protocol === 'https:' ? linkTarget(url.href) : undefined;
}

/** Absolute addresses of an element's links, each once, in page order; without those whose `href` a pattern fits. */
export function linksIn(root: Element | null | undefined, base: URL, except?: RegExp): string[] {
  const links = new Set<string>();
  for (const link of root?.getElementsByTagName('a') ?? []) {
    const raw = link.getAttribute('href');
    if (raw === null || except?.test(raw)) continue;
    const href = hrefOf(link, base);
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

const CODE_HOST =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/?#]+\/[^/?#]+/i;

/** The first link to a code repository. */
export const codeLink = (links: readonly string[]): string | undefined =>
  links.find((link) => CODE_HOST.test(link));
