import type { FirstStage } from '@/components/in-page/first/take-over';
import type { Unfinished } from '@/components/in-page/frame/unfinished';
import type { Layer } from '@/components/in-page/layer/layer';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Colour, PaperKey } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { PageSettings } from '@/domain/settings';
import type { Lesson } from '@/domain/taught';
import type { PageCounts } from '@/rpc/protocol';
import type { Loaded, Store } from '@/components/in-page/listing/entries/store';

/** Gloss on a listing page. */
export interface Listing {
  store: Store;
  counts: () => PageCounts;
  /** A person asks for Gloss on the page, by popup or order: has it come back where the page has taken it away. */
  recall: () => void;
  /** Replaces the settings. */
  heed: (settings: PageSettings) => void;
  /** Where it draws. */
  layer: Layer;
  /** Takes over the page's entries as they are now; what did not change stays as it is. */
  show: (entries: IdentifiedEntry[]) => Loaded;
  /** Places all marks again where titles have moved. */
  follow: () => void;
  /** Whether a person types in a card or is in triage: that goes on while a page empties its list to fill it anew. */
  isInUse: () => boolean;
  /** Calls back once no card is open that a person types in, and all is saved; at once where that is so. */
  whenWritten: (callback: () => void) => void;
  /** The word by which our frame knows this script's port; `null` where the nonce is not of a frame of this script. */
  wordFor: (nonce: string) => string | null;
  /** Says something in the page bar, for a moment. */
  tell: (text: string, isFailure: boolean) => void;
  /** Starts or leaves triage. The first picture comes before: it tells which entries are folded. */
  triage: () => void;
  nextUnseen: () => Result<null>;
  /** Brings the entry of a paper into sight. */
  showPaper: (keys: readonly PaperKey[]) => Result<null>;
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
  /** The first stage, which ran before on the page: what it has drawn is gone on with. */
  first: FirstStage | null;
  unfinished: Unfinished;
  /** Reads changes of the page that are still to be read: no action goes to a paper that has left its row. */
  catchUp: () => void;
  /** Takes Gloss off this page, as the person wants it. */
  turnOff: () => void;
  /** Sets all up anew on a page that was written anew: nothing of ours hears anything there any more. */
  renew: () => void;
  /** Takes the selected text as an example of what the site's lists hold; `null` where nothing can be taught. */
  teach: ((lesson: Lesson | 'forget') => void) | null;
  /** A report on how the page was read, with or without the titles. */
  report: (withTitles: boolean) => string;
  /** Ends Gloss on the page: nothing stays. */
  signal: AbortSignal;
}
