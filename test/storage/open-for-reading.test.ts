import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { GlossDatabase } from '@/storage/db';
import { byRules } from '@/storage/opening';
import { openForReading } from '@/storage/read/open';
import { writeStatus } from '@/storage/steps/actions';
import { refOf, valueOf } from './open';

globalThis.IDBKeyRange = IDBKeyRange;

test('a reader makes no library in place of one that is missing, and reads it once the keeper made it', async () => {
  globalThis.indexedDB = new IDBFactory();
  const reading = openForReading();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await indexedDB.databases()).toEqual([]);
  const keeper = new GlossDatabase('gloss', byRules(indexedDB, { mayCreate: true }));
  const env = { now: () => 1_700_000_000_000, newId: () => 'id' };
  const paper = refOf(['arxiv:2401.00001'], { title: 'Tides' });
  await valueOf(writeStatus(keeper, env, { opId: 's', paper, status: 'saved' }));
  const { db } = await reading;
  expect(await db.papers.count()).toBe(1);
  db.close();
});

test('a library that is lost under a reader stays lost', async () => {
  globalThis.indexedDB = new IDBFactory();
  const keeper = new GlossDatabase('gloss', byRules(indexedDB, { mayCreate: true }));
  await keeper.open();
  const { db } = await openForReading();
  keeper.close();
  await new Promise((resolve) =>
    indexedDB.deleteDatabase('gloss').addEventListener('success', resolve),
  );
  await expect(db.papers.count()).rejects.toThrow();
  expect(await indexedDB.databases()).toEqual([]);
});
