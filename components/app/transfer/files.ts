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

const READABLE = new RegExp(`\\.(?:${ENDINGS.join('|')})(?:\\.gz)?$`, 'i');

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

/** All files of an entry that was dropped, those of folders within it too. */
async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return new Promise((resolve) => {
      (entry as FileSystemFileEntry).file(
        (file) => resolve([file]),
        () => resolve([]),
      );
    });
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesOf(one)));
  }
}

const byName = (a: File, b: File): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** What was dropped: files as they are, of folders those that can be read. Must be called while the event is handled. */
export async function filesIn(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return [...dropped.files];
  const found = (await Promise.all(entries.map(filesOf))).flat();
  return found.filter(({ name }) => READABLE.test(name)).toSorted(byName);
}
