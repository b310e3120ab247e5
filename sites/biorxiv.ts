import { idsFromText } from '@/domain/identity/identity-links';
import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import type { Site } from './site';

/**
 * bioRxiv and medRxiv: search, collections, recent and early lists. Evidence: a served search page of 2026 (HighWire's
 * Drupal). A citation is `.highwire-cite` with the title in a link; the DOI prefix is 10.1101 or, since 2026, 10.64898.
 */
export const biorxiv: Site = {
  id: 'biorxiv',
  name: 'bioRxiv and medRxiv',
  matches: ['www.biorxiv.org', 'www.medrxiv.org'].flatMap((host) =>
    ['/search/*', '/collection/*', '/content/early/recent*', '/content/early/20*', '/relate/*'].map(
      (path) => `https://${host}${path}`,
    ),
  ),
  // An article's own page was once under the same path as the lists of a day.
  excludes: ({ pathname }) => /^\/content\/early\/\d{4}\/\d{2}\/\d{2}\/./.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.highwire-cite'), (cite) => {
      const link = cite.querySelector('a.highwire-cite-linked-title');
      const abstract = cite.querySelector(
        '.highwire-cite-snippet p, .highwire-cite-abstract p, .abstract p',
      );
      return {
        title: placeOf(link),
        abstract: isWhole(abstract) ? placeOf(abstract) : [],
        authors: [...cite.querySelectorAll('.highwire-citation-author')].map(textOf),
        ids: idsFromText(textOf(cite.querySelector('.highwire-cite-metadata-doi'))),
        links: [hrefOf(link, url)],
        date: dateOf(cite),
        root: cite,
      };
    }),
};

const isWhole = (abstract: Element | null): boolean =>
  abstract !== null && !/(?:…|\.\.\.)\s*$/.test(abstract.textContent ?? '');

/** Preprints since 2019 carry the day in their number: `2026.07.01.735904`. */
const dateOf = (cite: Element): string | undefined => {
  const pages = textOf(cite.querySelector('.highwire-cite-metadata-pages'));
  return /\b(20\d{2})\.(\d{2})\.(\d{2})\.\d+/.exec(pages)?.slice(1).join('-');
};
