import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, spacedText, textOf } from './read/place';
import { isoDate } from './read/words';
import { personNames } from '@/domain/person/list';
import { allIn } from './read/within';
import type { Site } from './site';

/**
 * ScienceDirect: search results and a journal's issues. Evidence: public readers of the page of 2020 to 2026: a
 * result is `li.ResultItem` (with `data-doi`) around `a.result-list-title-link`; an issue's article is
 * `.js-article-list-item` with `a.article-content-title`. Abstracts open on a click and are not read.
 */
export const sciencedirect: Site = {
  id: 'sciencedirect',
  name: 'ScienceDirect',
  matches: ['search?*', 'search/*', 'journal/*'].map(
    (path) => `https://www.sciencedirect.com/${path}`,
  ),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.result-list-title-link, .article-content-title'), (link) => {
      const item = link.closest('li.ResultItem, .js-article-list-item');
      const names = allIn(item, '.Authors .author').map(textOf);
      const line = textOf(item?.querySelector('.js-article__item__authors'));
      return {
        title: placeOf(link),
        authors: names.length > 0 ? names : personNames(line),
        ids: { doi: item?.getAttribute('data-doi') ?? undefined },
        links: [hrefOf(link, url)],
        date: isoDate(spacedText(item?.querySelector('.srctitle-date-fields'))),
        root: item,
      };
    }),
};
