import { entriesOf } from './read/entry';
import { hrefOf, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { allIn } from './read/within';
import type { Site } from './site';

/**
 * IEEE Xplore: search, journals' issues, conferences' papers, authors. One application in one page, so the whole
 * host is matched. Evidence: a served search page of February 2026: `xpl-results-item` with `h3 > a` to
 * `/document/ID/`, all of it twice, for wide and for narrow screens; an issue's list (`xpl-issue-results-items`) by
 * public readers of the page of 2024 to 2026. The abstract there is cut, so none is read.
 */
export const ieee: Site = {
  id: 'ieee',
  name: 'IEEE Xplore',
  matches: ['https://ieeexplore.ieee.org/*'],
  excludes: ({ pathname }) =>
    !/^\/(?:search\/searchresult\.jsp|xpl\/(?:tocresult|mostRecentIssue|conhome|topAccessedArticles)|author\/|xpl\/.*proceeding)/.test(
      pathname,
    ),
  entries: (page, url) =>
    entriesOf(
      page.querySelectorAll('xpl-results-item, xpl-issue-results-items .result-item'),
      (item) => {
        const link = item.querySelector('h2 a[href*="/document/"], h3 a[href*="/document/"]');
        return {
          title: placeOf(link),
          authors: allIn(item.querySelector('xpl-authors-name-list, .author'), 'a').map(textOf),
          links: [hrefOf(link, url), ...linksIn(item, url, /^(?!https:\/\/doi\.org\/)/)],
          date: /Year:\s*(\d{4})/.exec(textOf(item))?.[1],
          root: item,
        };
      },
    ),
};
