import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { isoDate } from './read/words';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';

/**
 * ACM Digital Library: search, tables of contents, proceedings, profiles. Evidence: a served search page of August
 * 2020, and an item's markup as papers' own pages quote it (2024): `.issue-item` with `.issue-item__title a` to
 * `/doi/…`, `/doi/abs/…` or `/book/…`, authors in `ul.loa`, the abstract cut by the server when it is long.
 */
export const acm: Site = {
  id: 'acm',
  name: 'ACM Digital Library',
  matches: ['action/doSearch?*', 'toc/*', 'doi/proceedings/*', 'profile/*'].map(
    (path) => `https://dl.acm.org/${path}`,
  ),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.issue-item'), (item) => {
      const link = oneIn(item, '.issue-item__title a[href*="/10."]');
      if (!link) return undefined;
      const abstract = oneIn(item, '.issue-item__abstract p');
      const isCut = /(?:…|\.\.\.)\s*$/.test(abstract?.textContent ?? '');
      return {
        title: placeOf(link),
        abstract: isCut ? [] : placeOf(abstract),
        authors: allIn(item, 'ul.loa a[href*="/profile/"]').map((name) =>
          textOf(name).replace(/,$/, ''),
        ),
        links: [hrefOf(link, url)?.replace(/\?.*$/, '')],
        date: isoDate(textOf(item.querySelector('.bookPubDate, .issue-item__detail'))),
        root: item,
      };
    }),
};
