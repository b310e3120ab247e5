import type { BarPlace } from '@/domain/settings';

/** Texts of the first stage, which carries no catalogue. `$1` stands for a title. */
export interface FirstWords {
  /** Their language (BCP 47). */
  language: string;
  mark: string;
  new: string;
  seen: string;
  region: string;
  papers: string;
  /** Why the list is cut; empty where it is not. */
  cut: string;
  countNew: string;
  countSaved: string;
  goThrough: string;
  triage: string;
  move: string;
  menu: string;
  collapse: string;
  expand: string;
  orphaned: string;
}

/** What a page needs for its first picture: settings, states, counts and words. */
export interface PageOpened {
  isOff: boolean;
  /**
   * Whether the page shows more than marks of papers that nothing is stored of: states, words to find, entries to dim
   * or fold. The whole comes at once then, and draws the first picture.
   */
  needsMore: boolean;
  /** The places of entries that were seen on an earlier visit. */
  seen: number[];
  /** How many are new. */
  unseen: number;
  bar: BarPlace;
  isCollapsed: boolean;
  /** Keys that triage takes. */
  keys: string[];
  /** A word by which content scripts of this installation know each other. */
  seal: string;
  /** A name for the content script that asks; made here, because the first use of its random numbers costs a page a millisecond. */
  script: string;
  words: FirstWords;
}
