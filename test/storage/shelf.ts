import type { Shelf } from '@/domain/shelf';

/** Room outside the database, in memory, that can be full. */
export function memoryShelf(): Shelf & { values: Map<string, unknown>; isFull: boolean } {
  const values = new Map<string, unknown>();
  const shelf = {
    values,
    isFull: false,
    get: (key: string) => Promise.resolve(structuredClone(values.get(key))),
    keys: () => Promise.resolve([...values.keys()]),
    set: (entries: Record<string, unknown>) => {
      if (shelf.isFull) return Promise.reject(new Error('IO error: FILE_ERROR_NO_SPACE'));
      // As the browser's does: JSON alone.
      for (const [key, value] of Object.entries(entries))
        values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
    remove: (keys: string[]) => {
      for (const key of keys) values.delete(key);
      return Promise.resolve();
    },
  };
  return shelf;
}
