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

/** A list under its name, an item a line. */
const list = (name: string, items: unknown[]): string =>
  items.length === 0
    ? `"${name}":[]`
    : `"${name}":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;

/**
 * The whole file as text: one item a line, in the order given, and nothing of the moment it was written, so
 * that two exports of one library are the same bytes and two exports can be compared by line.
 */
export function exportDocument(
  head: ExportHead,
  papers: PaperDocument[],
  sightings: SightingRecord[] = [],
): string {
  const start = JSON.stringify({ format: FORMAT, version: SCHEMA_VERSION, minReader: 1 });
  const extra = Object.entries(head.extra ?? {}).map(
    ([name, value]) => `,\n${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  const sections = [
    list('tags', head.tags),
    list('shared', head.shared),
    list('papers', papers),
    list('sightings', sightings),
  ];
  return `${start.slice(0, -1)}${extra.join('')},\n${sections.join(',\n')}\n}\n`;
}
