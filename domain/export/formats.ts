import { bibtexWriter } from './formats/bibtex';
import { clipperWriter } from './formats/clipper';
import { cslWriter } from './formats/csl';
import { csvWriter } from './formats/csv';
import { flatWriter } from './formats/flat';
import { hypothesisWriter } from './formats/hypothesis';
import { linksWriter } from './formats/links';
import { markdownWriter } from './formats/markdown';
import { obsidianWriter } from './formats/obsidian';
import { risWriter } from './formats/ris';
import { webAnnotationWriter } from './formats/web-annotation';
import type { Writer } from './writer';

/** A format of other tools. */
export interface ExportFormat {
  /** How file names end. */
  ending: string;
  type: string;
  /** `now`: milliseconds since 1970, for formats that say when they were written. */
  writer: (now: number) => Writer;
}

/** By id, in the order in which they are offered. Gloss JSON is not among them: it is written line by line, and holds what others have no place for. */
export const EXPORT_FORMATS = {
  markdown: { ending: 'md', type: 'text/markdown', writer: markdownWriter },
  obsidian: { ending: 'zip', type: 'application/zip', writer: obsidianWriter },
  bibtex: { ending: 'bib', type: 'application/x-bibtex', writer: bibtexWriter },
  ris: { ending: 'ris', type: 'application/x-research-info-systems', writer: risWriter },
  csl: { ending: 'csl.json', type: 'application/json', writer: cslWriter },
  flat: { ending: 'flat.json', type: 'application/json', writer: flatWriter },
  csv: { ending: 'csv', type: 'text/csv', writer: csvWriter },
  w3c: { ending: 'jsonld', type: 'application/ld+json', writer: webAnnotationWriter },
  hypothesis: { ending: 'hypothesis.json', type: 'application/json', writer: hypothesisWriter },
  clipper: { ending: 'clipper.json', type: 'application/json', writer: clipperWriter },
  links: { ending: 'txt', type: 'text/plain', writer: linksWriter },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof EXPORT_FORMATS;
