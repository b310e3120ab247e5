import {
  AFTER_PAPERS,
  DOCUMENT_END,
  documentStart,
  type ExportHead,
} from '@/domain/export/document';
import type { PaperDocument, SightingDocument } from '@/domain/export/schema';
import { decodedText } from '@/domain/import/chunks';
import { readGloss } from '@/domain/import/gloss';
import { type Admitted, admitItem, mayCome } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';
import { fail, ok, type Result } from '@/domain/result';
import type { Environment } from '@/storage/clock';
import { pack } from './compress';
import type { BackupDatabase, BackupPart, BackupRow } from './db';
import { headOf, papersOf, sightingsOf } from './read';
import { listBackups } from './write';

/*
 * Backups as files in a folder that a person chose: each an export in Gloss JSON, compressed, so that they are
 * of use without Gloss too. A file is written when its backup is whole and goes when its backup does.
 */

/** Items of one part, as `write.ts` makes them. */
const SLICE = 500;

const NAME = /^gloss-backup-[\w-]+\.json\.gz$/;

/** The name of a backup's file: when it was made, by the clock of UTC, and what tells it from others. */
const fileNameOf = ({ id, at }: BackupRow): string =>
  `gloss-backup-${new Date(at).toISOString().slice(0, 16).replace(/[T:]/g, '-')}-${id.slice(-6)}.json.gz`;

/** A backup as the text of an export, piece by piece: never more than a part of it is in memory. */
async function* textOfBackup(backups: BackupDatabase, row: BackupRow): AsyncGenerator<string> {
  yield documentStart(await headOf(backups, row));
  let comma = '';
  const lines = (items: readonly unknown[]): string =>
    items
      .map((item) => {
        const line = `${comma}\n${JSON.stringify(item)}`;
        comma = ',';
        return line;
      })
      .join('');
  for await (const papers of papersOf(backups, row)) yield lines(papers);
  yield `\n${AFTER_PAPERS}`;
  comma = '';
  for await (const sightings of sightingsOf(backups, row)) yield lines(sightings);
  yield `\n${DOCUMENT_END}`;
}

/** Writes a backup's file. The browser puts it in place only once it is whole. */
async function writeFile(
  backups: BackupDatabase,
  folder: FileSystemDirectoryHandle,
  row: BackupRow,
): Promise<string> {
  const name = fileNameOf(row);
  const file = await folder.getFileHandle(name, { create: true });
  const text = textOfBackup(backups, row);
  const encoder = new TextEncoder();
  await new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  })
    .pipeThrough(new CompressionStream('gzip'))
    .pipeTo(await file.createWritable());
  return name;
}

/**
 * Brings a folder to what the backups are: writes the files that are missing, deletes those whose backup is
 * gone. Other files are left alone. Fails as the file system does (`NotAllowedError`, `NotFoundError`).
 */
export async function syncFolder(
  backups: BackupDatabase,
  folder: FileSystemDirectoryHandle,
): Promise<void> {
  const whole = (await listBackups(backups)).filter(({ reason }) => reason !== 'file');
  const files = await backups.files.toArray();
  const written = new Set(files.map(({ backup }) => backup));
  for (const row of whole)
    if (!written.has(row.id))
      await backups.files.put({ backup: row.id, name: await writeFile(backups, folder, row) });
  const there = new Set(whole.map(({ id }) => id));
  for (const { backup, name } of files.filter((file) => !there.has(file.backup))) {
    await folder.removeEntry(name).catch(ignoreMissing);
    await backups.files.delete(backup);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
}

/** Files of a folder that no backup here stands for, the newest first: of another machine, or of an earlier time. */
export async function otherFiles(
  backups: BackupDatabase,
  folder: FileSystemDirectoryHandle,
): Promise<string[]> {
  const own = new Set((await backups.files.toArray()).map(({ name }) => name));
  const found: string[] = [];
  for await (const name of folder.keys()) if (NAME.test(name) && !own.has(name)) found.push(name);
  return found.toSorted().toReversed();
}

/** Collects items into parts of a backup. */
class Parts {
  private count = 0;
  bytes = 0;
  papers = 0;

  constructor(
    private readonly backups: BackupDatabase,
    readonly id: string,
  ) {}

  get length(): number {
    return this.count;
  }

  async add(kind: BackupPart['kind'], value: unknown): Promise<void> {
    const bytes = await pack(value);
    await this.backups.parts.put({ backup: this.id, index: this.count, kind, bytes });
    this.count += 1;
    this.bytes += bytes.byteLength;
    if (kind === 'papers' && Array.isArray(value)) this.papers += value.length;
  }
}

async function addItems(parts: Parts, items: AsyncIterable<Admitted>): Promise<void> {
  const head: ExportHead & { extra: Record<string, unknown> } = { tags: [], shared: [], extra: {} };
  let papers: PaperDocument[] = [];
  let sightings: SightingDocument[] = [];
  for await (const { kind, place, value } of items) {
    if (kind === 'paper') papers.push(value);
    else if (kind === 'sighting') sightings.push(value);
    else if (kind === 'tag') head.tags.push(value);
    else if (kind === 'shared') head.shared.push({ ...value });
    else if (kind === 'section') head.extra[place] = value;
    if (papers.length === SLICE) {
      await parts.add('papers', papers);
      papers = [];
    }
    if (sightings.length === SLICE) {
      await parts.add('sightings', sightings);
      sightings = [];
    }
  }
  await parts.add('papers', papers);
  await parts.add('sightings', sightings);
  await parts.add('head', head);
}

/**
 * Takes a file of the folder in as a backup, to be looked at and restored like any other. Fails with `invalid`
 * and the place where it is not what it should be; then nothing of it stays.
 */
export async function takeFile(
  backups: BackupDatabase,
  folder: FileSystemDirectoryHandle,
  env: Environment,
  name: string,
): Promise<Result<{ id: string }>> {
  const parts = new Parts(backups, env.newId());
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    const text = decodedText(bytesOf(file.stream()));
    await addItems(parts, admitted(text));
    const { id, bytes, papers, length } = parts;
    const at = file.lastModified;
    const whole = { phase: 'done', after: '', rev: 0, complete: 1 } as const;
    await backups.backups.put({ id, reason: 'file', at, bytes, papers, parts: length, ...whole });
    return ok({ id });
  } catch (error) {
    await backups.parts
      .where('[backup+index]')
      .between([parts.id, 0], [parts.id, Infinity])
      .delete();
    if (error instanceof Unreadable) return fail('invalid', `${name}: ${error.message}`);
    throw error;
  }
}

async function* admitted(text: AsyncIterable<string>): AsyncGenerator<Admitted> {
  for await (const item of readGloss(text)) if (mayCome(item)) yield admitItem(item);
}

async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
