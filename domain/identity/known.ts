import type { MarkedProperty, StampedProperties } from '@/domain/paper/fields';
import { mergeAppearances } from '@/domain/paper/appearance';
import { editFacts, factsText, mergeFacts } from '@/domain/paper/facts';
import type { Listing } from '@/domain/paper/paper';
import type { PartRecord } from '@/domain/paper/record';
import { added, isSame } from '@/domain/same';
import { idsFromLink } from './identity-links';
import { SCHEMES } from './paper-key';
import { editTexts, betterTexts } from './texts';

/*
 * What pages and files tell of a paper, described once: no field has a stamp, and of two values the one that says
 * more stays. Merging, splitting, erasing, undoing an import, its preview and the export walk this table. A new
 * field is its type in `domain/paper/record.ts` and a row here. What a person sets is in `domain/paper/fields.ts`.
 */

interface KnownField<Value> {
  /** Whether records lack the property where the value is the empty one: fields that are younger than libraries. */
  isOptional?: true;
  /** The value of a paper of which nothing is known. */
  empty: Value;
  /** What two records say together: commutative, associative, idempotent. With the empty value it puts a value into order. */
  merge(a: Value, b: Value): Value;
  /** The value of one of a paper's records after an edit of the whole paper; `made` is what the records made together. */
  edit(part: Value, made: Value, whole: Value): Value;
  /** What a person reads of a value. */
  text(value: Value): string;
}

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

/** Where a paper was listed, each page once with its first time, in the order they were met. */
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

/** A value that an edit of the whole paper replaces. */
const replaced = <Value>(part: Value, made: Value, whole: Value): Value =>
  isSame(made, whole) ? part : whole;

/** A list that an edit of the whole paper adds to. */
const extended =
  <Item>(merge: (a: Item[], b: Item[]) => Item[]) =>
  (part: Item[], made: Item[], whole: Item[]): Item[] =>
    merge(part, added(made, whole));

export const KNOWN = {
  title: { empty: '', merge: fuller, edit: replaced, text: (title) => title },
  authors: {
    empty: [],
    merge: fullerList,
    edit: replaced,
    text: (authors) => authors.join(', '),
  },
  abstract: { empty: '', merge: fuller, edit: replaced, text: (abstract) => abstract },
  links: {
    empty: [],
    merge: mergeLinks,
    edit: extended(mergeLinks),
    text: (links) => links.join(' '),
  },
  listings: {
    empty: [],
    merge: mergeListings,
    edit: extended(mergeListings),
    text: (listings) => listings.map(({ url }) => url).join(' '),
  },
  facts: {
    isOptional: true,
    empty: {},
    merge: mergeFacts,
    edit: editFacts,
    text: factsText,
  },
  appearances: {
    isOptional: true,
    empty: [],
    merge: mergeAppearances,
    edit: extended(mergeAppearances),
    text: (appearances) => appearances.map(({ value }) => value).join(' '),
  },
} satisfies { [Name in KnownName]: KnownField<Known[Name]> };

/** Properties of a record that rules of their own govern. */
type Ruled =
  | 'id'
  | 'aliases'
  | 'keys'
  | 'sources'
  | 'note'
  | 'erased'
  | 'stamps'
  | 'createdAt'
  | 'updatedAt';

/** Every other property is in a table: a new one that no row describes does not compile in `KNOWN`. */
export type KnownName = Exclude<
  keyof PartRecord,
  Ruled | 'extra' | MarkedProperty | keyof StampedProperties
>;
/** Those that a preview of an import tells. */
export type PreviewedName = Exclude<KnownName, 'links' | 'listings' | 'appearances'>;
export type KnownProperties = Pick<PartRecord, KnownName>;
type Known = Required<KnownProperties>;

export const KNOWN_NAMES = Object.keys(KNOWN) as KnownName[];

/** Whether the preview of an import tells of a change to this property. */
export const isPreviewed = (name: KnownName): name is PreviewedName =>
  name !== 'links' && name !== 'listings' && name !== 'appearances';

/** A row as one of unknown values, for a walk over all of them. */
export const knownRow = (name: KnownName): KnownField<unknown> => KNOWN[name];

/** The known properties, each with the value that `valueOf` gives for its row. */
export const knownProperties = (
  valueOf: (row: KnownField<unknown>, name: KnownName) => unknown,
): KnownProperties =>
  Object.fromEntries(
    KNOWN_NAMES.flatMap((name) => {
      const row = knownRow(name);
      const value = valueOf(row, name);
      return row.isOptional && isSame(value, row.empty) ? [] : [[name, value]];
    }),
  ) as unknown as KnownProperties;

/** What records tell: the properties of the table, and where the texts among them are from. */
export type ToldFields = KnownProperties & Pick<PartRecord, 'sources'>;

/** The told properties of a record, without the others. */
export const toldBy = (record: ToldFields): ToldFields => ({
  ...knownProperties((_, name) => knownOf(record, name)),
  ...(record.sources ? { sources: record.sources } : {}),
});

/** What two records tell together. */
export const mergeKnown = (a: ToldFields, b: ToldFields): ToldFields => ({
  ...knownProperties((row, name) => row.merge(knownOf(a, name), knownOf(b, name))),
  ...betterTexts(a, b),
});

/** What one of a paper's records tells after an edit of the whole paper; `made` is what the records made together. */
export const editKnown = (part: ToldFields, made: ToldFields, whole: ToldFields): ToldFields => ({
  ...knownProperties((row, name) =>
    row.edit(knownOf(part, name), knownOf(made, name), knownOf(whole, name)),
  ),
  ...editTexts(part, made, whole),
});

/** What a record says under a name; the empty value where it lacks the property. */
export const knownOf = (record: KnownProperties, name: KnownName): unknown =>
  record[name] ?? knownRow(name).empty;

/** The properties of a paper of which nothing is known. */
export const unknown = (): KnownProperties => knownProperties((row) => row.empty);
