import type { Entry, Place, Section } from '@/domain/entry';
import { withDerivedIds } from '@/domain/paper-key';
import { collapse, placeText } from '@/domain/text';
import { codeLink, idsFromLinks } from './links';

/**
 * What an adapter read of one entry; whatever the page does not give is left out. Abstract and authors may be
 * given as functions: on a list of thousands they are read of the entries that somebody looks at.
 */
export interface Reading {
  title: Place;
  /** Where the whole abstract stands. A page that shows none, or a cut one, may still tell it: `abstractText`. */
  abstract?: Place | (() => Place);
  /** The whole abstract where the page holds it outside its text (its state, its metadata). */
  abstractText?: string | undefined;
  authors?: readonly string[] | (() => readonly string[]);
  ids?: Readonly<Record<string, string | undefined>>;
  /** The paper's own page, where `ids` says already whose it is. */
  page?: string;
  /** Addresses of this paper and no other, its own page first. */
  links?: readonly (string | undefined)[];
  section?: Section | undefined;
  date?: string | undefined;
  code?: string | undefined;
  root?: Element | null;
}

const given = <T>(value: T | (() => T)): T =>
  typeof value === 'function' ? (value as () => T)() : value;

/** The abstract's text and where it stands. */
function abstractOf({ abstract, abstractText }: Reading): { text: string; place: Place } {
  const place = abstract ? given(abstract) : [];
  const shown = placeText(place);
  const text = collapse(abstractText ?? '') || shown;
  // A place that holds less than the abstract is no place of it.
  return { text, place: text && shown === text ? place : [] };
}

/** An entry as the contract wants it, or `undefined` for a reading without a title. Identities that the links name are added. */
export function entryOf(reading: Reading): Entry | undefined {
  const title = placeText(reading.title);
  if (!title) return undefined;
  const others = [...new Set((reading.links ?? []).filter((link) => link !== undefined))];
  const { page } = reading;
  const links = page === undefined ? others : [page, ...others.filter((link) => link !== page)];
  const code = reading.code ?? codeLink(links.slice(1));
  let abstract: ReturnType<typeof abstractOf> | undefined;
  let authors: string[] | undefined;
  return {
    title,
    get abstract() {
      return (abstract ??= abstractOf(reading)).text;
    },
    get authors() {
      return (authors ??= given(reading.authors ?? [])
        .map(collapse)
        .filter(Boolean));
    },
    ids: withDerivedIds({ ...idsFromLinks(others), ...defined(reading.ids ?? {}) }),
    links,
    ...(reading.section ? { section: reading.section } : {}),
    ...(reading.date ? { date: reading.date } : {}),
    ...(code ? { code } : {}),
    ...(reading.root ? { root: reading.root } : {}),
    titlePlace: reading.title,
    get abstractPlace() {
      return (abstract ??= abstractOf(reading)).place;
    },
  };
}

const defined = (ids: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ids).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );

/** The entries of a page's items in their order; items that could not be read are left out. */
export const entriesOf = (
  items: Iterable<Element>,
  read: (item: Element) => Reading | undefined,
): Entry[] => {
  const entries: Entry[] = [];
  for (const item of items) {
    const reading = read(item);
    const entry = reading && entryOf(reading);
    if (entry) entries.push(entry);
  }
  return entries;
};
