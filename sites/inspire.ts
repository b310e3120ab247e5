import { cardEntries } from './read/cards';
import { hrefOf, linksIn } from './read/links';
import { placeOf, spacedText, textOf } from './read/place';
import { isoDate } from './read/words';
import type { Site } from './site';

/**
 * INSPIRE: literature search, authors, conferences, experiments. One application in one page, so the whole host is
 * matched. Evidence: the site's own code (github.com/inspirehep/inspirehep): `data-test-id` attributes
 * `literature-result-item`, `literature-result-title-link`, `author-link`.
 */
export const inspire: Site = {
  id: 'inspire',
  name: 'INSPIRE',
  matches: ['https://inspirehep.net/*'],
  excludes: ({ pathname }) =>
    !/^\/(?:literature|(?:authors|conferences|experiments)\/\d+)\/?$/.test(pathname),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[data-test-id="literature-result-title-link"]',
      scheme: 'inspire',
      more: (card) => {
        const link = card.querySelector('a[data-test-id="literature-result-title-link"]');
        return {
          title: placeOf(link),
          authors: [...card.querySelectorAll('[data-test-id="author-link"]')].map(textOf),
          links: [hrefOf(link, url), ...linksIn(card, url, OWN)],
          date: isoDate(spacedText(card)),
        };
      },
    }),
  list: (page) => page.querySelector('[data-test-id="search-results"]'),
};

const OWN = /^[#?]|^\/(?!\/)|inspirehep\.net/;
