import { idsFromLink } from '@/domain/identity/identity-links';
import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { yearIn } from './read/words';
import { personNames } from '@/domain/person/list';
import type { Site } from './site';

/**
 * NeurIPS proceedings: a year's papers, search, an author's papers. Evidence: public test suites keep both layouts:
 * since 2020 `ul.paper-list > li` with `a[title="paper title"]` and `.paper-authors`, before that
 * `li > a` and the authors in `i`.
 */
export const neurips: Site = {
  id: 'neurips',
  name: 'NeurIPS Proceedings',
  matches: ['papers.nips.cc', 'papers.neurips.cc', 'proceedings.neurips.cc'].flatMap((host) => [
    `https://${host}/paper/*`,
    `https://${host}/paper_files/paper/*`,
    `https://${host}/papers/search*`,
    `https://${host}/book/*`,
    `https://${host}/author/*`,
  ]),
  excludes: ({ pathname }) => /\/(?:hash|file)\/|^\/paper\/\d+-/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('li'), (item) => {
      const link =
        item.querySelector('a[title="paper title"]') ?? item.querySelector('a[href*="paper"]');
      const href = hrefOf(link, url);
      if (!href || !idsFromLink(href)['neurips']) return undefined;
      return {
        title: placeOf(link),
        authors: personNames(textOf(item.querySelector('.paper-authors, i'))),
        links: [href],
        date: yearIn(href),
        printed: { venue: 'NeurIPS' },
        root: item,
      };
    }),
};
