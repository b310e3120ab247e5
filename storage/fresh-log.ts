import type { Shelf } from '@/domain/shelf';

/*
 * Chromium keeps what was written last in a log file, and after a start goes on writing at the end of the one that it
 * finds. Where a crash, a power cut or a full disk left half a record at its end, what is written behind that counts as
 * damaged at the next start, and the browser then deletes all databases of the extension
 * (https://github.com/google/leveldb/issues/1287). So a log that may end in half a record is replaced before anything
 * that counts is written behind it. The deletion of a database has the browser begin a new log at once, and so has a
 * log that is full. The old one counts until its content is in a table and the MANIFEST says so; only a second full
 * log waits for that.
 */

/** The database that is deleted for it, and filled. */
const NAME = 'gloss-log';
/** A log is full with 4 MiB (https://github.com/google/leveldb/blob/main/include/leveldb/options.h). */
const FULL = 4.25 * 1024 * 1024;
/** Values of 64 kB and more are files of their own, and not in the log. */
const BLOCK = 32 * 1024;

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')));
  });

/** The value that fills the log of the extension's own storage. */
const FILLER = 'log';

/** Does the same for `storage.local`: Chromium drops every record behind a torn one at the next start. */
export async function beginFreshShelf(shelf: Shelf): Promise<void> {
  await shelf.set({ [FILLER]: '-'.repeat(FULL) });
  await shelf.remove([FILLER]);
}

/** Opens the database, which is made where it is not there. */
async function make(place: IDBFactory): Promise<IDBDatabase> {
  const opening = place.open(NAME, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filler'));
  return answer(opening);
}

/** Writes twice a log's size, so that the browser has dropped the old log when this ends. */
async function fill(db: IDBDatabase): Promise<void> {
  const filling = db.transaction('filler', 'readwrite', { durability: 'relaxed' });
  const store = filling.objectStore('filler');
  const block = new Uint8Array(BLOCK);
  for (let size = 0; size < 2 * FULL; size += BLOCK) store.put(block, size);
  await new Promise<void>((resolve, reject) => {
    filling.addEventListener('complete', () => resolve());
    filling.addEventListener('abort', () => reject(filling.error ?? new Error('Aborted.')));
  });
}

/**
 * Has the browser begin a new log for the databases of this place, and resolves once nothing rests on the one before.
 * Fails where there is no room for it.
 */
export async function beginFreshLog(place: IDBFactory): Promise<void> {
  // A crash before the new log counts takes the library: this is the shortest way to it, where one was made before.
  await answer(place.deleteDatabase(NAME));
  const db = await make(place);
  try {
    await fill(db);
  } finally {
    db.close();
    // A start reads the whole log, and this begins one that is nearly empty.
    await answer(place.deleteDatabase(NAME));
  }
  // For the next time to delete.
  (await make(place)).close();
}
