import { describe, expect, test } from 'vitest';
import type { PaperRef } from '@/domain/paper/paper';
import type { GlossDatabase } from '@/storage/db';
import { changeMany, writeStatuses } from '@/storage/steps/many';
import { changeTopics, saveMap, saveTopics } from '@/storage/steps/topics';
import { perform } from '@/topics/perform';
import type { TopicTask, TopicTasks } from '@/topics/tasks';
import { openLibrary, refOf, valueOf } from '../storage/open';

const MATTERS = [
  ['tidal heating', 'icy moons', 'ocean worlds', 'ice shells', 'orbital resonance'],
  ['soft grippers', 'tactile sensing', 'fruit picking', 'robot arms', 'grasp planning'],
];

/** A paper on one of two matters, whose words are mixed anew for each. */
function paper(index: number): PaperRef {
  const words = MATTERS[index % 2] ?? [];
  const pick = (step: number): string => words[(Math.floor(index / 2) + step) % words.length] ?? '';
  return refOf([`arxiv:2401.000${10 + index}`], {
    title: `On ${pick(0)} and ${pick(1)}, part ${index}`,
    abstract: `We look at ${pick(0)}, at ${pick(2)} and at ${pick(3)}. What ${pick(1)} tells of ${pick(4)}.`,
  });
}

/** A library of so many papers, and the worker's tasks for it. */
async function libraryOf(count: number) {
  const { db, env } = openLibrary();
  let step = 0;
  const save = (from: number, to: number) =>
    writeStatuses(db, env, {
      opId: `save${(step += 1)}`,
      papers: Array.from({ length: to - from }, (_, at) => paper(from + at)),
      status: 'saved',
    });
  await save(0, count);
  const looks: unknown[] = [];
  const run = <K extends TopicTask>(name: K, ask: TopicTasks[K][0]) =>
    perform(
      () => db,
      name,
      ask,
      (part) => looks.push(part),
    );
  return { db, env, save, run, looks };
}

type Kept = Pick<TopicTasks['current'][1], 'stored' | 'profiles'>;
const keep = (db: GlossDatabase, { stored, profiles }: Kept) =>
  saveTopics(db, { ...stored, profiles: profiles! });

describe('the topics worker', () => {
  test('groups once, then only places what came since, and lists what is there', async () => {
    const { db, env, save, run } = await libraryOf(30);
    const first = await run('current', null);
    expect(first.profiles).not.toBeNull();
    expect(first.stored.grouped).toBe(30);
    await keep(db, first);
    expect(await run('current', null)).toEqual({ ...first, profiles: null });
    await save(30, 32);
    await valueOf(
      changeMany(db, env, { opId: 'gone', ids: [first.papers[0]!.id], change: { kind: 'delete' } }),
    );
    const later = await run('current', null);
    expect(later.profiles).toEqual(first.profiles);
    expect(later.papers).toHaveLength(31);
    expect(later.stored.grouped).toBe(30);
    expect(later.stored.topics.map(({ id, label }) => [id, label])).toEqual(
      first.stored.topics.map(({ id, label }) => [id, label]),
    );
    expect(later.stored.topics.flatMap(({ members }) => members)).toHaveLength(31);
  });

  test('groups a handful anew with every paper', async () => {
    const { db, save, run } = await libraryOf(8);
    await keep(db, await run('current', null));
    await save(8, 12);
    expect((await run('current', null)).stored.grouped).toBe(12);
  });

  test('proposes another number of topics with what would change, and keeps what a person made', async () => {
    const { db, env, run } = await libraryOf(30);
    const { stored, profiles } = await run('current', null);
    await keep(db, { stored, profiles });
    const named = { ...stored.topics[0]!, name: 'Mine', pinned: true as const };
    await valueOf(changeTopics(db, env, { opId: 'name', put: [named], remove: [] }));
    const { after, change } = await run('regroup', { wanted: 4 });
    expect(after.topics).toHaveLength(4);
    expect(after.topics).toContainEqual(named);
    expect(after).toMatchObject({ library: stored.library, grouped: 30 });
    expect(change.topics.find((one) => one.after.name === 'Mine')).toMatchObject({ joining: 0 });
    expect((await run('current', null)).stored.topics).toHaveLength(stored.topics.length);
  });

  test('splits a topic by its papers', async () => {
    const { run } = await libraryOf(28);
    const { stored, papers } = await run('current', null);
    const whole = { ...stored.topics[0]!, members: papers.map(({ id }) => id) };
    const parts = await run('split', { topic: whole, used: [0] });
    expect(parts?.map(({ members }) => members.length)).toEqual([14, 14]);
  });

  test('draws the map once, and puts new papers on it without moving the others', async () => {
    const { db, save, run, looks } = await libraryOf(30);
    await keep(db, await run('current', null));
    const first = await run('map', null);
    expect(first.isNew).toBe(true);
    expect(looks.length).toBeGreaterThan(2);
    await saveMap(db, first.map);
    expect(await run('map', null)).toEqual({ ...first, isNew: false });
    await save(30, 31);
    await keep(db, await run('current', null));
    const later = await run('map', null);
    const places = ({ ids, at }: typeof later.map) =>
      Object.fromEntries(ids.map((id, index) => [id, at.slice(2 * index, 2 * index + 2)]));
    expect(places(later.map)).toMatchObject(places(first.map));
    expect(later.map.ids).toHaveLength(31);
  });
});
