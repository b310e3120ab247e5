import { FORMAT, SCHEMA_VERSION } from './format';
import type { PaperDocument, TagDocument } from './schema';

/** What a file says before its papers. */
export interface ExportHead {
  device: string;
  tags: TagDocument[];
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `gloss-2026-01-31.json`, by the local date. */
export function exportFileName(now: Date): string {
  return `gloss-${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}.json`;
}

/** A list under its name, an item a line. */
const list = (name: string, items: unknown[]): string =>
  items.length === 0
    ? `"${name}":[]`
    : `"${name}":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;

/** The whole file as text: one paper a line, in the order given, so that two exports can be compared by line. */
export function exportDocument(head: ExportHead, papers: PaperDocument[], now: Date): string {
  const start = JSON.stringify({
    format: FORMAT,
    version: SCHEMA_VERSION,
    minReader: 1,
    exportedAt: now.toISOString(),
    device: head.device,
  }).slice(0, -1);
  return `${start},\n${list('tags', head.tags)},\n${list('papers', papers)}\n}\n`;
}
