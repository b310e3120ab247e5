import type { Appearance } from './appearance';
import type { Facts, Stated } from './facts';
import type { Notice } from './notices';

/** The words of the product as types. Everything here is JSON: it crosses contexts and files. */

export const STATUSES = ['saved', 'read', 'dismissed'] as const;
/** What a person decided about a paper; `null` where nothing was decided. */
export type Status = (typeof STATUSES)[number];

export const COLOURS = ['amber', 'green', 'blue', 'rose'] as const;
export type Colour = (typeof COLOURS)[number];

export const FIELDS = ['title', 'abstract'] as const;
/** The texts of a paper that can be highlighted. */
export type Field = (typeof FIELDS)[number];

/**
 * One identity of a paper, `scheme:value`: `arxiv:2406.14598`, `doi:10.1000/xyz`, `openreview:…`,
 * `acl:…`, `pmid:…`, `s2:…`, `title:<normalised title>`. Made only by `domain/identity/paper-key.ts`.
 */
export type PaperKey = string;

/** Where a paper was listed. */
export interface Listing {
  /** Site adapter id, or `digest`. */
  site: string;
  /** Address of the listing page. */
  url: string;
  /** Title of the listing page. */
  title: string;
  /** First time it was met there, milliseconds since 1970. */
  at: number;
}

/**
 * What tells the paper of an entry, before any key is made of it: cheap to read of thousands, small to send.
 * `keysOfIdentity` makes the keys.
 */
export interface Identity {
  /** By scheme. */
  ids: Record<string, string>;
  title: string;
  /** The opening of the abstract, else the authors; empty where there are ids. */
  opening: string;
  /** The first author, for an entry that has only a title. */
  author?: string | undefined;
}

/** What a paper says of itself. */
export interface PaperText {
  title: string;
  abstract: string;
  authors: readonly string[];
}

/** What an entry tells about its paper; sent with every write, so that a paper can be created by it. */
export interface PaperRef {
  /** At least one, strongest first. */
  keys: PaperKey[];
  title: string;
  authors: string[];
  abstract: string;
  /** Absolute http(s) addresses that the entry gives, the paper's own page first. */
  links: string[];
  /** What else the entry states. */
  facts?: Stated | undefined;
  /** The versions and venues that it tells. */
  appearances?: Appearance[] | undefined;
  /** Those of its texts that a translator has put into the page. */
  translated?: Field[] | undefined;
  listing: Listing;
}

/** A stretch of a field's normalised text with what is around it: TextQuoteSelector of W3C Web Annotation (https://www.w3.org/TR/annotation-model/#selectors). */
export interface Context {
  exact: string;
  /** Up to 32 characters before and after. */
  prefix: string;
  suffix: string;
}

/** A passage as it is found again. */
export interface Quote extends Context {
  /** Other places of the same text that read like it, and must never be taken for it; missing where they were never searched for. */
  alike?: Context[] | undefined;
}

/** UTF-16 offsets over a field's normalised text. */
export interface Position {
  start: number;
  end: number;
}

/** A highlighted passage. Its selectors never change; colour and comment may. */
export interface Highlight {
  /** Random. */
  id: string;
  field: Field;
  quote: Quote;
  position: Position;
  colour: Colour;
  comment: string;
  /** Address of the listing page where it was made. */
  source: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** A tag's place in the interface is its colour: an index into the eight tag colours of the tokens. */
export interface Tag {
  id: string;
  name: string;
  colour: number;
}

/** A note's text, and the revision an edit of it is based on. */
export interface Note {
  text: string;
  /** Opaque; empty where there is no note yet. */
  revision: string;
}

/** When and where a paper's entry was on the screen. */
export interface Sighting {
  site: string;
  /** Milliseconds since 1970. */
  firstAt: number;
  lastAt: number;
  count: number;
}

/** Everything a mark shows of a paper. What a listing page gets, and no more. */
export interface PaperState {
  /** Empty while nothing is stored of the paper. */
  id: string;
  keys: PaperKey[];
  status: Status | null;
  tags: Tag[];
  note: Note;
  highlights: Highlight[];
  sighting: Sighting | null;
  /** Milliseconds since 1970; `null` unless saved. */
  savedAt: number | null;
  /** News from lists since the person kept the paper, or last saw its notices. */
  notices: Notice[];
  /**
   * Number of the write that made it so; later ones of the whole library are higher. Of two states of a paper
   * that arrive in any order it tells the newer. 0 while nothing is stored.
   */
  rev: number;
}

/** A paper as the popup and the library list it. */
export interface LibraryPaper extends PaperState {
  title: string;
  authors: string[];
  abstract: string;
  links: string[];
  facts: Facts;
  listings: Listing[];
  createdAt: number;
  updatedAt: number;
}

/** The state of a paper that nothing is known of. */
export const unknownState = (keys: PaperKey[] = []): PaperState => ({
  id: '',
  keys,
  status: null,
  tags: [],
  note: { text: '', revision: '' },
  highlights: [],
  sighting: null,
  savedAt: null,
  notices: [],
  rev: 0,
});
