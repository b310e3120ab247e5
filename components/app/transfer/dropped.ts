import { binaryKind } from '@/domain/import/kinds/bytes';
import { textKind } from '@/domain/import/kinds/texts';
import { READABLE, startOf } from './files';

/** What was dropped: files to read, and those of folders that nothing reads. */
export interface Dropped {
  files: File[];
  others: File[];
}

/** A file that is not read, and what it is where that shows. */
export interface Unread {
  name: string;
  /** A sentence; empty where nothing tells. */
  what: string;
}

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

/** Files that a system keeps in folders for itself. */
const OF_SYSTEM = /^(?:\.|(?:thumbs\.db|desktop\.ini)$)/i;

/** What was dropped: files as they are, those of folders parted by their names. Must be called while the event is handled. */
export async function filesIn(dropped: DataTransfer): Promise<Dropped> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory))
    return { files: [...dropped.files], others: [] };
  const all = (await Promise.all(entries.map(filesOf))).flat().toSorted(byName);
  return {
    files: all.filter(({ name }) => READABLE.test(name)),
    others: all.filter(({ name }) => !READABLE.test(name) && !OF_SYSTEM.test(name)),
  };
}

/** Bytes of a file that tell what it is. */
const START = 64 * 1024;
/** Files that are looked into; of more the name is all that is said. */
const MOST_LOOKED_INTO = 100;

async function whatOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, START).arrayBuffer());
  return binaryKind(bytes) ?? textKind(await startOf(file, 16 * 1024)) ?? '';
}

/** Says what files are that are not read. One that can't be opened has its name alone. */
export const unreadOf = (files: readonly File[]): Promise<Unread[]> =>
  Promise.all(
    files.map(async (file, index) => ({
      name: file.name,
      what: index < MOST_LOOKED_INTO ? await whatOf(file).catch(() => '') : '',
    })),
  );
