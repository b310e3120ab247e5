import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';

/**
 * DBLP: venues (`/db/…`), people (`/pid/…`), search, streams. Evidence: the site's stable markup as public
 * readers of it describe it: `li.entry` with its key as id, `.title` (plain text that ends in a full stop),
 * `[itemprop="author"]`, and the electronic edition as the first link of `nav.publ`.
 */
export const dblp: Site = {
  id: 'dblp',
  name: 'dblp',
  matches: ['dblp.org', 'www.dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'].flatMap((host) =>
    ['/db/*', '/pid/*', '/pers/*', '/search*', '/streams/*'].map(
      (path) => `https://${host}${path}`,
    ),
  ),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('li.entry'), (entry) => {
      // The record of a whole volume is listed among its papers.
      if (entry.classList.contains('editor')) return undefined;
      const editions = allIn(entry, 'nav.publ li.drop-down:first-child a[href]');
      return {
        title: placeOf(entry.querySelector('.title'), /^\s*/, /\.?\s*$/),
        // The number that tells namesakes apart is no part of a name.
        authors: [...entry.querySelectorAll('[itemprop="author"]')].map((author) =>
          textOf(author).replace(/\s\d{4}$/, ''),
        ),
        ids: { dblp: entry.id || undefined },
        links: [
          ...editions.map((link) => hrefOf(link, url)),
          entry.id ? `https://dblp.org/rec/${entry.id}` : undefined,
        ],
        date:
          entry.querySelector('[itemprop="datePublished"]')?.getAttribute('content') ??
          (textOf(entry.querySelector('[itemprop="datePublished"]')) || undefined),
        printed: () => ({
          venue: property(entry, 'isPartOf'),
          volume: property(entry, 'volumeNumber'),
          issue: property(entry, 'issueNumber'),
          pages: property(entry, 'pagination'),
        }),
        root: entry,
        isEnglish: true,
      };
    }),
};

/** The text of a property of schema.org; of what the entry is part of, its name. */
const property = (entry: Element, name: string): string =>
  textOf(
    oneIn(entry, `[itemprop="${name}"] [itemprop="name"]`) ??
      entry.querySelector(`[itemprop="${name}"]`),
  );
