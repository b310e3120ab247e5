import type { Field, Identity, Listing } from './paper/paper';

/**
 * A stretch of the page's text: all of a node's `textContent`, or from `start` to `end` of it
 * (UTF-16 offsets). The node is an element or a text node.
 */
export interface Part {
  node: Node;
  start?: number;
  end?: number;
  /** Runs on from the part before it, as the pieces around a formula do; other parts are separated by a space. */
  glued?: true;
}

/**
 * The place of an entry's field on the page: its parts in reading order. One element mostly;
 * several blocks for an abstract of several paragraphs; slices of text nodes in plain text.
 */
export type Place = readonly Part[];

/** Why a page lists an entry, where the page says so. */
export type Section = 'new' | 'cross-list' | 'replacement';

/** One paper on a listing page: its place, and the text that was read there. */
export interface Entry {
  title: string;
  /** The whole text, empty when the page gives none. */
  abstract: string;
  authors: string[];
  /** Identities that the page gives, by scheme (`arxiv`, `doi`, `openreview`, `acl`, `pmid`, `s2`, …). */
  ids: Record<string, string>;
  /** Those of `ids` that are known without following the entry's links; all of them where absent. */
  ownIds?: Record<string, string> | undefined;
  /** Absolute http(s) addresses, the paper's own page first. */
  links: string[];
  section?: Section | undefined;
  /** As the page gives it, ISO 8601 where it can be told. */
  date?: string | undefined;
  /** Journal, conference or series, as the page gives it. */
  venue?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  /** The version of a preprint that the page lists: `v2`. */
  version?: string | undefined;
  /** Address of the paper's code. */
  code?: string | undefined;
  /** Address of the paper's PDF. */
  pdf?: string | undefined;
  /** It lies in a part of the page that is closed now (an accordion, another tab), as far as markup tells. */
  hidden?: true | undefined;
  /** The element that holds the whole entry and nothing else, when there is one. */
  root?: Element | undefined;
  /** Those of its texts that a translator has put into the page, where the page's own are not to be had. */
  translated?: readonly Field[] | undefined;
  /** Whether the title is among them: asked of every entry, so that no abstract is read for it. */
  isTitleTranslated?: boolean | undefined;
  titlePlace: Place;
  /** Empty where there is no abstract. */
  abstractPlace: Place;
  /** What the page shows of the abstract while it hides the whole ("… More"): another place of the same text. */
  excerptPlace?: Place | undefined;
}

/** An entry read and identified: what the marks are made from. `refOf` says what a write about it sends. */
export interface IdentifiedEntry extends Entry {
  identity: Identity;
  listing: Listing;
}
