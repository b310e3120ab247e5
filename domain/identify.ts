import type { Entry, IdentifiedEntry } from './entry';
import type { Listing } from './paper';
import { isStrong, isTellingTitle, keysOf, titleKey } from './paper-key';
import type { PaperKey } from './paper';

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

/** An entry with its paper's identity: everything that a write about it sends. */
export function identify(entry: Entry, listing: Listing): IdentifiedEntry {
  const title = entry.title.slice(0, LIMIT.title);
  return {
    ...entry,
    ref: {
      keys: keysOfEntry(entry, title).slice(0, LIMIT.keys),
      title,
      authors: entry.authors.slice(0, LIMIT.authors).map((author) => author.slice(0, LIMIT.author)),
      abstract: entry.abstract.slice(0, LIMIT.abstract),
      links: [...new Set(entry.links)]
        .filter((link) => link.length <= LIMIT.link)
        .slice(0, LIMIT.links),
      listing,
    },
  };
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
