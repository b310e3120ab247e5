import type { Shelf } from '@/domain/shelf';

/*
 * Chromium keeps what was written last in a log file, and after a start goes on writing at the end of the one that it
 * finds. Where a crash, a power cut or a full disk left half a record at its end, what is written behind that counts as
 * damaged at the next start, and the browser then deletes all databases of the extension
 * (https://github.com/google/leveldb/issues/1287). A log that is full is replaced by a new one, so a log that may end in
 * half a record is filled up before much is written behind it.
 */

/** The database that is filled for it, and deleted. */
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

/**
 * The same for the extension's own storage: behind half a record nothing that is written there is found at the next
 * start, and it is what it was before.
 */
export async function beginFreshShelf(shelf: Shelf): Promise<void> {
  await shelf.set({ [FILLER]: '-'.repeat(FULL) });
  await shelf.remove([FILLER]);
}

/** Has the browser begin a new log for the databases of this place. Fails where there is no room for it. */
export async function beginFreshLog(place: IDBFactory): Promise<void> {
  const opening = place.open(NAME, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filler'));
  const db = await answer(opening);
  try {
    const filling = db.transaction('filler', 'readwrite', { durability: 'relaxed' });
    const store = filling.objectStore('filler');
    const block = new Uint8Array(BLOCK);
    for (let size = 0; size < FULL; size += BLOCK) store.put(block, size);
    await new Promise<void>((resolve, reject) => {
      filling.addEventListener('complete', () => resolve());
      filling.addEventListener('abort', () => reject(filling.error ?? new Error('Aborted.')));
    });
  } finally {
    db.close();
    // The first write behind a full log is in the new one.
    await answer(place.deleteDatabase(NAME));
  }
}
