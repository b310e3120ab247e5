/*
 * Where the library's databases are. Chromium keeps all databases of a place in one folder, which it can be unable to
 * open for ever (a missing MANIFEST, a file in place of the folder). Then the library begins anew in a storage bucket
 * (https://wicg.github.io/storage-buckets/), which has a folder of its own; the newest bucket is where the library is.
 * Firefox has no buckets, and keeps each database in a file of its own: there another place is other names. Where one
 * file is damaged it lists none of them, and opens those that are whole.
 */

interface Bucket {
  indexedDB: IDBFactory;
}
interface Buckets {
  keys: () => Promise<string[]>;
  open: (name: string, options: { durability: 'strict'; persisted: true }) => Promise<Bucket>;
}

/** Places after the first, by their numbers. */
interface Places {
  /** The number of the newest; 0 where there is none but the first. */
  newest: () => Promise<number>;
  /** One that is there, by its number. */
  at: (number: number) => Promise<IDBFactory>;
  /** Makes one. */
  make: (number: number) => Promise<IDBFactory>;
}

const PREFIX = 'gloss-';

function inBuckets(buckets: Buckets): Places {
  const open = async (number: number): Promise<IDBFactory> =>
    (await buckets.open(`${PREFIX}${number}`, { durability: 'strict', persisted: true })).indexedDB;
  return {
    newest: async () => {
      const numbers = (await buckets.keys()).flatMap((name) =>
        name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) || [] : [],
      );
      return Math.max(0, ...numbers);
    },
    at: open,
    make: open,
  };
}

/** The database whose existence marks a place by its number, and the suffix of the other databases' names. */
const SIGN = 'gloss-place';
const suffixOf = (number: number): string => `~${number}`;
/** After this many unreadable signs, the folder counts as unreadable. */
const MOST_DAMAGED = 16;

/** A database's version; `null` where there is none, and none is made. */
const versionOf = (name: string): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.addEventListener('upgradeneeded', () => {
      isMissing = true;
      request.transaction?.abort();
    });
    request.addEventListener('success', () => {
      resolve(request.result.version);
      request.result.close();
    });
    request.addEventListener('error', () => {
      if (isMissing) resolve(null);
      else reject(request.error ?? new Error('The database can’t be opened.'));
    });
  });

/** Whether a place's sign is there; a damaged one can't be opened. */
const signOf = (number: number): Promise<'there' | 'missing' | 'damaged'> =>
  versionOf(`${SIGN}${suffixOf(number)}`).then(
    (version) => (version === null ? 'missing' : 'there'),
    () => 'damaged',
  );

const make = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('No place.')));
  });

/** Databases whose being there is asked for (`opening.ts`). */
const LISTED = ['gloss', 'gloss-backups'];

/** The browser's databases under other names. */
function renamed(suffix: string): IDBFactory {
  return {
    open: (name, version) =>
      version === undefined
        ? indexedDB.open(name + suffix)
        : indexedDB.open(name + suffix, version),
    deleteDatabase: (name) => indexedDB.deleteDatabase(name + suffix),
    cmp: (a: unknown, b: unknown) => indexedDB.cmp(a, b),
    databases: async () => {
      const versions = await Promise.all(LISTED.map((name) => versionOf(name + suffix)));
      return LISTED.flatMap((name, at) => {
        const version = versions[at];
        return version == null ? [] : { name, version };
      });
    },
  } satisfies IDBFactory;
}

const byNames: Places = {
  newest: async () => {
    const sign = `${SIGN}${suffixOf(1)}`;
    // Asked first, for it makes no file of a database that is not there.
    const listed = await indexedDB.databases().catch(() => null);
    if (listed && !listed.some(({ name }) => name === sign)) return 0;
    let [number, damaged] = [0, 0];
    for (;;) {
      const next = await signOf(number + 1);
      if (next === 'missing') return number;
      // A sign that was damaged with its place is one still. Where nothing can be opened, the first place says so.
      if (next === 'damaged') damaged += 1;
      if (damaged > MOST_DAMAGED) return 0;
      number += 1;
    }
  },
  at: async (number) => renamed(suffixOf(number)),
  make: async (number) => {
    await make(`${SIGN}${suffixOf(number)}`);
    return renamed(suffixOf(number));
  },
};

function placesOf(): Places {
  const { storageBuckets } = globalThis.navigator as { storageBuckets?: Buckets };
  return storageBuckets ? inBuckets(storageBuckets) : byNames;
}

/** Where the databases are. */
export async function currentPlace(): Promise<IDBFactory> {
  const places = placesOf();
  const number = await places.newest();
  return number === 0 ? indexedDB : places.at(number);
}

/** A new, empty place, which is the current one from now on; `null` where the browser has none to give. */
export async function newPlace(): Promise<IDBFactory | null> {
  const places = placesOf();
  try {
    return await places.make((await places.newest()) + 1);
  } catch {
    return null;
  }
}
