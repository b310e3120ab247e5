import { type Collection, Dexie, type InsertType } from 'dexie';
import type { Stamp } from '@/domain/paper/clock';
import {
  isMarkedName,
  isStampedName,
  type MarkName,
  type StampedName,
  type StampedValue,
} from '@/domain/paper/fields';
import type { PaperKey } from '@/domain/paper/paper';
import type { Topic } from '@/domain/topics/types';
import type { GlossDatabase, SightingRow } from '@/storage/db';
import type { TopicsHead } from './topics';
import type { HighlightRecord, PaperRecord, TagRecord } from '@/domain/paper/record';

/**
 * One change, written in the transaction that makes it: for undo and for a paper's history. Entries with the
 * same `opId` are one step. Nothing is ever taken out of the journal: undoing appends.
 */
export type JournalEntry = Change & {
  seq: number;
  opId: string;
  device: string;
  stamp: Stamp;
  /** The strongest key of the entry that it was done at; absent for what was done in the library. */
  via?: PaperKey;
  origin: Origin;
  /** Milliseconds since 1970. */
  at: number;
  /**
   * On the first entry of a step, 1 while that can be undone; absent else, so that the index holds those alone. A
   * browser goes through what was once in an index, and in a transaction that writes it takes seconds for some
   * thousand entries.
   */
  undoable?: 1;
  /** On the first entry of an undo, 1 while that can be taken back. */
  redoable?: 1;
  /** 1 when it was undone. */
  undone?: 1;
};

/** `user`, `redo` and `import` can be undone as they come; `join` (a page showed that two papers are one) when it is asked for. */
export type Origin = 'user' | 'undo' | 'redo' | 'import' | 'join';

/** Fields of a highlight that may change. */
export type HighlightPatch = Partial<Pick<HighlightRecord, 'colour' | 'comment' | 'removed'>>;
/** Fields of a tag that may change. */
export type TagPatch = Partial<Pick<TagRecord, 'name' | 'colour' | 'removed'>>;
/** Whole papers, and where each of their highlights belonged. */
export interface Snapshot {
  papers: PaperRecord[];
  /** By id; `null` for one that was not there. */
  highlights: Record<string, HighlightRecord | null>;
}

/** Topics as they are; `null` for one that is not there. */
export interface TopicsPatch {
  topics: Record<string, Topic | null>;
  head?: TopicsHead;
}

interface Changed<Field extends string, Value> {
  field: Field;
  paperId: string;
  /** What it is about within the field: a tag's or a highlight's id. */
  item: string;
  before: Value;
  after: Value;
}

/** A field that a person set. */
export type StampedChange = {
  [Name in StampedName]: Changed<Name, StampedValue<Name>>;
}[StampedName];

/** A mark that a person put on, or took off. */
export type MarkedChange = { [Name in MarkName]: Changed<Name, boolean> }[MarkName];

/** What a change changed, and how it was before and after. */
export type Change =
  | StampedChange
  | MarkedChange
  | Changed<'note', PaperRecord['note']>
  /** `null` before it was made. */
  | Changed<'highlight', HighlightPatch | null>
  /** What was known of sightings; of no paper. */
  | Changed<'seen', (SightingRow | { key: PaperKey })[]>
  /** A tag itself; of no paper. */
  | Changed<'tags', TagPatch>
  /** A value that travels with the library, `null` where there was none; of no paper. Its name is the item. */
  | Changed<'shared', unknown>
  /** Topics; of no paper. */
  | Changed<'topics', TopicsPatch>
  /** Whole papers: joined, parted, or changed by an import. `after` are their ids then. */
  | PapersChange;

export interface PapersChange {
  field: 'paper';
  paperId: string;
  item: 'join' | 'split' | 'import';
  before: Snapshot;
  after: string[];
}

export type JournalField = Change['field'];

export const isStamped = <C extends Change>(change: C): change is C & StampedChange =>
  isStampedName(change.field);

export const isMarked = <C extends Change>(change: C): change is C & MarkedChange =>
  isMarkedName(change.field);

export type Flag = 'undoable' | 'redoable';
type Entries = Collection<JournalEntry, number, InsertType<JournalEntry, 'seq'>>;

/** The number of the last entry that can't be undone any more, with all before it. */
const FORGOTTEN = 'steps-forgotten';

/**
 * The first entries of steps that carry a flag, in the order they were written. By flag and number: of keys that
 * are equal a browser looks at each to find the last.
 */
export async function flagged(db: GlossDatabase, flag: Flag): Promise<Entries> {
  const last = ((await db.settings.get(FORGOTTEN))?.value as number | undefined) ?? 0;
  return db.journal.where(`[${flag}+seq]`).between([1, last], [1, Dexie.maxKey], false, true);
}

/** No step of before can be undone from now on, or done again. */
export async function forgetSteps(db: GlossDatabase): Promise<void> {
  const last = await db.journal.orderBy('seq').last();
  if (last) await db.settings.put({ key: FORGOTTEN, value: last.seq });
}

/** An entry that was taken back, or that there is nothing to take back of, in a step of which others may stand. */
export const withdrawn = (entry: JournalEntry): JournalEntry => ({ ...entry, undone: 1 });

/** An entry of a step that was taken back. */
export const settled = ({ undoable: _u, redoable: _r, ...entry }: JournalEntry): JournalEntry => ({
  ...(entry as JournalEntry),
  undone: 1,
});
