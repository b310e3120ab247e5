import type { Entry } from '@/domain/entry';
import type { Taught } from '@/domain/taught';
import { digest } from '@/sites/digest';
import { entryFrom } from '@/sites/digest/entry';
import { FactReader } from '@/sites/digest/facts';
import { blocksOf } from '@/sites/digest/page';
import { readRecord } from '@/sites/digest/reading';
import { recordsOf } from '@/sites/digest/records';
import { statedOn } from '@/sites/digest/stated';
import { baseOf } from '@/sites/read/links';
import type { Site } from '@/sites/site';
import { apartIn, holdersOf, titlesOf } from './titles';

/** The entries whose titles the patterns name, each with the text around it. */
function taughtEntries(page: Document, url: URL, taught: Taught): Entry[] {
  const holders = holdersOf(page, taught);
  if (!page.body || holders.length === 0) return [];
  const facts = new FactReader(baseOf(page, url), statedOn(page));
  const isNaming = (href: string): boolean => facts.idsOf(href).length > 0;
  const { blocks } = blocksOf(page.body, isNaming, apartIn(holders));
  const titles = titlesOf(holders, blocks);
  return recordsOf(titles, blocks, facts).flatMap(
    (record) => entryFrom(readRecord(record, blocks, facts)) ?? [],
  );
}

const nodeOf = ({ titlePlace }: Entry): Node | undefined => titlePlace[0]?.node;

/** The element that holds an entry's title. */
export function titleElement(entry: Entry): Element | null {
  const node = nodeOf(entry);
  return node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null);
}

/** Whether an element lies within one that a selector names. */
export function isWithin(element: Element | null, selectors: readonly string[]): boolean {
  try {
    return selectors.some((selector) => element?.closest(selector));
  } catch {
    return false;
  }
}

/** Entries of two readings in page order; of one title the first reading's. */
function merged(own: readonly Entry[], others: readonly Entry[]): Entry[] {
  const known = new Set(own.flatMap(({ titlePlace }) => titlePlace.map(({ node }) => node)));
  const more = others.filter(({ titlePlace }) => !titlePlace.some(({ node }) => known.has(node)));
  return [...own, ...more].toSorted((a, b) => {
    const [first, second] = [nodeOf(a), nodeOf(b)];
    if (!first || !second || first === second) return 0;
    return first.compareDocumentPosition(second) & 4 ? -1 : 1;
  });
}

/**
 * A site's reader with what a person taught of its lists: their patterns' entries, with or without those that the
 * reader finds by itself, and nothing that they said is no paper. Where a page has nothing of the patterns the reader
 * reads it alone.
 */
export const taughtSite = (taught: Taught, base: Site): Site => ({
  id: base.isPaper ? digest.id : base.id,
  name: base.name,
  matches: base.matches,
  entries: (page, url) => {
    const own = taughtEntries(page, url, taught);
    const others = taught.isAll && own.length > 0 ? [] : base.entries(page, url);
    return merged(own, others).filter((entry) => !isWithin(titleElement(entry), taught.others));
  },
});
