import { dayName } from '@/domain/day';
import { FORMAT, SCHEMA_VERSION } from './format';
import type { SharedRecord, SightingRecord } from '@/domain/paper/record';
import type { PaperDocument, TagDocument } from './schema';

/** What a file says before its papers. */
export interface ExportHead {
  tags: TagDocument[];
  shared: SharedRecord[];
  /** Sections that a newer version wrote. */
  extra?: Record<string, unknown> | undefined;
}

/** `gloss-2026-01-31.json`, by the local date. */
export const exportFileName = (now: Date, ending = 'json'): string =>
  `gloss-${dayName(now)}.${ending}`;

const lines = (items: readonly unknown[]): string =>
  items.length === 0 ? '' : `\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n`;

/** A file's text up to its first paper, whatever its head holds. Papers follow, and `AFTER_PAPERS`. */
export function documentStart({ tags, shared, extra = {} }: ExportHead): string {
  const start = JSON.stringify({ format: FORMAT, version: SCHEMA_VERSION, minReader: 1 });
  const sections = Object.entries(extra).map(
    ([name, value]) => `,\n${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `${start.slice(0, -1)}${sections.join('')},\n"tags":[${lines(tags)}],\n"shared":[${lines(shared)}],\n"papers":[`;
}

/** Between a file's papers and its sightings, and after those. */
export const AFTER_PAPERS = '],\n"sightings":[';
export const DOCUMENT_END = ']\n}\n';

/**
 * The whole file as text: one item a line, in the order given, and nothing of the moment it was written, so
 * that two exports of one library are the same bytes and two exports can be compared by line.
 */
export const exportDocument = (
  head: ExportHead,
  papers: readonly PaperDocument[],
  sightings: readonly SightingRecord[] = [],
): string =>
  `${documentStart(head)}${lines(papers)}${AFTER_PAPERS}${lines(sightings)}${DOCUMENT_END}`;
