import { deviceOf } from '@/domain/paper/clock';
import { type GlossDatabase, indexesOf } from '@/storage/db';
import { makePaper, makeTags, type MadePaper, type Pace } from './generate';
import type { JournalEntry } from '@/storage/rows';

/** Rows of one transaction. */
const SLICE = 2_000;

/** That a paper got its status: what undo and its history find. */
function entryOf({ paper }: MadePaper): Omit<JournalEntry, 'seq'>[] {
  const stamp = paper.stamps['status'];
  if (!stamp) return [];
  return [
    {
      opId: `made-${paper.id}`,
      device: deviceOf(stamp),
      stamp,
      paperId: paper.id,
      field: 'status',
      item: '',
      before: { status: null, savedAt: null },
      after: { status: paper.status, savedAt: paper.savedAt },
      origin: 'user',
      undoable: 1,
      at: paper.createdAt,
    },
  ];
}

/** Puts the papers from `first` to below `end` of the made-up library into a database, in slices. */
export async function fill(
  db: GlossDatabase,
  first: number,
  end: number,
  seed = 1,
  pace?: Pace,
): Promise<void> {
  await db.tags.bulkPut(makeTags());
  for (let start = first; start < end; start += SLICE) {
    const made = Array.from({ length: Math.min(SLICE, end - start) }, (_, index) =>
      makePaper(start + index, seed, pace),
    );
    await db.transaction('rw', [db.papers, db.highlights, db.sightings, db.journal], async () => {
      await db.papers.bulkPut(
        made.map(({ paper, highlights }) => ({
          ...paper,
          ...indexesOf(paper, highlights.length > 0),
        })),
      );
      await db.highlights.bulkPut(made.flatMap(({ highlights }) => highlights));
      await db.sightings.bulkPut(made.flatMap(({ sightings }) => sightings));
      await db.journal.bulkAdd(made.flatMap(entryOf));
    });
  }
}
