import type { Titled } from '@/domain/identity/duplicates';
import { noteText } from '@/domain/paper/note';
import type { HighlightRecord } from '@/domain/paper/record';
import { noticesFor } from '@/domain/paper/state';
import { documentOf, type SearchDocument } from '@/domain/query/document';
import type { GlossDatabase } from '@/storage/db';
import { NO_PAPER } from '@/storage/revisions';
import type { PaperRow } from '@/storage/rows';

/** What came after a revision. */
export interface DocumentBatch {
  documents: SearchDocument[];
  /** Ids of papers that are not searched any more; `ALL_PAPERS` for all before. They count before `documents`. */
  gone: string[];
  /** The highest revision of the batch; the one asked with where nothing came. */
  rev: number;
}

/** A stored paper as it is searched. */
export const rowDocument = (row: PaperRow, highlights: HighlightRecord[]): SearchDocument =>
  documentOf({
    ...row,
    note: noteText(row.note),
    highlights,
    notices: noticesFor(row, highlights.length > 0),
  });

const isSearched = (row: PaperRow): boolean =>
  !row.removed && (row.listedAt !== undefined || row.status === 'dismissed');

/** Papers that were written after a revision, up to `limit`, in the order of their last writing. */
export async function documentsAfter(
  db: GlossDatabase,
  rev: number,
  limit: number,
): Promise<DocumentBatch> {
  return db.transaction('r', [db.papers, db.revisions, db.highlights], async () => {
    const revisions = await db.revisions.where('rev').above(rev).limit(limit).toArray();
    const rows = await db.papers.bulkGet(revisions.map(({ id }) => id));
    const searched = rows.flatMap((row) => (row && isSearched(row) ? row : []));
    const highlights = await db.highlights
      .where('paperId')
      .anyOf(searched.map(({ id }) => id))
      .toArray();
    const byPaper = Map.groupBy(
      highlights.filter(({ removed }) => !removed),
      ({ paperId }) => paperId,
    );
    const isThere = new Set(searched.map(({ id }) => id));
    return {
      documents: searched.map((row) => rowDocument(row, byPaper.get(row.id) ?? [])),
      gone: revisions.flatMap(({ id }) => (isThere.has(id) || id === NO_PAPER ? [] : id)),
      rev: revisions.at(-1)?.rev ?? rev,
    };
  });
}

/** The fields that show whether papers look like one, in id order; `next` is the id to go on after. */
export async function titlesAfter(
  db: GlossDatabase,
  after: string,
  limit: number,
): Promise<{ papers: Titled[]; next: string | null }> {
  const rows = await db.papers.where('id').above(after).limit(limit).toArray();
  return {
    papers: rows
      .filter((row) => !row.removed && row.listedAt !== undefined)
      .map(({ id, title, authors, apart = [] }) => ({ id, title, authors, apart })),
    next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
}
