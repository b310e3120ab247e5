import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import { timeOf } from '@/domain/paper/clock';
import { isKeptByFields } from '@/domain/paper/fields';
import { noteText } from '@/domain/paper/note';
import type {
  HighlightRecord,
  PaperRecord,
  SharedRecord,
  SightingRecord,
  TagRecord,
} from '@/domain/paper/record';
import { flushWrites } from './durability';
import { numberWrites, type RevisionRow } from './revisions';
import type { JournalEntry, PaperRow, Setting, StagedRow, TopicRow } from './rows';

/** The library. Only the background writes to it; two workers read it. */
export class GlossDatabase extends Dexie {
  papers!: EntityTable<PaperRow, 'id'>;
  highlights!: EntityTable<HighlightRecord, 'id'>;
  sightings!: EntityTable<SightingRecord, 'key'>;
  tags!: EntityTable<TagRecord, 'id'>;
  topics!: Table<TopicRow, string>;
  journal!: EntityTable<JournalEntry, 'seq'>;
  /** Of this machine alone. */
  settings!: EntityTable<Setting, 'key'>;
  /** What travels with the library. */
  shared!: EntityTable<SharedRecord, 'key'>;
  /** A file on its way into the library. */
  staged!: Table<StagedRow, [id: string, page: number]>;
  /** What was written when, for the search index. */
  revisions!: EntityTable<RevisionRow, 'id'>;

  constructor(name = 'gloss', options: DexieOptions = {}) {
    super(name, options);
    // The ladder of versions: a step is never changed once it was released, only followed.
    this.version(1).stores({
      papers:
        'id, *keys, *aliases, *claims, listedAt, removedAt, updatedAt, *tags, [status+updatedAt]',
      highlights: 'id, paperId',
      sightings: 'key, lastAt',
      tags: 'id, usedAt',
      topics: 'id',
      journal: '++seq, opId, paperId, at, [undoable+seq], [redoable+seq]',
      settings: 'key',
      shared: 'key',
      staged: '[id+page], at',
      revisions: 'id, rev',
    });
    // Nothing asks by status: that is the search index's.
    this.version(2).stores({
      papers: 'id, *keys, *aliases, *claims, listedAt, removedAt, updatedAt, *tags',
    });
    numberWrites(this);
    flushWrites(this);
  }
}

/** What only indexes need of a paper. It entered the list when it was saved, else when it was first annotated. */
export function indexesOf(
  paper: PaperRecord,
  hasHighlights: boolean,
): Pick<PaperRow, 'listedAt' | 'removedAt'> {
  if (paper.removed) return paper.erased ? {} : { removedAt: removedAt(paper) };
  if (paper.savedAt !== null) return { listedAt: paper.savedAt };
  const isAnnotated = isKeptByFields(paper) || noteText(paper.note) !== '' || hasHighlights;
  return isAnnotated ? { listedAt: paper.createdAt } : {};
}

/** A stamp may be of a clock that was far ahead; the record was written last by this machine's. */
const removedAt = ({ stamps, updatedAt }: PaperRecord): number =>
  stamps['removed'] ? Math.min(timeOf(stamps['removed']), updatedAt) : updatedAt;
