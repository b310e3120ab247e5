import { expect, test } from 'vitest';
import { writeNote } from '@/storage/steps/actions';
import { paperHistory } from '@/storage/steps/history';
import { changeMany } from '@/storage/steps/many';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { undo } from '@/storage/steps/undo';
import { valueOf } from './open';
import { first, ids, threeSaved } from './three-saved';

test('a paper’s history tells each step and what it changed', async () => {
  const { db, env } = await threeSaved();
  await writeNote(db, env, { opId: 'n', paper: first!, base: '', text: 'Mine.' });
  await valueOf(undo(db, env, 'u'));
  const { entries } = await paperHistory(db, { id: ids[0]!, before: null, limit: 10 });
  expect(
    entries.map(({ kind, from, to, origin, canUndo }) => [kind, from, to, origin, canUndo]),
  ).toEqual([
    ['note', 'Mine.', '', 'undo', false],
    ['note', '', 'Mine.', 'user', false],
    ['tag', '', 'moons', 'user', true],
    ['status', '', 'saved', 'user', true],
  ]);
});

test('a paper’s history says which steps were of other papers too', async () => {
  const { db, env } = await threeSaved();
  await valueOf(
    changeMany(db, env, { opId: 'm', ids, change: { kind: 'tag', name: 'rings', on: true } }),
  );
  const { entries } = await paperHistory(db, { id: ids[0]!, before: null, limit: 10 });
  expect(entries.map(({ opId, isOfMany }) => [opId, isOfMany])).toEqual([
    ['m', true],
    ['t0', false],
    ['s0', false],
  ]);
});

test('of papers that were joined twice, what was joined last is offered to be taken apart', async () => {
  const { db, env } = await threeSaved();
  await valueOf(joinMany(db, env, { opId: 'm1', ids: ids.slice(0, 2) }));
  await valueOf(joinMany(db, env, { opId: 'm2', ids: [ids[0]!, ids[2]!] }));
  const offered = async (limit: number, before: number | null = null) => {
    const history = await paperHistory(db, { id: ids[0]!, before, limit });
    return { ...history, joins: history.entries.filter(({ kind }) => kind === 'join') };
  };
  const { joins } = await offered(10);
  expect(joins.map(({ opId, canUndo }) => [opId, canUndo])).toEqual([
    ['m2', true],
    ['m1', false],
  ]);
  // Also where the newer one is on the page before.
  const { next } = await offered(1);
  expect((await offered(10, next)).joins.map(({ canUndo }) => canUndo)).toEqual([false]);
  await valueOf(splitNewest(db, env, { opId: 'apart', id: ids[0]! }));
  expect((await offered(10)).joins.find(({ opId }) => opId === 'm1')?.canUndo).toBe(true);
});
