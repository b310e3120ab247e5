/**
 * What a person taught Gloss about the lists of a site, by examples: how the titles of papers are marked up. Tags, class
 * names and places in a row, nothing of what a page says.
 */

/** How a title is told from the rest of its line (`own`: its element's own text, before any other's); `sites/taught/cuts.ts` cuts. */
export const CUTS = [
  'own',
  'quoted',
  'citation',
  'sentence',
  'bracket',
  'dash',
  'colon',
  'line-colon',
] as const;
export type Cut = (typeof CUTS)[number];

/** Where titles of papers are. */
export interface TitlePattern {
  /** CSS selector of the elements that hold one each. */
  selector: string;
  /** Which of an element's lines is the title, from 0, where `<br>` parts it into lines. */
  line?: number | undefined;
  /** The part of the text that is the title; all of it where absent. */
  cut?: Cut | undefined;
}

export interface Taught {
  papers: TitlePattern[];
  /** CSS selectors of what looks like a paper and is none. */
  others: string[];
  /** The list is read by these patterns alone, where a page has any of them; else they add to what Gloss finds by itself. */
  isAll: boolean;
}

/** What a person says of a selected text: a paper's title, one whose likes make up the list, or no paper. */
export const LESSONS = ['paper', 'alike', 'other'] as const;
export type Lesson = (typeof LESSONS)[number];

/** Patterns of a site at most, and characters of a selector. */
export const MOST_PATTERNS = 20;
export const LONGEST_SELECTOR = 600;
