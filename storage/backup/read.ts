import type { ExportHead } from '@/domain/export/document';
import type { PaperDocument, SightingDocument } from '@/domain/export/schema';
import { unpack } from './compress';
import type { BackupDatabase, BackupPart, BackupRow } from './db';

/*
 * What a backup holds, part by part: of a large library never more than a part is in memory.
 */

/** Thrown where a backup is not there, or a part of it can't be read. */
export class Broken extends Error {
  constructor(
    readonly reason: 'missing' | 'invalid',
    message: string,
  ) {
    super(message);
  }
}

/** A backup that is whole. Fails (`Broken`) where there is none. */
export async function wholeBackup(backups: BackupDatabase, id: string): Promise<BackupRow> {
  const row = await backups.backups.get(id);
  if (!row?.complete) throw new Broken('missing', 'This backup is not there any more.');
  return row;
}

/** The values of a kind, as they were packed. Fails (`Broken`) where a part is missing or damaged. */
async function* valuesOf<T>(
  backups: BackupDatabase,
  { id, parts }: BackupRow,
  kind: BackupPart['kind'],
): AsyncGenerator<T> {
  for (let index = 0; index < parts; index++) {
    const part = await backups.parts.get([id, index]);
    if (!part)
      throw new Broken('invalid', `Part ${index + 1} of ${parts} of this backup is missing.`);
    if (part.kind !== kind) continue;
    try {
      yield await unpack<T>(part.bytes);
    } catch (error) {
      throw new Broken('invalid', `This backup can’t be read: ${String(error)}`);
    }
  }
}

/** What changed while a backup was written: it counts over what was written before. `null` is a paper that went. */
async function changesOf(
  backups: BackupDatabase,
  row: BackupRow,
): Promise<Map<string, PaperDocument | null>> {
  const changed = new Map<string, PaperDocument | null>();
  type Changes = { papers: PaperDocument[]; gone: string[] };
  for await (const { papers, gone } of valuesOf<Changes>(backups, row, 'gone')) {
    for (const paper of papers) changed.set(paper.id, paper);
    for (const id of gone) changed.set(id, null);
  }
  return changed;
}

/** The papers of a backup in lists of some hundred, each once, in the order of their ids. */
export async function* papersOf(
  backups: BackupDatabase,
  row: BackupRow,
): AsyncGenerator<PaperDocument[]> {
  const changed = await changesOf(backups, row);
  let later = [...changed.values()].flatMap((paper) => paper ?? []).toSorted(byId);
  for await (const papers of valuesOf<PaperDocument[]>(backups, row, 'papers')) {
    const last = papers.at(-1)?.id ?? '';
    const own = papers.filter(({ id }) => !changed.has(id));
    const among = later.filter(({ id }) => id <= last);
    later = later.filter(({ id }) => id > last);
    yield among.length > 0 ? [...own, ...among].toSorted(byId) : own;
  }
  yield later;
}

const byId = (a: PaperDocument, b: PaperDocument): number => (a.id < b.id ? -1 : 1);

/** What a backup holds beside papers and sightings. */
export async function headOf(backups: BackupDatabase, row: BackupRow): Promise<ExportHead> {
  const head: ExportHead = { tags: [], shared: [] };
  for await (const value of valuesOf<ExportHead>(backups, row, 'head')) Object.assign(head, value);
  return head;
}

/** The sightings of a backup, part by part. */
export const sightingsOf = (
  backups: BackupDatabase,
  row: BackupRow,
): AsyncGenerator<SightingDocument[]> => valuesOf<SightingDocument[]>(backups, row, 'sightings');
