import type { Entry } from '@/domain/entry';
import { cardEntries } from './read/cards';
import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { isoDate } from './read/words';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';

const AUTHORS = 'a[href*="AbsByAuth"], a[href*="per_id="]';

/** Search results: `.result-item` with `h3 > a`, authors as links, affiliations in a paragraph of their own. */
const results = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('.result-item'), (item) => {
    const link = oneIn(item, 'h3 a[href*="abstract"]');
    return {
      title: placeOf(link),
      authors: allIn(item, AUTHORS).map(textOf),
      links: [hrefOf(link, url)],
      date: isoDate(/Posted:?\s*(\d{1,2} \p{L}+ \d{4})/u.exec(item.textContent)?.[1] ?? ''),
      root: item,
    };
  });

/** Journals' and authors' lists: the cards are found by the papers' addresses, whatever their markup is. */
const cards = (page: Document, url: URL): Entry[] =>
  cardEntries(page, url, {
    selector: 'a[href*="abstract_id="], a[href*="abstract="]',
    scheme: 'ssrn',
    own: (id) => `https://papers.ssrn.com/sol3/papers.cfm?abstract_id=${id}`,
    more: (card) => ({
      // What is long there are affiliations, and how a paper wants to be cited.
      abstract: [],
      authors: [...card.querySelectorAll(AUTHORS)].map(textOf),
    }),
  });

/**
 * SSRN: search, journals' and authors' lists. Evidence: a search page of October 2025, saved when its scripts had
 * drawn it; of the other lists their addresses alone (`…?abstract_id=N`). None of them shows abstracts.
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
  entries: (page, url) => {
    const found = results(page, url);
    return found.length > 0 ? found : cards(page, url);
  },
};
