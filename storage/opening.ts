import type { Dexie, DexieOptions } from 'dexie';

/*
 * Dexie opens a database of any version, makes one that is missing, and opens again by itself after the browser closed
 * it. A library that was lost must not be replaced by an empty one, nor a newer one be written, so Dexie is handed a
 * factory that does neither.
 */

/** Rules for opening; they may change while the database is in use. */
export interface OpeningRules {
  /** Whether a database that is not there is made. */
  mayCreate: boolean;
  /** Is told when the browser begins to make or to upgrade a database: from then on nothing else holds it. */
  begun?: () => void;
}

/**
 * The browser's databases by rules: one that is missing is made only where it may be (`AbortError` else), and a version
 * other than the one asked for is never opened (`VersionError`).
 */
export function byRules(factory: IDBFactory, rules: OpeningRules): DexieOptions {
  let wanted: number | undefined;
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    wanted = version ?? wanted;
    const request = wanted === undefined ? factory.open(name) : factory.open(name, wanted);
    request.addEventListener('upgradeneeded', (event) => {
      if (event.oldVersion > 0 || rules.mayCreate) return rules.begun?.();
      // A missing database is not made, and no other context hears of this open.
      event.stopImmediatePropagation();
      request.transaction?.abort();
    });
    return request;
  };
  return {
    // Dexie asks for no more of a factory than this.
    indexedDB: {
      open,
      cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
      databases: () => factory.databases(),
      deleteDatabase: (name: string) => factory.deleteDatabase(name),
    } satisfies IDBFactory as DexieOptions['indexedDB'] & object,
    IDBKeyRange: globalThis.IDBKeyRange,
  };
}

/** Dexie keeps a failed opening, and the version it met; closed, it opens anew. One that is open stays so. */
export function forgetFailure(db: Dexie): void {
  if (!db.isOpen()) db.close({ disableAutoOpen: false });
}

/** What a look at the databases tells before any of them is opened. */
export type Sight =
  | { is: 'unreadable'; error: unknown }
  | { is: 'missing' }
  /** `version` as the browser has it: Dexie's, times ten. */
  | { is: 'there'; version: number };

/** Looks whether a database is there. Opening a damaged one would make an empty one of it. */
export async function lookAt(factory: IDBFactory, name: string): Promise<Sight> {
  try {
    const found = (await factory.databases()).find((one) => one.name === name);
    return found ? { is: 'there', version: found.version ?? 0 } : { is: 'missing' };
  } catch (error) {
    return { is: 'unreadable', error };
  }
}
