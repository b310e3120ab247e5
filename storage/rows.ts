import type { Stamp } from '@/domain/paper/clock';
import type { MarkName, StampedName, StampedValue } from '@/domain/paper/fields';
import type { PaperKey } from '@/domain/paper/paper';
import type {
  HighlightRecord,
  PaperRecord,
  SightingRecord,
  TagRecord,
} from '@/domain/paper/record';
import type { PaperMap } from '@/domain/topics/map/map';
import type { Profiles } from '@/domain/topics/fit/profiles';
import type { StoredTopics, Topic } from '@/domain/topics/types';

/*
 * The shapes of the rows that the database's tables hold. Types alone, so that the tables (`db.ts`) and the code
 * that works on them need not import each other.
 */

/** A paper with the fields that only indexes need. */
export interface PaperRow extends PaperRecord {
  /** When it entered the list of kept papers; absent when nothing of it is kept. */
  listedAt?: number;
  /** When it was put into the trash; absent when it is not there. */
  removedAt?: number;
}

export type SightingRow = SightingRecord;

export interface Setting {
  key: string;
  value: unknown;
}

/** A page of a file's items, as they wait to be imported: as text, which a database copies much faster than objects. */
export interface StagedRow {
  /** Of the import. */
  id: string;
  page: number;
  items: string;
  /** When it was staged, milliseconds since 1970. */
  at: number;
  papers: number;
  /** The newest stamp in it; empty where there is none. */
  newest: string;
}

/** What is kept of a grouping beside its topics. */
export type TopicsHead = Omit<StoredTopics, 'topics'>;

/** A row of the table `topics`. */
export type TopicRow =
  | { id: `topic:${string}`; order: number; topic: Topic }
  | { id: 'head'; head: TopicsHead }
  | { id: 'map'; map: PaperMap }
  | { id: 'profiles'; profiles: Profiles };

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

/** `user`, `redo` and `import` can be undone as they come; `join` (what a page shows: that two papers are one) when it is asked for. */
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
  /** Sightings; they belong to no paper. */
  | Changed<'seen', (SightingRow | { key: PaperKey })[]>
  /** A tag itself; of no paper. */
  | Changed<'tags', TagPatch>
  /** A value that travels with the library, `null` where there was none; of no paper. Its name is the item. */
  | Changed<'shared', unknown>
  /** Sections of a newer version by name, those that there were; of no paper. */
  | Changed<'sections', Record<string, unknown>>
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
