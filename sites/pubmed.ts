import { idsFromText } from '@/domain/identity/identity-links';
import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { personNames } from '@/domain/person/list';
import { volumeIn } from './read/printed';
import { isoDate } from './read/words';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';

/**
 * PubMed: search results as summaries or with abstracts, similar and cited-by lists, collections, trending.
 * Evidence: rows of live pages of 2026 as public test suites keep them. A summary is `article.full-docsum` with
 * `a.docsum-title`; a result in the abstract format is `article.article-overview` with `#full-view-heading`.
 * Titles end in a full stop that is not theirs.
 */
export const pubmed: Site = {
  id: 'pubmed',
  name: 'PubMed',
  matches: ['https://pubmed.ncbi.nlm.nih.gov/*'],
  excludes: ({ pathname, searchParams }) =>
    !/^\/(?:trending|collections\/.+|\d+\/.*similar.*)\/?$/.test(pathname) &&
    !(pathname === '/' && ['term', 'linkname', 'from_uid'].some((name) => searchParams.has(name))),
  entries: (page, url) => [
    ...entriesOf(page.querySelectorAll('article.full-docsum'), (row) => {
      const link = row.querySelector('a.docsum-title');
      const citation = textOf(row.querySelector('.full-journal-citation'));
      return {
        title: placeOf(link, /^\s*/, STOP),
        authors: personNames(textOf(row.querySelector('.full-authors'))),
        ids: { ...idsFromText(citation), pmid: textOf(row.querySelector('.docsum-pmid')) },
        links: [hrefOf(link, url)],
        date: yearFirst(citation),
        printed: () => ({ ...volumeIn(citation), venue: journalIn(citation) }),
        root: row,
        isEnglish: true,
      };
    }),
    ...entriesOf(page.querySelectorAll('article.article-overview'), (article) => {
      const link = oneIn(article, '.heading-title a');
      const abstract = article.querySelector('.abstract-content');
      return {
        title: placeOf(link ?? article.querySelector('.heading-title'), /^\s*/, STOP),
        abstract: placeOf(abstract),
        authors: allIn(article, '.inline-authors .authors-list .full-name').map(textOf),
        ids: {
          ...idsFromText(textOf(article.querySelector('.citation-doi'))),
          pmid: textOf(article.querySelector('.current-id')),
        },
        links: [hrefOf(link, url)],
        date: yearFirst(textOf(article.querySelector('.cit'))),
        printed: () => ({
          ...volumeIn(textOf(article.querySelector('.cit'))),
          venue: textOf(oneIn(article, '.journal-actions button')),
        }),
        root: article,
        isEnglish: true,
      };
    }),
  ],
  list: (page) => page.querySelector('.search-results-chunks, .search-results'),
};

const STOP = /\.?\s*$/;

/** The journal before the date: `J Chem Phys. 2010 Jul 5;136(4):495-525.` */
const journalIn = (citation: string): string | undefined =>
  /^(.+?)\.\s+(?:19|20)\d{2}\b/.exec(citation)?.[1];

/** PubMed writes dates from the year on: `2010 Jul 5;136(4):495-525.` */
const yearFirst = (citation: string): string | undefined => {
  const [, year, month, day] =
    /\b((?:19|20)\d{2})(?: ([A-Z][a-z]{2}))?(?: (\d{1,2}))?\b/.exec(citation) ?? [];
  return year && month ? isoDate(`${day ?? ''} ${month} ${year}`.trim()) : year;
};
