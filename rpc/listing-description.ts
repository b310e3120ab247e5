import type { PaperState } from '@/domain/paper/paper';
import type { Stated } from '@/domain/paper/facts';

/** How many papers a page lists, and how many are new and saved. */
export interface PageCounts {
  papers: number;
  unseen: number;
  saved: number;
}

/** What a listing page holds, as its content script tells it. */
export interface ListingDescription {
  /**
   * Whether Gloss reads the page: not where no adapter knows it and no person asked, nor where it is turned off.
   * A `paper` page is no list: it is about the one paper that it names.
   */
  is: 'read' | 'paper' | 'unread' | 'off';
  site: string;
  url: string;
  counts: PageCounts;
  papers: {
    title: string;
    abstract: string;
    authors: string[];
    /** When, where and in which version it appeared, as far as the page says. */
    facts: Stated;
    ids: Record<string, string>;
    url: string | null;
    state: PaperState;
  }[];
  /** How often the page was read since it was opened. */
  readings: number;
  /** Time that finding and reading the entries took the last time, milliseconds. */
  ms: number;
}
