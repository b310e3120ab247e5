import type { Entry, IdentifiedEntry } from './entry';
import type { Listing } from './paper';
import { keysOf } from './paper-key';

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
      keys: keysOf(entry.ids, title).slice(0, LIMIT.keys),
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
