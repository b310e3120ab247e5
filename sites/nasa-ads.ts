import { cardEntries } from './read/cards';
import { textOf } from './read/place';
import { isoDate } from './read/words';
import type { Site } from './site';

/**
 * NASA ADS: search results and libraries. One application in one page, so the whole host is matched. Evidence: the
 * basic page as public readers describe it (2026): a link to `/abs/BIBCODE/abstract` around
 * `h3.s-results-title`, authors as `.article-author`. Bibcodes of arXiv papers carry their id.
 */
export const nasaAds: Site = {
  id: 'nasa-ads',
  name: 'NASA ADS',
  matches: ['https://ui.adsabs.harvard.edu/*', 'https://scixplorer.org/*'],
  excludes: ({ pathname }) =>
    !/^\/(?:search|public-libraries|user\/libraries)(?:\/|$)/.test(pathname),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[href*="/abs/"]',
      scheme: 'ads',
      more: (card) => ({
        authors: [...card.querySelectorAll('.article-author')].map((name) =>
          textOf(name).replace(/[;,]$/, ''),
        ),
        date: isoDate(textOf(card.querySelector('.s-results-date, .pubdate'))),
      }),
    }),
};
