import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { isoDate } from './read/words';
import type { Site } from './site';
import { FIRST } from './skims/matches';
import { excludes, panelIds, panelLink, panelsOf } from './skims/papers-cool';

/**
 * papers.cool (Cool Papers): arXiv categories and venues, search. Evidence: a served search page of October
 * 2025, public readers of the page of 2025 and 2026: `div.panel.paper` whose id is the arXiv id or `NOTE@OpenReview`, `a.title-link`, `a.author`,
 * `p.summary` (the whole abstract), `.date-data`.
 */
export const papersCool: Site = {
  id: 'papers-cool',
  name: 'Cool Papers',
  matches: FIRST['papers-cool'],
  excludes,
  entries: (page, url) =>
    entriesOf(panelsOf(page), (panel) => {
      const link = panelLink(panel);
      return {
        title: placeOf(link),
        abstract: placeOf(panel.querySelector('.summary')),
        authors: [...panel.querySelectorAll('a.author')].map(textOf),
        ids: panelIds(panel),
        links: [hrefOf(link, url)],
        date: isoDate(textOf(panel.querySelector('.date-data'))),
        printed: { venue: /\/venue\/([\w-]+)/.exec(url.pathname)?.[1] },
        root: panel,
      };
    }),
};
