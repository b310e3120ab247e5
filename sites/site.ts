import type { Entry, Place } from '@/domain/entry';

/**
 * A site adapter: a value that finds and reads the entries of one site.
 * Its file name is its id. It is pure: no globals, no side effects at import, and it never throws;
 * what it can't read it skips.
 */
export interface Site {
  id: string;
  /** The name that a person knows the site by. */
  name: string;
  /** Match patterns (https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns), as narrow as the listing paths allow. */
  matches: readonly string[];
  /** Addresses that the patterns let in and that are no listing. */
  excludes?: (url: URL) => boolean;
  /** All entries on the page, in page order. Reads only; one pass. */
  entries: (page: Document, url: URL) => Entry[];
  /** The page is one paper's own, and its only entry is that paper. */
  isPaper?: true;
  /** The element that entries come and go in, when it is smaller than the body. Watched for changes. */
  list?: (page: Document) => Element | null;
}

/** What the first stage reads of an entry: enough to ask for its state and to mark it. */
export interface Skimmed {
  /** Those that the entry itself gives, as the adapter gives them; never empty. */
  ids: Record<string, string>;
  title: string;
  titlePlace: Place;
}

/**
 * The small reader of a site that the first stage runs with, so that a page pays for its marks alone
 * (`components/in-page/first/`). A site may do without: its pages run the whole from the start. It finds the very
 * entries that the adapter finds (a test compares them on all pages that there are), and the adapter uses its parts.
 */
export interface Skim {
  /** The adapter's. */
  id: string;
  /** All entries on the page, in page order. One pass, as small as can be. */
  read: (page: Document, url: URL) => Skimmed[];
  /** A selector of links that name papers: far more of them than entries have the whole looked for what was missed. */
  links: string;
  /**
   * Whether an entry may say in which version or where its paper appeared: of papers that are kept the library is told
   * so, by the whole. Where it is absent, any may.
   */
  tells?: (entry: Pick<Skimmed, 'titlePlace'>, url: URL) => boolean;
  list?: Site['list'];
  excludes?: Site['excludes'];
}
