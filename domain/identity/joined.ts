import type { Stamp } from '@/domain/paper/clock';
import type { PaperKey } from '@/domain/paper/paper';
import type { PaperRecord } from '@/domain/paper/record';

/** What was done to a paper after it had been joined, undone acts included. */
export interface LaterChange {
  field: string;
  item: string;
  stamp: Stamp;
  /** The key of the entry that it was done at; `null` for what was done in the library. */
  via: PaperKey | null;
  /** Whether it undid something. */
  isUndo: boolean;
  /** Whether it was undone itself. */
  isUndone: boolean;
}

/** A joined paper: what it was made of, what that made, what it is now, and what was done between. */
export interface Joined {
  before: readonly PaperRecord[];
  joined: PaperRecord;
  current: PaperRecord;
  /** The oldest first. */
  later: readonly LaterChange[];
  /** Of the join; `null` where an import joined them. */
  joinStamp: Stamp | null;
}
