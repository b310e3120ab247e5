import type { Entry, IdentifiedEntry } from './entry';
import type { Listing, PaperKey, PaperRef } from './paper';
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
 * Gives an entry its paper's identity: what a write about it sends. The entry itself is completed, not copied:
 * what it reads only when asked stays unread.
 */
export function identify(entry: Entry, listing: Listing): IdentifiedEntry {
  const title = entry.title.slice(0, LIMIT.title);
  const ref: PaperRef = {
    keys: keysOfEntry(entry, title).slice(0, LIMIT.keys),
    title,
    get authors() {
      return entry.authors.slice(0, LIMIT.authors).map((author) => author.slice(0, LIMIT.author));
    },
    get abstract() {
      return entry.abstract.slice(0, LIMIT.abstract);
    },
    get links() {
      return [...new Set(entry.links)]
        .filter((link) => link.length <= LIMIT.link)
        .slice(0, LIMIT.links);
    },
    listing,
  };
  return Object.assign(entry, { ref });
}

/** How much of an abstract tells papers of one short title apart, characters. */
const OPENING = 80;

/**
 * An entry's keys. Where a short title is all there is ("Deep Sets"), the opening of the abstract makes it
 * telling: the entry is known again, and a namesake is another paper.
 */
function keysOfEntry(entry: Entry, title: string): PaperKey[] {
  const keys = keysOf(entry.ids, title);
  if (keys.some(isStrong) || isTellingTitle(title)) return keys;
  const more = entry.abstract.slice(0, OPENING) || entry.authors.join(' ');
  const telling = titleKey(`${title} ${more}`);
  return telling ? [telling] : keys;
}
