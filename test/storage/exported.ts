import { exportDocument } from '@/domain/export/document';
import type { PaperDocument } from '@/domain/export/schema';
import type { GlossDatabase } from '@/storage/db';
import { exportHead, exportPapers, exportSightings } from '@/storage/read/export';

/** The papers of a small library. */
export const exportedPapers = async (db: GlossDatabase): Promise<PaperDocument[]> =>
  (await exportPapers(db, null)).papers;

/** The export file of a small library. */
export const exportedText = async (db: GlossDatabase): Promise<string> =>
  exportDocument(
    await exportHead(db),
    await exportedPapers(db),
    (await exportSightings(db, null)).sightings,
  );
