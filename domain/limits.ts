/**
 * Lengths that no honest message or file exceeds, UTF-16 units; they keep one record from filling the library. What
 * a message may bring a file may bring too: what the library took in, an export can read back.
 */
export const LIMITS = {
  /** A title, and a key made of one. */
  title: 4_000,
  author: 1_000,
  abstract: 200_000,
  /** A note or a comment as a person writes it. */
  note: 1_000_000,
  /** A note as several machines or papers wrote it together. */
  wholeNote: 8_000_000,
  link: 4_000,
  /** A fact of a paper: its venue, its pages, the address of its code. */
  fact: 500,
  /** The surroundings of a passage. */
  context: 500,
  /** The name of a site, an operation, a highlight, a saved search's place. */
  id: 100,
  /** A tag's id or name. */
  tag: 200,
  /** A shared value's kind and name: two paper keys fit. */
  shared: 10_000,
  /** Of a file, a tag or a value that travels with the library: its weight (`weight.ts`). */
  value: 4_000_000,
  /** All sections together that a newer version wrote: their weight. */
  sections: 4_000_000,
} as const;

/** A page of what a call reads ends after so much weight (`weight.ts`): Chromium carries no message above 64 MiB. */
export const PAGE_WEIGHT = 8_000_000;

/** Entries of one page that Gloss takes in. */
export const MOST_ENTRIES = 10_000;

/** Members of a list in a file; lists that are longer are of no paper. */
export const LONGEST_LIST = 10_000;
