/** A folder in memory, as the File System Access API has it; `isFull` makes writing fail. */
export function folderInMemory() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const state = { isFull: false };
  const missing = () => new DOMException('There is no such file.', 'NotFoundError');
  const handleOf = (name: string) => ({
    getFile: () => {
      const bytes = files.get(name);
      if (!bytes) return Promise.reject(missing());
      return Promise.resolve(new File([bytes], name, { lastModified: 1_700_000_000_000 }));
    },
    createWritable: () => {
      let pieces: Uint8Array<ArrayBuffer>[] = [];
      const sink: UnderlyingSink<Uint8Array<ArrayBuffer>> = {
        write: (piece) => {
          if (state.isFull) throw new DOMException('The disk is full.', 'QuotaExceededError');
          pieces.push(piece);
        },
        close: async () => {
          files.set(name, new Uint8Array(await new Blob(pieces).arrayBuffer()));
          pieces = [];
        },
      };
      return Promise.resolve(new WritableStream(sink));
    },
  });
  const folder = {
    name: 'Backups',
    getFileHandle: (name: string, { create = false } = {}) =>
      create || files.has(name) ? Promise.resolve(handleOf(name)) : Promise.reject(missing()),
    removeEntry: (name: string) =>
      files.delete(name) ? Promise.resolve() : Promise.reject(missing()),
    keys: async function* () {
      yield* files.keys();
    },
  };
  return { folder: folder as unknown as FileSystemDirectoryHandle, files, state };
}
