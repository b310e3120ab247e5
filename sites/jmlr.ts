import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { personNames } from '@/domain/person/list';
import type { Site } from './site';

/**
 * JMLR: the papers of a volume, the newest ones, and special topics. Evidence: the journal's markup, unchanged for years:
 * `dl > dt` (title, plain text) and `dd` with the authors in `b > i` and links named abs, pdf, bib, code.
 */
export const jmlr: Site = {
  id: 'jmlr',
  name: 'JMLR',
  matches: ['jmlr.org', 'www.jmlr.org'].flatMap((host) => [
    `*://${host}/papers/*`,
    `*://${host}/mloss/*`,
    `*://${host}/tmlr/*`,
  ]),
  excludes: ({ pathname }) => /\/v\d+\/.+\.html$|\.pdf$/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('dl > dt'), (title) => {
      const details = title.nextElementSibling;
      if (details?.localName !== 'dd') return undefined;
      const links = [...details.querySelectorAll('a[href]')];
      const named = (name: string): string | undefined =>
        hrefOf(
          links.find((link) => textOf(link).toLowerCase() === name),
          url,
        );
      const own = named('abs') ?? named('pdf');
      if (!own) return undefined;
      return {
        title: placeOf(title),
        authors: personNames(textOf(details.querySelector('b > i, i'))),
        links: [own, named('pdf')],
        code: named('code'),
        date: /\b(?:19|20)\d{2}\b/.exec(textOf(details))?.[0],
        printed: {
          venue: 'JMLR',
          volume: /\/v(\d+)\//.exec(url.pathname)?.[1],
          pages: /:\s*(\d+\s*[–−-]\s*\d+)/u.exec(textOf(details))?.[1],
        },
      };
    }),
};
