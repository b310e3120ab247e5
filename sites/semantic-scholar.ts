import { entriesOf } from './read/entry';
import { hrefOf, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { isoDate } from './read/words';
import type { Site } from './site';

/**
 * Semantic Scholar: search, authors, venues, topics, the reader's library and feeds. One application in one page,
 * so the whole host is matched. Evidence: rows of live pages of 2026 as public test suites keep them: `.cl-paper-row`
 * with `[data-test-id="title-link"]`, `[data-test-id="author-list"]`, `.cl-paper-abstract` (cut unless expanded).
 */
export const semanticScholar: Site = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  matches: ['https://www.semanticscholar.org/*'],
  excludes: ({ pathname }) => !/^\/(?:search|author|venue|topic|me|feed)(?:\/|$)/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.cl-paper-row, [data-test-id="paper-row"]'), (row) => {
      const link = row.querySelector(
        '[data-test-id="title-link"], a[data-heap-id="paper-link"], a[href*="/paper/"]',
      );
      const abstract = row.querySelector('.cl-paper-abstract');
      const whole = abstract && !/(?:…|\.\.\.)\s*(?:Expand)?\s*$/.test(abstract.textContent ?? '');
      return {
        title: placeOf(row.querySelector('.cl-paper-title') ?? link),
        abstract: whole ? placeOf(abstract, /^\s*/, /\s*Collapse\s*$/) : [],
        authors: [...row.querySelectorAll('[data-test-id="author-list"]')].map(textOf),
        links: [hrefOf(link, url), ...linksIn(row, url, OWN)],
        date: isoDate(textOf(row.querySelector('.cl-paper-pubdates'))),
        printed: () => ({
          venue: textOf(
            row.querySelector('[data-test-id="normalized-venue-link"], .cl-paper-venue'),
          ),
        }),
        root: row,
      };
    }),
  list: (page) =>
    page.querySelector('.result-page, [data-test-id="result-page"]')?.parentElement ?? null,
};

/** Links of the site itself: authors, venues, alerts. The paper's own is read apart. */
const OWN = /^[/#?]|^https:\/\/www\.semanticscholar\.org/;
