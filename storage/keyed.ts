import { Dexie, type PromiseExtended } from 'dexie';

/** The most keys that one range requests. */
const RANGE = 64;
/** A range with more unwanted rows than this is read key by key. */
const STRANGERS = 16;

type Source = IDBIndex | IDBObjectStore;

/** How a source is read. */
interface Reading<T> {
  /** Reads up to `most` rows of a range or of one key. */
  read: (source: Source, keys: IDBKeyRange | string, most?: number) => IDBRequest<T[]>;
  /** The key by which a row was requested. */
  keyOf: (found: T) => string;
}

/** What comes before the colon of a key: keys of two kinds are far from each other in an index. */
const kindOf = (key: string): string => key.slice(0, key.indexOf(':') + 1);

/** Sorts the keys and groups neighbours that one range can read. */
function partsOf(keys: readonly string[]): string[][] {
  const parts: string[][] = [];
  // Code units are the order of IndexedDB, too.
  for (const key of [...new Set(keys)].toSorted()) {
    const part = parts.at(-1);
    const isNext = part && part.length < RANGE && kindOf(part[0] ?? '') === kindOf(key);
    if (isNext) part.push(key);
    else parts.push([key]);
  }
  return parts;
}

/**
 * The rows of some keys, which are strings; a few rows of neighbouring keys may be among them. Each request costs, and
 * most keys of a listing page have no row, or they follow each other as papers of one day do: neighbours are asked for
 * together where what lies between them is little. Past Dexie, whose own way of doing this walks a cursor from
 * key to key: one request after the other. Lives within the caller's transaction.
 */
async function near<T>(
  source: Source,
  keys: readonly string[],
  { read, keyOf }: Reading<T>,
): Promise<T[]> {
  const found = partsOf(keys).map(async (part) => {
    const asked = new Set(part);
    const strangersIn = (held: readonly T[]): number =>
      held.reduce((sum, one) => sum + (asked.has(keyOf(one)) ? 0 : 1), 0);
    const bounds = IDBKeyRange.bound(part[0], part.at(-1));
    const some = await answered(read(source, bounds, STRANGERS + 1));
    if (some.length <= STRANGERS) return some;
    // The range is full, of wanted rows or of others; the first rows tell which.
    if (strangersIn(some) <= STRANGERS / 4) {
      const most = part.length + STRANGERS;
      const all = await answered(read(source, bounds, most + 1));
      if (all.length <= most && strangersIn(all) <= STRANGERS) return all;
    }
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

/** Reads whole rows, which are asked for by one of their fields. */
const whole = <T>(field: keyof T): Reading<T> => ({
  read: (source, which, most) => source.getAll(which, most),
  keyOf: (row) => String(row[field]),
});

/** Primary keys of the rows that have one of the keys in an index, and of a few others. */
export async function primaryKeysNear(
  table: { name: string },
  index: string,
  keys: readonly string[],
): Promise<string[]> {
  const found = await near<IDBValidKey>(storeOf(table).index(index), keys, {
    read: (source, which, most) => source.getAllKeys(which, most),
    // A paper's id is the strongest of its keys.
    keyOf: String,
  });
  return [...new Set(found.map(String))];
}

/** Rows whose primary key, a field of theirs, is one of the keys, and a few others. */
export const rowsNear = <T>(
  table: { name: string },
  field: keyof T,
  keys: readonly string[],
): Promise<T[]> => near<T>(storeOf(table), keys, whole<T>(field));

/** Rows that have one of the keys in an index over a field, and a few others. */
export const indexedRowsNear = <T>(
  table: { name: string },
  field: keyof T & string,
  keys: readonly string[],
): Promise<T[]> => near<T>(storeOf(table).index(field), keys, whole<T>(field));
