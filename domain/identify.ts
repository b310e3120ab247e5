import type { Entry, IdentifiedEntry } from './entry';
import type { Identity, Listing, PaperKey, PaperRef } from './paper';
import { isStrong, isTellingTitle, keysOf, titleKey } from './paper-key';

/** Bounds of what one entry may bring along; a page that says more is cut, not believed. */
const LIMIT = {
  title: 2_000,
  abstract: 50_000,
  authors: 500,
  author: 300,
  links: 40,
  link: 2_000,
  keys: 40,
};

/**
 * Gives an entry its paper's identity. The entry itself is completed, not copied, and no key is made yet: of
 * thousands of entries somebody looks at a few.
 */
export const identify = (entry: Entry, listing: Listing): IdentifiedEntry => {
  const identified = entry as IdentifiedEntry;
  // An entry that is read once and kept keeps its identity.
  identified.identity ??= identityOf(entry, entry.ownIds ?? entry.ids);
  identified.listing ??= listing;
  return identified;
};

/** How much of an abstract tells papers of one short title apart, characters. */
const OPENING = 80;

function identityOf(entry: Entry, ids: Record<string, string>): Identity {
  const title = entry.title.slice(0, LIMIT.title);
  for (const _ in ids) return { ids, title, opening: '' };
  return { ids, title, opening: entry.abstract.slice(0, OPENING) || entry.authors.join(' ') };
}

const refs = new WeakMap<Entry, PaperRef>();

/** What a write about an entry sends; made once for each entry. */
export function refOf(entry: IdentifiedEntry): PaperRef {
  let ref = refs.get(entry);
  if (!ref) refs.set(entry, (ref = makeRef(entry)));
  return ref;
}

function makeRef(entry: IdentifiedEntry): PaperRef {
  const identity = identityOf(entry, entry.ids);
  return {
    keys: keysOfIdentity(identity).slice(0, LIMIT.keys),
    title: identity.title,
    authors: entry.authors.slice(0, LIMIT.authors).map((author) => author.slice(0, LIMIT.author)),
    abstract: entry.abstract.slice(0, LIMIT.abstract),
    links: [...new Set(entry.links)]
      .filter((link) => link.length <= LIMIT.link)
      .slice(0, LIMIT.links),
    listing: entry.listing,
  };
}

/**
 * An entry's keys, strongest first. Where a short title is all there is ("Deep Sets"), the opening of the
 * abstract makes it telling: the entry is known again, and a namesake is another paper.
 */
export function keysOfIdentity({ ids, title, opening }: Identity): PaperKey[] {
  const keys = keysOf(ids, title);
  if (keys.some(isStrong) || isTellingTitle(title)) return keys;
  const telling = titleKey(`${title} ${opening}`);
  return telling ? [telling] : keys;
}
