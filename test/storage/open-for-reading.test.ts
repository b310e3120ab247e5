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

/** Opens the database past Dexie, at a version. */
const raw = (version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('gloss', version);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('Not opened.')));
  });

const lose = (): Promise<unknown> =>
  new Promise((resolve) => indexedDB.deleteDatabase('gloss').addEventListener('success', resolve));

test('a library that is lost under a reader stays lost', async () => {
  globalThis.indexedDB = new IDBFactory();
  const keeper = new GlossDatabase('gloss', byRules(indexedDB, { mayCreate: true }));
  await keeper.open();
  const { db } = await openForReading();
  keeper.close();
  await lose();
  await expect(db.papers.count()).rejects.toThrow();
  expect(await indexedDB.databases()).toEqual([]);
});

test('a reader does not stand in the keeper’s way while a change of the schema is blocked, and reads after it', async () => {
  globalThis.indexedDB = new IDBFactory();
  const made = new GlossDatabase('gloss', byRules(indexedDB, { mayCreate: true }));
  await made.open();
  const { db } = await openForReading();
  made.close();
  await lose();
  const holder = await raw(5);
  await db.papers.count().catch(() => undefined);
  const keeper = new GlossDatabase('gloss', byRules(indexedDB, { mayCreate: false }));
  const blocked = new Promise((resolve) => {
    keeper.on('blocked', resolve);
  });
  const opening = keeper.open();
  await blocked;
  holder.close();
  await opening;
  await expect.poll(() => db.papers.count().catch(() => -1)).toBe(0);
  db.close();
});
