import { entriesOf } from './read/entry';
import { linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { yearIn } from './read/words';
import { personNames } from '@/domain/person/list';
import type { Site } from './site';

/**
 * IJCAI proceedings: a year's papers. Evidence: public readers of the page since 2017: `div.paper_wrapper` with
 * `.title` (plain text), `.authors` and `.details` that links the PDF and the paper's page.
 */
export const ijcai: Site = {
  id: 'ijcai',
  name: 'IJCAI',
  matches: ['https://www.ijcai.org/proceedings/*'],
  excludes: ({ pathname }) => !/^\/proceedings\/\d{4}\/?$/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.paper_wrapper'), (paper) => {
      const links = linksIn(paper.querySelector('.details') ?? paper, url);
      const own = links.filter((link) => !link.endsWith('.pdf'));
      return {
        title: placeOf(paper.querySelector('.title')),
        authors: personNames(textOf(paper.querySelector('.authors'))),
        links: [...own, ...links],
        date: yearIn(url.pathname),
        printed: { venue: 'IJCAI' },
        root: paper,
      };
    }),
};
