import type { Entry } from '@/domain/entry';
import { collapse } from '@/domain/text';
import { rolesOf } from './digest/candidates';
import { choose } from './digest/choose';
import { FactReader } from './digest/facts';
import { placeOf } from './digest/model';
import { blocksOf } from './digest/page';
import type { Reading } from './digest/reading';
import { entryOf } from './read/entry';
import type { Site } from './site';

/** What a page about one paper says of itself (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing). */
const ONE_PAPER = 'meta[name="citation_title"], meta[name="DC.Title"], meta[name="dc.title"]';

function entryFrom(reading: Reading): Entry | undefined {
  const { title, abstract, authors, ids, links, date } = reading;
  return entryOf({
    title: placeOf(title.span),
    abstract: abstract.flatMap(placeOf),
    authors,
    ids,
    links,
    date: collapse(date) || undefined,
    root: reading.record.box?.element ?? null,
  });
}

/**
 * The detector for pages that no adapter knows: HTML in any shape, or plain text as a browser shows it.
 * It reads the page as a row of blocks, takes each group of blocks that the page treats alike for the
 * titles of a list, reads what stands around each, and keeps the group that explains most of the page as
 * papers. Linear in the length of the page.
 */
export const digest: Site = {
  id: 'digest',
  name: 'Digest',
  matches: [],
  entries: (page, url) => {
    if (!page.body || page.querySelector(ONE_PAPER)) return [];
    const { blocks } = blocksOf(page.body);
    const facts = new FactReader(url);
    return choose(rolesOf(blocks, facts), blocks, facts, page.title).flatMap(
      (reading) => entryFrom(reading) ?? [],
    );
  },
};
