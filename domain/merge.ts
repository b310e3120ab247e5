import { idsFromLink } from './identity-links';
import { mergeNotes } from './note';
import type { Listing } from './paper';
import { compareKeys, SCHEMES, strongestFirst } from './paper-key';
import type { HighlightRecord, PaperRecord, TagRecord } from './record';

/*
 * What two records of the same thing make together. Each function is commutative, associative and
 * idempotent: in whichever order files and machines meet, all end with the same.
 */

/** The fuller of two texts; of two as full, the first in the alphabet. */
const fuller = (a: string, b: string): string =>
  a.length !== b.length ? (a.length > b.length ? a : b) : a < b ? a : b;

const fullerList = (a: string[], b: string[]): string[] =>
  a.length !== b.length
    ? a.length > b.length
      ? a
      : b
    : JSON.stringify(a) < JSON.stringify(b)
      ? a
      : b;

/** A paper's own page before other addresses. */
function linkRank(link: string): number {
  const ids = Object.keys(idsFromLink(link));
  const rank = SCHEMES.findIndex((scheme) => ids.includes(scheme));
  return (rank < 0 ? SCHEMES.length : rank) + (/\.pdf$|\/pdf\//.test(link) ? 0.5 : 0);
}

/** Links of two records, each once: those that identify the paper first. */
export const mergeLinks = (a: string[], b: string[]): string[] =>
  [...new Set([...a, ...b])]
    .map((link) => ({ link, rank: linkRank(link) }))
    .toSorted((x, y) => x.rank - y.rank || (x.link < y.link ? -1 : 1))
    .map(({ link }) => link);

/** Where it was listed, each page once with its first time, in the order they were met. */
export function mergeListings(a: Listing[], b: Listing[]): Listing[] {
  const byPage = new Map<string, Listing>();
  for (const listing of [...a, ...b]) {
    const page = `${listing.site} ${listing.url}`;
    const known = byPage.get(page);
    if (!known || before(listing, known)) byPage.set(page, listing);
  }
  return [...byPage.values()].toSorted((x, y) => x.at - y.at || (x.url < y.url ? -1 : 1));
}

const before = (a: Listing, b: Listing): boolean =>
  a.at < b.at || (a.at === b.at && a.title < b.title);

/** Of two values under one stamped name, the one that was set later. */
const isLater = (
  name: string,
  a: { stamps: Record<string, string> },
  b: { stamps: Record<string, string> },
): boolean => (a.stamps[name] ?? '') >= (b.stamps[name] ?? '');

function mergeStamps(a: Record<string, string>, b: Record<string, string>): Record<string, string> {
  const stamps = { ...a };
  for (const [name, stamp] of Object.entries(b))
    if (stamp > (stamps[name] ?? '')) stamps[name] = stamp;
  return stamps;
}

function mergeExtra(
  a: Record<string, unknown> | undefined,
  b: Record<string, unknown> | undefined,
): { extra?: Record<string, unknown> } {
  if (!a || !b) return a || b ? { extra: { ...a, ...b } } : {};
  const extra: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b))
    if (!(name in extra) || JSON.stringify(value) > JSON.stringify(extra[name]))
      extra[name] = value;
  return { extra };
}

/** Two records of one paper. The stronger id stays, the other becomes an alias. */
export function mergePapers(a: PaperRecord, b: PaperRecord): PaperRecord {
  const id = compareKeys(a.id, b.id) <= 0 ? a.id : b.id;
  const decided = isLater('status', a, b) ? a : b;
  const names = new Set([...a.tags, ...b.tags]);
  return {
    id,
    aliases: [...new Set([...a.aliases, ...b.aliases, a.id, b.id])]
      .filter((alias) => alias !== id)
      .toSorted(),
    keys: strongestFirst([...new Set([...a.keys, ...b.keys])]),
    title: fuller(a.title, b.title),
    authors: fullerList(a.authors, b.authors),
    abstract: fuller(a.abstract, b.abstract),
    links: mergeLinks(a.links, b.links),
    listings: mergeListings(a.listings, b.listings),
    status: decided.status,
    savedAt: decided.savedAt,
    tags: [...names]
      .filter((tag) => (isLater(`tag:${tag}`, a, b) ? a : b).tags.includes(tag))
      .toSorted(),
    note: mergeNotes(a.note, b.note),
    stamps: mergeStamps(a.stamps, b.stamps),
    createdAt: Math.min(a.createdAt, b.createdAt),
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
    ...mergeExtra(a.extra, b.extra),
  };
}

/** Two records of one highlight. The passage is the same in both, or gone from the one that was removed. */
export function mergeHighlights(a: HighlightRecord, b: HighlightRecord): HighlightRecord {
  const passage = a.quote.exact.length >= b.quote.exact.length ? a : b;
  const stamps = mergeStamps(a.stamps, b.stamps);
  return {
    ...passage,
    paperId: compareKeys(a.paperId, b.paperId) <= 0 ? a.paperId : b.paperId,
    colour: (isLater('colour', a, b) ? a : b).colour,
    comment: (isLater('comment', a, b) ? a : b).comment,
    removed: (isLater('removed', a, b) ? a : b).removed,
    createdAt: Math.min(a.createdAt, b.createdAt),
    stamps,
    ...mergeExtra(a.extra, b.extra),
  };
}

export function mergeTags(a: TagRecord, b: TagRecord): TagRecord {
  return {
    id: a.id,
    name: (isLater('name', a, b) ? a : b).name,
    colour: (isLater('colour', a, b) ? a : b).colour,
    usedAt: Math.max(a.usedAt, b.usedAt),
    stamps: mergeStamps(a.stamps, b.stamps),
    ...mergeExtra(a.extra, b.extra),
  };
}

/** Whether two records say the same; the order of an object's names does not matter. */
export const isSame = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
