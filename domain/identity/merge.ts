import { laterOf, type Stamp } from '@/domain/paper/clock';
import { idsFromLink } from './identity-links';
import { mergeNotes } from '@/domain/paper/note';
import type { Listing, Sighting } from '@/domain/paper/paper';
import { compareKeys, SCHEMES, strongestFirst } from './paper-key';
import {
  erasePaper,
  type HighlightRecord,
  latestEdit,
  type PaperRecord,
  type SharedRecord,
  type TagRecord,
} from '@/domain/paper/record';

/*
 * What two records of the same thing make together. Each function is commutative, associative and
 * idempotent: in whichever order files and machines meet, all end with the same. A field with a stamp is
 * the one that was set later; a field without is the one that says more.
 */

/** The order in which one of two values under one stamp stays, so that both machines keep the same one. */
const canonical = (value: unknown): string => JSON.stringify(value, sortNames) ?? '';

const sortNames = (_: string, part: unknown): unknown =>
  part && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
    : part;

/** Whether two records say the same; the order of an object's names does not matter. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

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

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Links of two records, each once: those that identify the paper first. */
export const mergeLinks = (a: string[], b: string[]): string[] =>
  [...new Set([...a, ...b])]
    .map((link) => ({ link, rank: linkRank(link) }))
    .toSorted((x, y) => x.rank - y.rank || inOrder(x.link, y.link))
    .map(({ link }) => link);

/** Where it was listed, each page once with its first time, in the order they were met. */
export function mergeListings(a: Listing[], b: Listing[]): Listing[] {
  const byPage = new Map<string, Listing>();
  for (const listing of [...a, ...b]) {
    const page = `${listing.site} ${listing.url}`;
    const known = byPage.get(page);
    if (!known || before(listing, known)) byPage.set(page, listing);
  }
  return [...byPage.values()].toSorted(
    (x, y) => x.at - y.at || inOrder(x.url, y.url) || inOrder(x.site, y.site),
  );
}

const before = (a: Listing, b: Listing): boolean =>
  a.at < b.at || (a.at === b.at && a.title < b.title);

interface Stamped {
  stamps: Record<string, Stamp>;
}

/** Of two records, the one whose field was set later; of two set at once, by what they say. */
function later<T extends Stamped>(name: string, a: T, b: T, value: (record: T) => unknown): T {
  const [x, y] = [a.stamps[name] ?? '', b.stamps[name] ?? ''];
  if (x !== y) return x > y ? a : b;
  return canonical(value(a)) >= canonical(value(b)) ? a : b;
}

/** Whether it was set last on one side, or at once on both and on one of them. */
function isOn<T extends Stamped>(name: string, a: T, b: T, on: (record: T) => boolean): boolean {
  const [x, y] = [a.stamps[name] ?? '', b.stamps[name] ?? ''];
  return (x >= y && on(a)) || (y >= x && on(b));
}

/** Names that this version does not know, of both. */
export function mergeExtra(
  a: Record<string, unknown> | undefined,
  b: Record<string, unknown> | undefined,
): { extra?: Record<string, unknown> } {
  if (!a && !b) return {};
  const extra = new Map<string, unknown>(Object.entries(a ?? {}));
  for (const [name, value] of Object.entries(b ?? {}))
    if (!extra.has(name) || canonical(value) > canonical(extra.get(name))) extra.set(name, value);
  return { extra: Object.fromEntries(extra) };
}

/** What is marked in either, each by its own stamp: tags, papers that are kept apart. */
const mergeMarked = (
  name: string,
  a: PaperRecord,
  b: PaperRecord,
  marked: (paper: PaperRecord) => string[],
): string[] =>
  [...new Set([...marked(a), ...marked(b)])]
    .filter((id) => isOn(`${name}:${id}`, a, b, (paper) => marked(paper).includes(id)))
    .toSorted();

