import { idsFromLink } from '@/domain/identity/identity-links';
import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, spacedText, textOf } from './read/place';
import { isoDate } from './read/words';
import { personNames } from '@/domain/person/list';
import type { Site } from './site';

/**
 * SpringerLink: search, a journal's articles and issues, a book's chapters. Evidence: public readers of the pages of
 * 2025 and 2026: cards `article.app-card-open` or `li[data-test]` with a heading that links to `/article/DOI` or
 * `/chapter/DOI`; authors in `[data-test="authors"]` or `.app-author-list__item`. Descriptions are cut.
 */
export const springer: Site = {
  id: 'springer',
  name: 'SpringerLink',
  matches: [
    'search?*',
    'journal/*/articles*',
    'journal/*/volumes-and-issues/*',
    'journal/*/online-first*',
    'book/*',
    'collections/*',
  ].map((path) => `https://link.springer.com/${path}`),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('h2 a, h3 a, h4 a, a.title'), (link) => {
      const href = hrefOf(link, url);
      if (!href || !/\/(?:article|chapter)\//.test(href) || !idsFromLink(href)['doi'])
        return undefined;
      const card = link.closest('li, article');
      const items = [...(card?.querySelectorAll('.app-author-list__item') ?? [])];
      const line = card?.querySelector('[data-test="authors"], .c-author-list, .authors');
      return {
        title: placeOf(link),
        authors:
          items.length > 0
            ? items.map(textOf)
            : personNames(textOf(line).replace(/\s+in\s+.*$/, '')),
        links: [href],
        date: isoDate(
          spacedText(card?.querySelector('[data-test="published"], .c-meta, .meta, time')),
        ),
        root: card,
      };
    }),
};
