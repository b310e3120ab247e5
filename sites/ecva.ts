import { entriesOf } from './read/entry';
import { hrefOf, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { yearIn } from './read/words';
import { personNames } from '@/domain/person/list';
import type { Site } from './site';

/**
 * ECVA: the papers of ECCV. Evidence: the page's markup, a sibling of CVF's: `dt.ptitle > a`, a `dd` of authors
 * (plain text, an asterisk for the corresponding one) and a `dd` of links (pdf, supplement, DOI).
 */
export const ecva: Site = {
  id: 'ecva',
  name: 'ECVA',
  matches: ['https://www.ecva.net/papers.php*'],
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('dt.ptitle'), (title) => {
      const link = title.querySelector('a');
      const authors = title.nextElementSibling;
      return {
        title: placeOf(link ?? title),
        authors: authors?.localName === 'dd' ? personNames(textOf(authors)) : [],
        links: [hrefOf(link, url), ...linksIn(authors?.nextElementSibling, url, /^#|\.zip$/)],
        date: yearIn(link?.getAttribute('href') ?? undefined),
        printed: { venue: 'ECCV' },
      };
    }),
};
