/*
 * Where the library's databases are. A browser keeps all databases of a place in one folder, which Chromium can be
 * unable to open for ever (a missing MANIFEST, a file in place of the folder). Then the library begins anew in a
 * storage bucket (https://wicg.github.io/storage-buckets/), which has a folder of its own; the newest bucket is where
 * the library is. Firefox has no buckets, and one place.
 */

interface Bucket {
  indexedDB: IDBFactory;
}
interface Buckets {
  keys: () => Promise<string[]>;
  open: (name: string, options: { durability: 'strict'; persisted: true }) => Promise<Bucket>;
}

const PREFIX = 'gloss-';

const bucketsOf = (): Buckets | undefined =>
  (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;

/** The number of the newest bucket; 0 where the library is in the first place, which is no bucket. */
async function newest(buckets: Buckets): Promise<number> {
  const numbers = (await buckets.keys()).flatMap((name) =>
    name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) || [] : [],
  );
  return Math.max(0, ...numbers);
}

const openBucket = async (buckets: Buckets, number: number): Promise<IDBFactory> =>
  (await buckets.open(`${PREFIX}${number}`, { durability: 'strict', persisted: true })).indexedDB;

/** Where the databases are. */
export async function currentPlace(): Promise<IDBFactory> {
  const buckets = bucketsOf();
  if (!buckets) return indexedDB;
  const number = await newest(buckets);
  return number === 0 ? indexedDB : openBucket(buckets, number);
}

/** A new, empty place, which is the current one from now on; `null` where the browser has none to give. */
export async function newPlace(): Promise<IDBFactory | null> {
  const buckets = bucketsOf();
  return buckets ? openBucket(buckets, (await newest(buckets)) + 1) : null;
}
