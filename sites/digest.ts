import { idsFromLink } from '@/domain/identity/identity-links';
import { normaliseTitle } from '@/domain/identity/paper-key';
import { rolesOf } from './digest/candidates';
import { choose } from './digest/choose';
import { FactReader } from './digest/facts';
import { entryFrom } from './digest/entry';
import { rootsOf } from './digest/mail';
import { blocksOf } from './digest/page';
import type { Reading } from './digest/reading';
import { withSectionYears } from './digest/section-years';
import { statedOn } from './digest/stated';
import { mayListPapers } from './digest/traces';
import { feedEntries } from './feed/feed';
import { baseOf } from './read/links';
import { jsonLdPapers } from './read/metadata';
import type { Site } from './site';

/** What a page about one paper says of itself (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). */
const ONE_PAPER = 'meta[name="citation_title" i], meta[name="dc.title" i]';

/** Addresses that name what holds papers, as a paper's own does: proceedings, a book, an issue. */
const HOLDER = /\/(?:proceedings|book|toc|issue|volume|series|journal)s?\//i;

/** Whether a page says that it is about one paper, or has a paper's own address. */
const isOnePaper = (page: Document, url: URL): boolean => {
  if (page.querySelector(ONE_PAPER)) return true;
  if (!HOLDER.test(url.pathname) && Object.keys(idsFromLink(url.href)).length > 0) return true;
  const papers = jsonLdPapers(page).filter(({ scholarly }) => scholarly);
  return papers.length === 1;
};

/**
 * Drops text that the page has twice: what a closed part repeats (a copy for print), and what follows itself (one copy for
 * phones, one for wide screens). A paper that is listed in two places counts twice.
 */
function withoutCopies(readings: readonly Reading[]): Reading[] {
  const isClosed = ({ title }: Reading): boolean => title.span.block.frame.isClosed;
  const keyOf = ({ title }: Reading): string => normaliseTitle(title.text);
  const seen = new Set(readings.filter((one) => !isClosed(one)).map(keyOf));
  return readings.filter((reading, index) => {
    const last = readings[index - 1];
    const key = keyOf(reading);
    if (last && keyOf(last) === key && last.links[0] === reading.links[0]) return false;
    return !isClosed(reading) || (!seen.has(key) && seen.add(key));
  });
}

/**
 * The detector for pages that no adapter knows: HTML in any shape, or plain text as a browser shows it.
 * It reads the page as a row of blocks, takes each group of blocks that the page treats alike for the
 * titles of a list, reads the text around each, and keeps the group that explains most of the page as
 * papers. Linear in the length of the page.
 */
export const digest: Site = {
  id: 'digest',
  name: 'Digest',
  matches: [],
  entries: (page, url) => {
    if (!page.body) return [];
    const feed = feedEntries(page, url);
    if (feed) return feed;
    if (isOnePaper(page, url)) return [];
    const [base, stated] = [baseOf(page, url), statedOn(page)];
    const shared = new FactReader(base, stated);
    const isNaming = (href: string): boolean => shared.idsOf(href).length > 0;
    if (!mayListPapers(page, url, isNaming)) return [];
    const roots = rootsOf(page, url);
    return roots.flatMap((root) => {
      const { blocks } = blocksOf(root, isNaming);
      // Facts are kept by the number of a block.
      const facts = roots.length === 1 ? shared : new FactReader(base, stated);
      const chosen = choose(rolesOf(blocks, facts), blocks, facts, page.title);
      const readings = withSectionYears(chosen, blocks, facts);
      return withoutCopies(readings).flatMap((reading) => entryFrom(reading) ?? []);
    });
  },
};
