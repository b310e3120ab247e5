import {
  hasUnknown,
  highlightWithNewlyKnown,
  tagWithNewlyKnown,
  withNewlyKnown,
} from '@/domain/export/newly-known';
import type { GlossDatabase } from './db';
import type { JournalEntry, PaperRow } from './rows';

/*
 * Rows that an older version wrote may hold fields that it did not know, as `extra`. The library is read through here:
 * whatever merges, joins, restores, shows or exports a row gets those fields as properties. The checkup writes such rows anew,
 * for what derives from them: indexes, and the workers that read by themselves.
 */

/** Rows that are not in the database as they were read. */
const changed = new WeakSet<object>();

/** Whether a row was read with fields that it holds as unknown ones. */
export const isNewlyKnown = (row: object): boolean => changed.has(row);

function known<T extends object>(row: T, read: (row: T) => T): T {
  const found = read(row);
  if (found !== row) changed.add(found);
  return found;
}

function paperRow(row: PaperRow): PaperRow {
  if (!hasUnknown(row)) return row;
  const { listedAt, removedAt, ...record } = row;
  const paper = withNewlyKnown(record);
  if (paper === record) return row;
  return {
    ...paper,
    ...(listedAt === undefined ? {} : { listedAt }),
    ...(removedAt === undefined ? {} : { removedAt }),
  };
}

/** Entries of joins and imports hold whole papers and highlights, which an undo brings back. */
function entry(row: JournalEntry): JournalEntry {
  // Older versions that undid an import without effect wrote an entry without papers.
  if (row.field !== 'paper' || !Object.hasOwn(row.before, 'papers')) return row;
  const highlights = Object.entries(row.before.highlights).map(
    ([id, one]) => [id, one && highlightWithNewlyKnown(one)] as const,
  );
  const papers = row.before.papers.map(paperRow);
  return { ...row, before: { papers, highlights: Object.fromEntries(highlights) } };
}

/** Has all rows of a library read with the fields that an older version did not know. */
export function readNewlyKnown(db: GlossDatabase): void {
  const through =
    <T extends object>(read: (row: T) => T) =>
    (row: T | undefined) =>
      row && known(row, read);
  db.papers.hook('reading', through(paperRow) as (row: PaperRow) => PaperRow);
  db.highlights.hook('reading', through(highlightWithNewlyKnown) as never);
  db.tags.hook('reading', through(tagWithNewlyKnown) as never);
  db.journal.hook('reading', ((row?: JournalEntry) => row && entry(row)) as never);
}
