import { expect, test } from 'vitest';
import { writeStatus, writeTag } from '@/storage/steps/actions';
import { markSeen, writeStatuses } from '@/storage/steps/many';
import { pageStates } from '@/storage/papers';
import { writeSightings } from '@/storage/sightings';
import { undo } from '@/storage/steps/undo';
import { openLibrary, refOf } from './open';

const arxiv = (number: number): string => `arxiv:2401.0000${number}`;
const titled = (number: number) => refOf([arxiv(number)], { title: `Paper ${number}` });
const papers = [1, 2, 3, 4].map(titled);

const statuses = async (db: ReturnType<typeof openLibrary>['db']) =>
  (await pageStates(db, papers)).map(({ status }) => status);

test('many papers get a status in one step, and one undo takes it from all', async () => {
  const { db, env } = openLibrary();
  await writeStatus(db, env, { opId: 'a', paper: titled(2), status: 'saved' });
  const answer = await writeStatuses(db, env, { opId: 'b', papers, status: 'dismissed' });
  expect(answer.ok && answer.value.map(({ status }) => status)).toEqual(
    papers.map(() => 'dismissed'),
  );
  const undone = await undo(db, env, 'u1');
  expect(undone.ok && undone.value?.papers).toHaveLength(4);
  expect(await statuses(db)).toEqual([null, 'saved', null, null]);
  await undo(db, env, 'u2');
  expect(await statuses(db)).toEqual([null, null, null, null]);
  expect(await undo(db, env, 'u3')).toEqual({ ok: true, value: null });
});

test('the same message again changes nothing, nor does its undo', async () => {
  const { db, env } = openLibrary();
  for (let time = 0; time < 2; time += 1)
    await writeStatuses(db, env, { opId: 'b', papers, status: 'dismissed' });
  expect(await db.journal.count()).toBe(4);
  for (let time = 0; time < 2; time += 1) await undo(db, env, 'u');
  expect(await statuses(db)).toEqual([null, null, null, null]);
  expect(await db.journal.count()).toBe(8);
});

test('one paper listed twice is one paper, and entries that tie papers together join them', async () => {
  const { db, env } = openLibrary();
  const doi = 'doi:10.1000/x';
  await writeTag(db, env, { opId: 't', paper: refOf([doi]), name: 'a', on: true });
  const twice = [titled(1), titled(1), refOf([arxiv(1), doi])];
  await writeStatuses(db, env, { opId: 'b', papers: twice, status: 'read' });
  expect(await db.papers.count()).toBe(1);
  const [state] = await pageStates(db, [{ keys: [doi] }]);
  expect([state?.status, state?.tags.map(({ name }) => name)]).toEqual(['read', ['a']]);
});

test('papers are seen by a word, and unseen again by an undo', async () => {
  const { db, env } = openLibrary();
  await writeSightings(db, { site: 'x', at: 5, papers: [{ keys: [arxiv(1)] }] });
  await markSeen(db, env, { opId: 's', site: 'arxiv', papers });
  const seen = await pageStates(db, papers);
  expect(seen.every(({ sighting }) => sighting !== null)).toBe(true);
  expect(seen[0]?.sighting).toMatchObject({ firstAt: 5, count: 2 });
  const undone = await undo(db, env, 'u');
  expect(undone.ok && undone.value?.field).toBe('seen');
  const [first, second] = await pageStates(db, papers);
  expect(first?.sighting).toEqual({ site: 'x', firstAt: 5, lastAt: 5, count: 1 });
  expect(second?.sighting).toBeNull();
});

test('steps are undone one by one to the beginning, whatever they were', async () => {
  const { db, env } = openLibrary();
  await writeStatus(db, env, { opId: '1', paper: titled(1), status: 'saved' });
  await writeStatuses(db, env, { opId: '2', papers, status: 'dismissed' });
  await writeTag(db, env, { opId: '3', paper: titled(3), name: 'later', on: true });
  await writeStatuses(db, env, { opId: '4', papers: papers.slice(2), status: 'read' });
  const seen: (string | null)[][] = [];
  for (let step = 0; step < 4; step += 1) {
    await undo(db, env, `u${step}`);
    seen.push(await statuses(db));
  }
  const all = papers.map(() => 'dismissed');
  expect(seen).toEqual([all, all, ['saved', null, null, null], [null, null, null, null]]);
});
