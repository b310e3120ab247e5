/** A database as it lies there, past the code that opens it. */
export interface RawDatabase {
  version: number;
  stores: Record<
    string,
    {
      keyPath: string | string[] | null;
      autoIncrement: boolean;
      indexes: Record<string, { keyPath: string | string[]; unique: boolean; multiEntry: boolean }>;
      rows: unknown[];
    }
  >;
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')));
  });

/** Reads everything of a database. */
export async function dump(factory: IDBFactory, name: string): Promise<RawDatabase> {
  const db = await answer(factory.open(name));
  const stores: RawDatabase['stores'] = {};
  for (const store of db.objectStoreNames) {
    const from = db.transaction(store).objectStore(store);
    const indexes = [...from.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = from.index(index);
      return [index, { keyPath, unique, multiEntry }] as const;
    });
    stores[store] = {
      keyPath: from.keyPath,
      autoIncrement: from.autoIncrement,
      indexes: Object.fromEntries(indexes),
      rows: await answer(from.getAll()),
    };
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Makes a database as it lay there. */
export async function restore(
  factory: IDBFactory,
  name: string,
  { version, stores }: RawDatabase,
): Promise<void> {
  const opening = factory.open(name, version);
  opening.addEventListener('upgradeneeded', () => {
    for (const [store, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
      const into = opening.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const [index, { keyPath: path, ...rest }] of Object.entries(indexes))
        into.createIndex(index, path, rest);
      for (const row of rows) into.add(row);
    }
  });
  (await answer(opening)).close();
}
