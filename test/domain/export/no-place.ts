import type { FactName } from '@/domain/paper/facts';
import type { ExportFormatId } from '@/domain/export/formats';

/** Formats of pages and passages: they say nothing of when and where a paper appeared. */
const OF_PAGES = ['hypothesis', 'clipper', 'links'] as const;

/**
 * The formats that have no place for a fact. Every other format writes it, and reads it back where it is read at all:
 * tests hold the writers, the readers and `docs/export-format.md` to this table. A new fact needs a row here.
 */
const NO_PLACE: Readonly<Record<FactName, readonly ExportFormatId[]>> = {
  // Markdown has the year.
  published: OF_PAGES,
  venue: OF_PAGES,
  volume: ['markdown', 'w3c', ...OF_PAGES],
  issue: ['markdown', 'w3c', ...OF_PAGES],
  pages: ['markdown', 'w3c', ...OF_PAGES],
  version: ['markdown', 'w3c', ...OF_PAGES],
  code: ['markdown', 'csl', 'w3c', ...OF_PAGES],
  pdf: ['markdown', 'csl', 'w3c', ...OF_PAGES],
};

/** Whether a format has a place for a fact. */
export const hasPlace = (format: ExportFormatId, fact: FactName): boolean =>
  !NO_PLACE[fact].includes(format);
