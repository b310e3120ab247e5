import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { personNames } from '@/domain/person/list';
import { oneIn } from './read/within';
import type { Site } from './site';

/**
 * AAAI's proceedings and its conferences' (AAAI, ICWSM, AIIDE, …): issues and search. Evidence: Open Journal Systems'
 * default theme (github.com/pkp/ojs): `.obj_article_summary` with `.title > a` and `.authors`.
 */
export const aaai: Site = {
  id: 'aaai',
  name: 'AAAI',
  matches: ['issue/view/*', 'issue/current*', 'search/*', 'search?*'].map(
    (path) => `https://ojs.aaai.org/index.php/*/${path}`,
  ),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.obj_article_summary'), (item) => {
      const link = oneIn(item, '.title a');
      return {
        title: placeOf(link),
        authors: personNames(textOf(item.querySelector('.authors'))),
        links: [hrefOf(link, url)],
        printed: { venue: /\/index\.php\/([A-Z][\w-]*)\//.exec(url.pathname)?.[1] },
        root: item,
      };
    }),
};
