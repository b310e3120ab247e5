import { once } from 'node:events';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { onTornWrite } from '@/storage/torn';

/** Has a write end as the browser ends one, and tells whether it counts as torn. */
async function isTorn(error: DOMException | null): Promise<boolean> {
  const db = new Dexie('torn', { indexedDB: new IDBFactory(), IDBKeyRange });
  db.version(1).stores({ rows: 'id' });
  let torn = false;
  const ends: Promise<unknown>[] = [];
  onTornWrite(db, () => {
    torn = true;
  });
  const ended = db.transaction('rw', 'rows', (transaction) => {
    ends.push(once(transaction.idbtrans, 'abort'));
    Object.defineProperty(transaction.idbtrans, 'error', { value: error });
    transaction.abort();
  });
  await expect(ended).rejects.toThrow();
  for (const end of ends) await end;
  return torn;
}

test.each([
  ['a disk that is full', new DOMException('', 'QuotaExceededError'), true],
  ['a disk that fails', new DOMException('Internal error committing.', 'UnknownError'), true],
  ['a row that is there already', new DOMException('', 'ConstraintError'), false],
  ['nobody but the one who asked', null, false],
])('a write that is ended by %s', async (_, error, torn) => {
  expect(await isTorn(error)).toBe(torn);
});
