import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { GlossDatabase } from '@/storage/db';
import { isNewer } from '@/storage/failure';
import { byRules, lookAt } from '@/storage/opening';

globalThis.IDBKeyRange = IDBKeyRange;
let factory = new IDBFactory();
beforeEach(() => {
  factory = new IDBFactory();
});

/** Opens a database past Dexie; makes a store where there is none. */
const raw = (version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = factory.open('gloss', version);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('later'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('Not opened.')));
  });

test('a library that is missing is not made where it may not be, however often it is asked for', async () => {
  const db = new GlossDatabase('gloss', byRules(factory, { mayCreate: false }));
  await expect(db.papers.count()).rejects.toThrow();
  db.close({ disableAutoOpen: false });
  await expect(db.open()).rejects.toThrow();
  expect(await lookAt(factory, 'gloss')).toEqual({ is: 'missing' });
});

test('a library of a newer version is not opened, and is as it was', async () => {
  (await raw(990)).close();
  const db = new GlossDatabase('gloss', byRules(factory, { mayCreate: true }));
  await db.open().then(
    () => expect.fail('It was opened.'),
    (error: unknown) => expect(isNewer(error)).toBe(true),
  );
  const after = await raw(990);
  expect([...after.objectStoreNames]).toEqual(['later']);
});
