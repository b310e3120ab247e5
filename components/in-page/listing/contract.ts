import type { Layer } from '@/components/in-page/layer/layer';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Colour } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { PageSettings } from '@/domain/settings';
import type { PageCounts } from '@/rpc/protocol';
import type { Loaded, Store } from './store';

/** Gloss on a listing page. */
export interface Listing {
  store: Store;
  counts: () => PageCounts;
  /** Settings are others now. */
  heed: (settings: PageSettings) => void;
  /** Where it draws. */
  layer: Layer;
  /** Takes over the page's entries as they are now; what did not change stays as it is. */
  show: (entries: IdentifiedEntry[]) => Loaded;
  /** Entries may stand elsewhere now. */
  follow: () => void;
  /** Whether a person types in a card or is in triage: that goes on while a page empties its list to fill it anew. */
  isInUse: () => boolean;
  /** Calls back once no note is open or unsaved; at once where that is so. */
  whenWritten: (callback: () => void) => void;
  /** Whether a page of ours that was given a word may take this page for the one that gave it. */
  vouches: (nonce: string) => boolean;
  /** Starts or leaves triage. The first picture comes before: it tells which entries are folded. */
  triage: () => void;
  nextUnseen: () => Result<null>;
  highlight: (colour: Colour) => Promise<Result<null>>;
}

/** What the in-page interface is set up with. */
export interface ListingOptions {
  site: string;
  /** The name that a person knows a site by. */
  siteName: (id: string) => string;
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
