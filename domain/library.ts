import type { LibraryPaper, PaperState, Status } from './paper';

/** What an undo did. */
export interface Undone {
  /** What was undone, for the sentence "Undid …". */
  field: 'status' | 'tag' | 'note' | 'highlight' | 'seen' | 'import';
  /** Papers as they are now. */
  papers: PaperState[];
  /** Of the first of them, as it was read where it was met; empty for none. */
  title: string;
}

/** Which papers to list. */
export interface LibraryQuery {
  /** Words that must all occur in title, authors, abstract, note, highlights or tags. */
  text: string;
  tags: string[];
  status: Status | null;
  /** Paper ids to choose from (a topic's members), or `null` for all. */
  ids: string[] | null;
  /** `next` of the page before. */
  after: string | null;
  limit: number;
}

/** Some papers of a list. */
export interface LibraryPage {
  papers: LibraryPaper[];
  next: string | null;
}

/** What an import did, in papers. */
export interface ImportReport {
  new: number;
  merged: number;
  rejected: number;
}
