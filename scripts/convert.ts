import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { exportDocument } from '@/domain/export/document';
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from '@/domain/export/formats';
import { exportPaper } from '@/domain/export/paper';
import { decodedText } from '@/domain/import/chunks';
import type { Collection } from '@/domain/import/collection';
import { bytesAs, IMPORT_FORMATS, type ImportFormatId } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';
import { isToBeTold, type Letters } from '@/domain/import/letters/decoder';
import { nameOfEncoding } from '@/domain/import/letters/names';
import { say } from './setup/process.mjs';

/** Other names of the formats. */
const NAMES: Record<string, string> = {
  json: 'gloss',
  'gloss-json': 'gloss',
  bib: 'bibtex',
  biblatex: 'bibtex',
  'csl-json': 'csl',
  md: 'markdown',
  zip: 'obsidian',
  'markdown-zip': 'obsidian',
  'obsidian-zip': 'obsidian',
  'obsidian-clipper': 'clipper',
  'obsidian-web-clipper': 'clipper',
  'web-annotation': 'w3c',
  'json-ld': 'w3c',
  jsonld: 'w3c',
  'paper-memory': 'papermemory',
  medline: 'nbib',
  pubmed: 'nbib',
  endnote: 'enw',
  refer: 'enw',
  ciw: 'wos',
  'flat-json': 'flat',
  scripts: 'flat',
  txt: 'links',
  urls: 'links',
  ids: 'links',
};

function formatOf<T extends string>(option: string, name: string | undefined, known: T[]): T {
  const lower = name?.toLowerCase() ?? '';
  const id = NAMES[lower] ?? lower;
  const found = known.find((one) => one === id);
  if (!found) throw new Error(`${option}: expected one of ${known.join(', ')}.`);
  return found;
}

/** A piece at a time, so that a pipe that is slow is waited for. */
const put = (piece: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
  });

async function write(to: ExportFormatId | 'gloss', library: Collection): Promise<void> {
  if (to === 'gloss') return put(exportDocument(library.head, library.papers, library.sightings));
  const names = new Map(library.head.tags.map(({ id, name }) => [id, name]));
  const format: ExportFormat = EXPORT_FORMATS[to];
  const writer = format.writer(Date.now());
  await put(writer.start());
  for (const document of library.papers) {
    const paper = exportPaper(document, (id) => names.get(id) ?? id);
    if (paper) await put(writer.paper(paper));
  }
  await put(writer.end());
}

const lettersOf = ({ encoding, repaired }: Letters): string =>
  repaired > 0
    ? `${repaired} bytes that are none of UTF-8 are read as Windows-1252`
    : `read as ${nameOfEncoding(encoding)}, for it is not in UTF-8`;

/** `npm run --silent convert -- --from FORMAT --to FORMAT FILE`: what the library page imports and exports, on standard output. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Error('Give one file: --from FORMAT --to FORMAT FILE.');
  const readers = Object.keys(IMPORT_FORMATS) as ImportFormatId[];
  const writers = ['gloss', ...Object.keys(EXPORT_FORMATS)] as (ExportFormatId | 'gloss')[];
  const from = formatOf('--from', values.from, readers);
  const to = formatOf('--to', values.to, writers);
  const heard = (letters: Letters): void => {
    if (isToBeTold(letters)) say(`${file}: ${lettersOf(letters)}.`);
  };
  const text = decodedText(createReadStream(file), { ...bytesAs(from), heard });
  const read = await readCollection(from, text, { now: Date.now() }).catch((error: unknown) => {
    throw new Error(`${file}: ${reasonOf(error)}.`);
  });
  if (!read.ok) throw new Error(`${file}: ${read.error.message}`);
  const { library, rejected, left } = read.value;
  const [first] = rejected;
  if (first && library.papers.length === 0)
    throw new Error(`${file}, ${first.place}: ${String(first.value)}.`);
  for (const { place, value } of rejected) say(`${file}, ${place}: left out: ${String(value)}.`);
  if (left.size > 0) say(`${file}: not taken: ${[...left.keys()].join(', ')}.`);
  await write(to, library);
}

/** The reason why a file can't be read, in words. */
const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'the file may not be read',
};

const reasonOf = (error: unknown): string =>
  REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? sentenceOf(error);

/** The first sentence of whatever went wrong. */
const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /(?:\s*\n|(?<=\.) To specify)[\s\S]*$/,
    '',
  );

try {
  await main();
} catch (error) {
  say(sentenceOf(error));
  process.exitCode = 2;
}
