import type { Colour, PaperKey, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { Lesson } from '@/domain/taught';
import type { ListingDescription } from './listing-description';

/** What the background announces to every tab and every page of ours. */
export interface Announcements {
  /** Papers changed elsewhere: in another tab, the popup, by an import. An empty list means that many did. */
  changed(ask: { papers: PaperState[] }): Result<null>;
  /** The settings changed; load them again. */
  'settings.changed'(ask: null): Result<null>;
}

/** Calls from the background or our own pages to a listing page's content script (by tab). */
export interface TabProtocol extends Announcements {
  /** What the page holds; also what the `detect` command prints. */
  'listing.describe'(ask: null): Result<ListingDescription>;
  /** Reads the page again: by the adapter of its address, or by the digest detector whatever the address. */
  'listing.read'(ask: { by: 'site' | 'digest' }): Result<null>;
  /**
   * Takes the text that is selected on the page as an example of what its lists hold, for all pages of the site;
   * `forget` forgets all such examples. Fails with `missing` where no title is selected, and with `invalid` where
   * markup does not tell papers from what is none.
   */
  'listing.teach'(ask: { lesson: Lesson | 'forget' }): Result<null>;
  /** Starts or leaves triage mode. */
  'listing.triage'(ask: null): Result<null>;
  /** Scrolls to the next entry that was not seen before. */
  'listing.nextUnseen'(ask: null): Result<null>;
  /** Scrolls to the entry of a paper, by any of its keys; fails with `missing` where the page lists none. */
  'listing.show'(ask: { keys: readonly PaperKey[] }): Result<null>;
  /** Takes Gloss off the page until it is asked for again. */
  'listing.leave'(ask: null): Result<null>;
  /** Highlights the selected passage. */
  'listing.highlight'(ask: { colour: Colour }): Result<null>;
  /**
   * Tells a frame that was opened with this script's own `nonce` by which word it knows the script's port; fails with
   * `forbidden` where the nonce is another.
   */
  'listing.vouch'(ask: { nonce: string }): Result<{ word: string }>;
}
