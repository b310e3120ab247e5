import type { CompletionOutcome } from './complete/complete';
import type { MarkName, StampedName } from './paper/fields';
import type { LibraryPaper, PaperState, Status } from './paper/paper';

/** Stamped fields that say what a person thinks of a paper: all but whether it is in the trash. */
export type OpinionName = Exclude<StampedName, 'removed'>;

/** What was undone, for the sentence "Undid …". `tags` is tag management, `topics` that of topics, `merge` a joining or a parting. */
export type UndoneKind =
  | OpinionName
  | MarkName
  | 'note'
  | 'highlight'
  | 'seen'
  | 'delete'
  | 'join'
  | 'tags'
  | 'topics'
  | 'import';

/** What an undo or a redo did. */
export interface Undone {
  field: UndoneKind;
  /** How many papers it changed. */
  count: number;
  /** Papers as they are now; empty when they are too many to send. */
  papers: PaperState[];
  /** Of the first of them, as it was read where it was met; empty for none. */
  title: string;
}

/** What a bulk action does to each of its papers. */
export type BulkChange =
  | { kind: 'status'; status: Status | null }
  /** A name that is new makes the tag. */
  | { kind: 'tag'; name: string; on: boolean }
  /** Their notices were seen. */
  | { kind: 'noticed' }
  /** Into the trash, and out of it. */
  | { kind: 'delete' }
  | { kind: 'restore' };

/** A deleted paper that can be restored. */
export interface TrashedPaper {
  id: string;
  title: string;
  authors: string[];
  /** Milliseconds since 1970. */
  removedAt: number;
}

/** Days that a deleted paper stays in the trash. */
export const TRASH_DAYS = 30;

/** One step in a paper's history. */
export interface HistoryEntry {
  /** Names the step: `undo` takes it. */
  opId: string;
  /** Milliseconds since 1970. */
  at: number;
  kind: OpinionName | MarkName | 'note' | 'highlight' | 'delete' | 'join' | 'split' | 'import';
  /**
   * How it was and became, as text: the value of a field or nothing, a tag's name or nothing, the note's text,
   * the passage or nothing, `deleted` or nothing, the titles of papers that were joined.
   */
  from: string;
  to: string;
  /** Whether it was done by hand, taken back, done again, or came with a file or from a page. */
  origin: 'user' | 'undo' | 'redo' | 'import' | 'join';
  /** Whether the change is still in force and can be undone by itself. */
  canUndo: boolean;
  /** Whether it was done to other papers too: they are undone with it. */
  isOfMany: boolean;
}

/** Some papers of a list. */
export interface LibraryPage {
  papers: LibraryPaper[];
  next: string | null;
}

/** What completing papers did, in papers. */
export interface CompletionReport {
  /** Papers that lacked something. */
  asked: number;
  filled: number;
  /** Answers that were about another paper, and were not taken. */
  others: number;
  problems: CompletionOutcome['problems'];
}

/** What an import did, in papers. */
export interface ImportReport {
  new: number;
  merged: number;
  rejected: number;
  /** Settings, tags, searches and the like that changed; absent where none did. */
  others?: number;
}

/** A search that a person kept. */
export interface SavedSearch {
  id: string;
  name: string;
  /** In the query language. */
  query: string;
  sort: string;
}

/** Lines of the export file: JSON, an item a line. */
export interface ExportLines {
  lines: string;
  count: number;
  /** Where the next page goes on; `null` after the last. */
  next: string | null;
}
