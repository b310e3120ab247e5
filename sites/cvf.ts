import { entriesOf } from './read/entry';
import { hrefOf, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { allIn } from './read/within';
import { yearIn } from './read/words';
import type { Site } from './site';

/**
 * CVF Open Access: the papers of CVPR, ICCV, WACV and ACCV, their days and workshops. Evidence: a saved page of
 * 2019. An entry is `dt.ptitle` and two `dd`: authors as fake links inside forms, then links (pdf, supp, arXiv).
 */
export const cvf: Site = {
  id: 'cvf',
  name: 'CVF Open Access',
  matches: ['CVPR', 'ICCV', 'WACV', 'ACCV', 'ECCV'].map(
    (venue) => `*://openaccess.thecvf.com/${venue}*`,
  ),
  excludes: ({ pathname }) => pathname.includes('/html/') || pathname.includes('/papers/'),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('dt.ptitle'), (title) => {
      const link = title.querySelector('a');
      const [authors, links] = definitions(title);
      return {
        title: placeOf(link ?? title),
        authors: allIn(authors, 'form a').map((name) => textOf(name).replace(/,$/, '')),
        links: [hrefOf(link, url), ...linksIn(links, url, /^#|^\s*$/)],
        date: yearIn(url.pathname),
        printed: { venue: venueOf(url) },
      };
    }),
  list: (page) => page.querySelector('#content dl'),
};

/** `CVPR` of `/CVPR2023`, `WACV` of `/content/WACV2022/html/…`; of a workshop, that it is one. */
function venueOf({ pathname }: URL): string | undefined {
  const [, name, workshops] =
    /\/(?:content[_/])?([A-Z]{3,5})_?\d{4}(_workshops)?/i.exec(pathname) ?? [];
  return name && `${name.toUpperCase()}${workshops ? ' Workshops' : ''}`;
}

/** The two `dd` that follow a title. */
function definitions(title: Element): [Element | null, Element | null] {
  const first = title.nextElementSibling;
  if (first?.localName !== 'dd') return [null, null];
  const second = first.nextElementSibling;
  return [first, second?.localName === 'dd' ? second : first];
}
