import { expect, test } from 'vitest';
import { writeTag } from '@/storage/steps/actions';
import { completeTags } from '@/storage/read/completion';
import { undo } from '@/storage/steps/undo';
import { openLibrary, refOf } from './open';

test('tags are offered by use, and those of similar papers; none that was taken back', async () => {
  const { db, env } = openLibrary();
  const moons = refOf(['arxiv:2401.00001'], { title: 'Tides on Small Moons' });
  const rings = refOf(['arxiv:2401.00002'], { title: 'Rings', abstract: 'Dust.', authors: [] });
  const put = (paper: typeof moons, name: string) =>
    writeTag(db, env, { opId: `${paper.keys.join()} ${name}`, paper, name, on: true });
  await put(moons, 'to read');
  await put(rings, 'to read');
  await put(moons, 'moons');
  await put(rings, 'mistake');
  await undo(db, env, 'undo');
  const like = { title: 'Small moons', abstract: 'We measure tides of moons.', authors: [] };
  const { tags, suggested } = await completeTags(db, like, env.now());
  expect(tags.map(({ name }) => name)).toEqual(['to read', 'moons']);
  expect(suggested.map(({ name }) => name).toSorted()).toEqual(['moons', 'to read']);
  const other = { title: 'Votes', abstract: 'Members vote.', authors: [] };
  expect((await completeTags(db, other, env.now())).suggested).toEqual([]);
});
