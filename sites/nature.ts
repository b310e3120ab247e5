import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { isPaperLink } from './read/paper-link';
import { placeOf, textOf } from './read/place';
import type { Site } from './site';

/**
 * Nature and its journals: search, lists of articles, issues, subjects. Evidence: the site's design system as public
 * readers describe it (2023 to 2026): `article` with `h3 > a[href^="/articles/"]`, `[itemprop="creator"]`,
 * `time[datetime]`. News pieces (`d41586-…`) are no papers; the line under a title is no abstract.
 */
export const nature: Site = {
  id: 'nature',
  name: 'Nature',
  matches: [
    'search?*',
    '*/articles',
    '*/articles?*',
    '*/research-articles*',
    '*/reviews-and-analysis*',
    '*/volumes/*/issues/*',
    '*/current-issue*',
    'subjects/*',
    'collections/*',
  ].map((path) => `https://www.nature.com/${path}`),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('article'), (article) => {
      const link = article.querySelector('h2 a[href*="/articles/"], h3 a[href*="/articles/"]');
      const href = hrefOf(link, url);
      if (!href || !isPaperLink(href)) return undefined;
      return {
        title: placeOf(link),
        authors: [...article.querySelectorAll('[itemprop="creator"]')].map((name) =>
          textOf(name).replace(/^[,&\s]+|,$/g, ''),
        ),
        links: [href],
        date: article.querySelector('time[datetime]')?.getAttribute('datetime')?.slice(0, 10),
        root: article,
      };
    }),
};
