import { describe, expect, test } from 'vitest';
import type { StoredTopics, Topic } from '@/domain/topics/types';
import { exportHead } from '@/storage/read/export';
import { loadTopics } from '@/storage/read/topics';
import { changeTopics, saveTopics } from '@/storage/steps/topics';
import { redo, undo } from '@/storage/steps/undo';
import { openLibrary, valueOf } from './open';

const topic = (id: string, members: string[]): Topic => ({
  id,
  label: `About ${id}`,
  colour: 0,
  keywords: [id],
  members,
});
const profiles = { papers: 6, frequency: {}, topics: {}, least: 0.1 };
const stored: StoredTopics = {
  topics: [topic('tides', ['a', 'b', 'c']), topic('rings', ['d', 'e'])],
  themes: [],
  unclustered: ['f'],
  library: '6:x',
  grouped: 6,
};

describe('topics', () => {
  test('keep a name through placing, undo and redo, and are exported with it', async () => {
    const { db, env } = openLibrary();
    await saveTopics(db, { ...stored, profiles });
    const named = { ...topic('rings', ['d', 'e']), name: 'My rings' };
    await valueOf(changeTopics(db, env, { opId: '1', put: [named], remove: [] }));
    await valueOf(changeTopics(db, env, { opId: '1', put: [topic('no', [])], remove: [] }));
    // A paper came and was placed: the rows are written anew, without knowing of the name.
    await saveTopics(db, {
      ...stored,
      profiles,
      topics: [stored.topics[0]!, topic('rings', ['d', 'e', 'g'])],
    });
    const now = await loadTopics(db);
    expect(now?.topics[1]).toMatchObject({ name: 'My rings', members: ['d', 'e', 'g'] });
    expect((await exportHead(db)).shared).toMatchObject([
      { key: 'topic:rings', value: { name: 'My rings' } },
    ]);
    expect(await valueOf(undo(db, env, '2'))).toMatchObject({ field: 'topics' });
    expect((await loadTopics(db))?.topics.map(({ name }) => name)).toEqual([undefined, undefined]);
    await valueOf(redo(db, env, '3'));
    expect((await loadTopics(db))?.topics.find(({ name }) => name)?.id).toBe('rings');
  });

  test('come back whole when a merge is undone', async () => {
    const { db, env } = openLibrary();
    await saveTopics(db, { ...stored, profiles });
    const both: Topic = { ...topic('tides', ['a', 'd', 'b', 'e', 'c']), pinned: true };
    await valueOf(changeTopics(db, env, { opId: '1', put: [both], remove: ['rings'] }));
    expect((await loadTopics(db))?.topics).toEqual([both]);
    await valueOf(undo(db, env, '2'));
    expect(await loadTopics(db)).toEqual(stored);
  });

  test('say nothing before the first grouping', async () => {
    expect(await loadTopics(openLibrary().db)).toBeNull();
  });
});
