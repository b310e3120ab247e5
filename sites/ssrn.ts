import { cardEntries } from './read/cards';
import { textOf } from './read/place';
import type { Site } from './site';

/**
 * SSRN: search, journals' and authors' lists. Evidence: its addresses alone (`…?abstract_id=N`); the cards are
 * found by those links, whatever their markup is.
 */
export const ssrn: Site = {
  id: 'ssrn',
  name: 'SSRN',
  matches: [
    'searchresults.cfm*',
    'sol3/results.cfm*',
    'sol3/JELJOUR_Results.cfm*',
    'sol3/Jeljour_results.cfm*',
    'sol3/cf_dev/AbsByAuth.cfm*',
    'sol3/topten/*',
  ].map((path) => `https://papers.ssrn.com/${path}`),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[href*="abstract_id="], a[href*="abstract="]',
      scheme: 'ssrn',
      own: (id) => `https://papers.ssrn.com/sol3/papers.cfm?abstract_id=${id}`,
      more: (card) => ({
        authors: [...card.querySelectorAll('a[href*="AbsByAuth"], a[href*="per_id="]')].map(textOf),
      }),
    }),
};
