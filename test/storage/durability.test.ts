import { IDBDatabase } from 'fake-indexeddb';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { saveSettings } from '@/storage/settings';
import { writeSightings } from '@/storage/sightings';
import * as actions from '@/storage/steps/actions';
import { changeMany } from '@/storage/steps/many';
import { undo } from '@/storage/steps/undo';
import { markTold } from '@/storage/told';
import { openLibrary, refOf } from './open';

type Begin = (this: IDBDatabase, ...args: Parameters<IDBDatabase['transaction']>) => IDBTransaction;
const begin = Reflect.get(IDBDatabase.prototype, 'transaction') as Begin;

/** Durabilities of the transactions that were begun to write. */
let begun: (string | undefined)[] = [];
beforeEach(() => {
  begun = [];
  IDBDatabase.prototype.transaction = function record(this: IDBDatabase, ...args) {
    const [, mode, options] = args;
    if (mode === 'readwrite') begun.push(options?.durability);
    return begin.apply(this, args);
  };
});
afterAll(() => {
  IDBDatabase.prototype.transaction = begin;
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
  expect(new Set(begun)).toEqual(new Set(['strict']));
});

test('sightings and notes to ourselves are not waited for', async () => {
  const { db } = openLibrary();
  await writeSightings(db, { site: 'arxiv', at: 1, papers: [paper] });
  await markTold(db, 1);
  expect(begun).toEqual(['relaxed', 'relaxed']);
});
