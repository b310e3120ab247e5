import { IDBDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveSettings } from '@/storage/settings';
import { writeSightings } from '@/storage/sightings';
import * as actions from '@/storage/steps/actions';
import { changeMany } from '@/storage/steps/many';
import { undo } from '@/storage/steps/undo';
import { markTold } from '@/storage/told';
import { openLibrary, refOf } from './open';

interface Begun {
  tables: string[];
  durability: string | undefined;
}

const { transaction } = IDBDatabase.prototype;
let begun: Begun[] = [];

beforeEach(() => {
  begun = [];
  IDBDatabase.prototype.transaction = function record(this: IDBDatabase, tables, mode, options) {
    if (mode === 'readwrite')
      begun.push({
        tables: typeof tables === 'string' ? [tables] : [...tables],
        durability: options?.durability,
      });
    return transaction.call(this, tables, mode, options);
  } as typeof transaction;
});
afterEach(() => {
  IDBDatabase.prototype.transaction = transaction;
});

const paper = refOf(['arxiv:2401.00001']);

test('what a person does is flushed to the disk before it is acknowledged', async () => {
  const { db, env } = openLibrary();
  await actions.writeStatus(db, env, { opId: '1', paper, status: 'saved' });
  await actions.writeNote(db, env, { opId: '2', paper, base: '', text: 'A note' });
  await actions.writeTag(db, env, { opId: '3', paper, name: 'tides', on: true });
  await changeMany(db, env, { opId: '4', ids: [paper.keys[0]!], change: { kind: 'delete' } });
  await undo(db, env, '5');
  await saveSettings(db, env, { isAdvancing: false });
  expect(begun.length).toBeGreaterThanOrEqual(6);
  expect(begun.map(({ durability }) => durability)).toEqual(begun.map(() => 'strict'));
});

test('sightings and notes to ourselves are not waited for', async () => {
  const { db } = openLibrary();
  await writeSightings(db, { site: 'arxiv', at: 1, papers: [paper] });
  await markTold(db, 1);
  expect(begun.map(({ durability }) => durability)).toEqual(['relaxed', 'relaxed']);
});
