import { Dexie, type PromiseExtended, type Table } from 'dexie';

/** Keys that are asked for as one range. */
const RANGE = 64;
/** The most rows of a range that is read whole; the keys of a fuller range are read one by one. */
const HELD = 16;

type Source = IDBIndex | IDBObjectStore;

/** Reads what there is of a stretch of keys or of one key, so many at the most. */
type Read<T> = (source: Source, keys: IDBKeyRange | string, most?: number) => IDBRequest<T[]>;

/**
 * The rows of some keys, which are strings; a few rows of neighbouring keys may be among them. Most keys of a listing
 * page have no row, and each request costs: neighbours are asked for together, as most stretches of an index hold
 * nothing or little. Past Dexie, whose own way of doing this walks a cursor from
 * key to key: one request after the other. Lives within the caller's transaction.
 */
async function near<T>(source: Source, keys: readonly string[], read: Read<T>): Promise<T[]> {
  // Code units are the order of IndexedDB, too.
  const sorted = [...new Set(keys)].toSorted();
  const parts = Array.from({ length: Math.ceil(sorted.length / RANGE) }, (_, at) =>
    sorted.slice(at * RANGE, (at + 1) * RANGE),
  );
  const found = parts.map(async (part) => {
    const bounds = IDBKeyRange.bound(part[0], part.at(-1));
    const held = await answered(read(source, bounds, HELD + 1));
    if (held.length <= HELD) return held;
    return (await Promise.all(part.map((key) => answered(read(source, key))))).flat();
  });
  return (await Promise.all(found)).flat();
}

/** The answer of IndexedDB, in a promise that stays within Dexie's transaction. */
const answered = <T>(request: IDBRequest<T>): PromiseExtended<T> =>
  new Dexie.Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

const storeOf = ({ name }: { name: string }): IDBObjectStore =>
  Dexie.currentTransaction.idbtrans.objectStore(name);

/** Primary keys of the rows that have one of the keys in an index, and of a few others. */
export async function primaryKeysNear(
  table: { name: string },
  index: string,
  keys: readonly string[],
): Promise<string[]> {
  const found = await near<IDBValidKey>(storeOf(table).index(index), keys, (source, which, most) =>
    source.getAllKeys(which, most),
  );
  return [...new Set(found.map(String))];
}

/** Rows whose primary key is one of the keys, and a few others. */
export const rowsNear = <T>(table: Table<T, string>, keys: readonly string[]): Promise<T[]> =>
  near<T>(storeOf(table), keys, (source, which, most) => source.getAll(which, most));

/** Rows that have one of the keys in an index, and a few others. */
export const indexedRowsNear = <T>(
  table: { name: string },
  index: string,
  keys: readonly string[],
): Promise<T[]> =>
  near<T>(storeOf(table).index(index), keys, (source, which, most) => source.getAll(which, most));
