import { decodedText } from '@/domain/import/chunks';
import { detectFormat, type ImportFormatId, type ReadOptions } from '@/domain/import/formats';

/** Endings of the files that can be read, each also with `.gz`. */
const ENDINGS = [
  'json',
  'jsonld',
  'bib',
  'bibtex',
  'ris',
  'nbib',
  'enw',
  'ciw',
  'csv',
  'tsv',
  'txt',
];

/** What a file dialog offers. */
export const ACCEPTED = [...ENDINGS, 'gz'].map((ending) => `.${ending}`).join(',');

/** Names of files that may hold papers. */
export const READABLE = new RegExp(`\\.(?:${ENDINGS.join('|')})(?:\\.gz)?$`, 'i');

/** A file, and how it is to be read. */
export interface Source {
  name: string;
  file: Blob;
  format: ImportFormatId;
  options: ReadOptions;
}

/** The bytes of a file; `look` is called with every piece before it is given. */
export async function* bytesOf(
  file: Blob,
  look: (piece: Uint8Array) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      look(value);
      yield value;
    }
  } finally {
    void reader.cancel();
  }
}

/** The first characters of a file, unpacked where it is; empty where it is no text. */
export async function startOf(file: Blob, length: number): Promise<string> {
  let start = '';
  try {
    for await (const piece of decodedText(bytesOf(file), { mayBeOld: true })) {
      start += piece;
      if (start.length >= length) break;
    }
  } catch {
    return '';
  }
  return start.slice(0, length);
}

/** How much of a file tells its format, characters. */
const START = 16_384;

/** Which format a file has. */
export const formatOf = async (file: File): Promise<ImportFormatId> =>
  detectFormat(file.name, await startOf(file, START));
