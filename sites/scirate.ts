import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { isoDate } from './read/words';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';

/**
 * SciRate: the feeds (`/`, `/arxiv/quant-ph`), search, a person's scited papers. Evidence: the site's own templates
 * (github.com/scirate/scirate, `app/views/papers/_paper.html.slim`): `li.paper` with `.title > a`,
 * `.authors > a`, `.uid` and the whole `.abstract`, hidden or not.
 */
export const scirate: Site = {
  id: 'scirate',
  name: 'SciRate',
  matches: ['', '?*', 'arxiv/*', 'search?*', 'users/*'].map(
    (path) => `https://scirate.com/${path}`,
  ),
  excludes: ({ pathname }) => /^\/arxiv\/(?:[\w-]+(?:\.\w+)?\/\d{7}|\d{4}\.\d{4,5})/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('li.paper'), (paper) => {
      const link = oneIn(paper, '.title a');
      return {
        title: placeOf(link),
        abstract: placeOf(paper.querySelector('.abstract')),
        authors: allIn(paper, '.authors a[href*="au:"]').map((name) =>
          textOf(name).replace(/,$/, ''),
        ),
        links: [hrefOf(link, url)],
        date: isoDate(textOf(paper.querySelector('.uid'))),
        root: paper,
      };
    }),
  list: (page) => page.querySelector('ul.papers'),
};
