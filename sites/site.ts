import type { Entry } from '@/domain/entry';

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