/** Two records of one paper. The stronger id stays, the other becomes an alias. */
export function mergePapers(a: PaperRecord, b: PaperRecord): PaperRecord {
  const id = compareKeys(a.id, b.id) <= 0 ? a.id : b.id;
  // Of two times under one stamp the earlier counts: an import that is done again brings no new one.
  const decided = later('status', a, b, ({ status, savedAt }) => [
    status ?? '',
    savedAt === null ? 0 : Number.MAX_SAFE_INTEGER - savedAt,
  ]);
  const apart = mergeMarked('apart', a, b, (paper) => paper.apart ?? []);
  return settle({
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
    tags: mergeMarked('tag', a, b, ({ tags }) => tags),
    note: mergeNotes(a.note, b.note),
    removed: isOn('removed', a, b, ({ removed }) => removed),
    ...(a.erased && b.erased ? { erased: true } : {}),
    ...(apart.length > 0 ? { apart } : {}),
    stamps: laterOf(a.stamps, b.stamps),
    createdAt: Math.min(a.createdAt, b.createdAt),
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
    ...mergeExtra(a.extra, b.extra),
  });
}

/**
 * A removed paper that was edited after its removal is back. What was erased here and is still whole elsewhere
 * lies in the trash again: an edit that nobody here knows yet may be later than the removal, and needs all of it.
 */
export function settle(paper: PaperRecord): PaperRecord {
  const { erased, ...kept } = paper;
  if (paper.removed && latestEdit(paper) <= (paper.stamps['removed'] ?? ''))
    return erased ? erasePaper(paper) : paper;
  return erased || paper.removed ? { ...kept, removed: false } : paper;
}

/**
 * Two records of one highlight, given to the paper that it was made at. The passage is the same in both, or gone
 * from the one that was removed.
 */
export function mergeHighlights(a: HighlightRecord, b: HighlightRecord): HighlightRecord {
  const passage = ({ quote, position, field, source }: HighlightRecord) =>
    canonical([quote.exact.length, quote, position, field, source]);
  const whole = ({ quote }: HighlightRecord) => quote.exact.length;
  const shown =
    whole(a) === whole(b) ? (passage(a) >= passage(b) ? a : b) : whole(a) > whole(b) ? a : b;
  const { field, quote, position, source } = shown;
  return {
    id: a.id,
    paperId: strongestFirst([a.home ?? a.paperId, b.home ?? b.paperId])[0] ?? a.paperId,
    field,
    quote,
    position,
    source,
    colour: later('colour', a, b, ({ colour }) => colour).colour,
    comment: later('comment', a, b, ({ comment }) => [comment.length, comment]).comment,
    removed: isOn('removed', a, b, ({ removed }) => removed),
    createdAt: Math.min(a.createdAt, b.createdAt),
    stamps: laterOf(a.stamps, b.stamps),
    ...mergeExtra(a.extra, b.extra),
  };
}

export function mergeTags(a: TagRecord, b: TagRecord): TagRecord {
  return {
    id: a.id,
    name: later('name', a, b, ({ name }) => name).name,
    colour: later('colour', a, b, ({ colour }) => colour).colour,
    usedAt: Math.max(a.usedAt, b.usedAt),
    removed: isOn('removed', a, b, ({ removed }) => removed),
    stamps: laterOf(a.stamps, b.stamps),
    ...mergeExtra(a.extra, b.extra),
  };
}

/** Two values of one name: the one that was set later. */
export const mergeShared = (a: SharedRecord, b: SharedRecord): SharedRecord =>
  a.stamp !== b.stamp
    ? a.stamp > b.stamp
      ? a
      : b
    : canonical(a.value) >= canonical(b.value)
      ? a
      : b;

/** Two sightings of one paper. Counts are not added: both machines may count the same screens. */
export function mergeSightings(a: Sighting, b: Sighting): Sighting {
  const last = a.lastAt !== b.lastAt ? (a.lastAt > b.lastAt ? a : b) : a.site >= b.site ? a : b;
  return {
    site: last.site,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: last.lastAt,
    count: Math.max(a.count, b.count),
  };
}
