import type { Stamp } from '@/domain/clock';

/** What was changed, for undo and history; written in the transaction that changes it. */
export interface JournalEntry {
  seq: number;
  opId: string;
  device: string;
  stamp: Stamp;
  paperId: string;
  field: JournalField;
  /** What it is about within the field: a tag's or a highlight's id. Empty, as the paper is, for `seen`. */
  item: string;
  before: unknown;
  after: unknown;
  /** `undo` is a person's too, but is not undone itself. */
  origin: 'user' | 'undo' | 'import' | 'join';
  /** Milliseconds since 1970. */
  at: number;
  /** Operations that one action of a person made: they are undone together. */
  group?: string;
  /** 1 when it was undone. */
  undone?: 1;
}

export type JournalField = 'status' | 'tag' | 'note' | 'highlight' | 'paper' | 'seen';
