import type { PageSettings } from '@/domain/settings';

/** What the in-page interface is told of its page. */
export interface ListingOptions {
  site: string;
  settings: PageSettings;
  /** The page is one paper's own: its only entry. */
  isPaper: boolean;
  /** Reads the page at once where a change of it is due to be read: no action goes to a paper that has left its row. */
  catchUp: () => void;
  /** A person wants nothing of Gloss on this page. */
  turnOff: () => void;
  /** Ends it: nothing stays on the page. */
  signal: AbortSignal;
}
