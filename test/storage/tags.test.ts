import { describe, expect, test } from 'vitest';
import { writeStatus, writeTag } from '@/storage/steps/actions';
import { importDocument } from './import-document';
import { changeMany } from '@/storage/steps/many';
import { countTags, listTags } from '@/storage/read/tags';
import { deleteTag, recolourTag, renameTag } from '@/storage/steps/tags';
import { listTrash } from '@/storage/steps/trash';
import { undo } from '@/storage/steps/undo';
import { documentIn } from './document-in';
import { openLibrary, valueOf } from './open';
import { first, ids, papers, statuses, tagsOf, fileOf, threeSaved } from './three-saved';

describe('tags', () => {
  test('one that was made for a paper stays when that is undone, if another paper has it by now', async () => {
    const { db, env } = openLibrary();
    for (const [index, paper] of papers.slice(0, 2).entries())
      await writeTag(db, env, { opId: `t${index}`, paper, name: 'moons', on: true });
    await undo(db, env, 'u', 't0');
    expect(await tagsOf(db)).toEqual([[], ['moons'], []]);
    expect((await listTags(db)).map(({ name }) => name)).toEqual(['moons']);
    await undo(db, env, 'v', 't1');
    expect(await tagsOf(db)).toEqual([[], [], []]);
  });

  test('renamed and recoloured are so on every paper, and back by undo', async () => {
    const { db, env } = await threeSaved();
    await valueOf(renameTag(db, env, { opId: 'r', id: 'moons', name: 'Satellites' }));
    await valueOf(recolourTag(db, env, { opId: 'c', id: 'moons', colour: 7 }));
    expect(await tagsOf(db)).toEqual([['Satellites'], ['Satellites'], ['Satellites']]);
    // The name is the tag's, the old one is free.
    await writeTag(db, env, { opId: 'x', paper: first!, name: 'satellites', on: true });
    await writeTag(db, env, { opId: 'y', paper: first!, name: 'moons', on: true });
    expect((await tagsOf(db))[0]?.toSorted()).toEqual(['Satellites', 'moons']);
    for (const opId of ['1', '2', '3', '4']) await valueOf(undo(db, env, opId));
    expect(await tagsOf(db)).toEqual([['moons'], ['moons'], ['moons']]);
  });

  test('don’t take the name of another', async () => {
    const { db, env } = await threeSaved();
    await writeTag(db, env, { opId: 'x', paper: first!, name: 'rings', on: true });
    const answer = await renameTag(db, env, { opId: 'r', id: 'moons', name: 'Rings' });
    expect(answer.ok).toBe(false);
  });

  test('merged and deleted go from all papers in one step, and come back by one undo', async () => {
    const { db, env } = await threeSaved();
    await writeTag(db, env, { opId: 'x', paper: first!, name: 'rings', on: true });
    const before = [await tagsOf(db), (await listTags(db)).length];
    await valueOf(deleteTag(db, env, { opId: 'm', id: 'moons', into: 'rings' }));
    expect(await tagsOf(db)).toEqual([['rings'], ['rings'], ['rings']]);
    expect(await countTags(db)).toMatchObject([{ id: 'rings', papers: 3 }]);
    expect((await valueOf(undo(db, env, 'u')))?.field).toBe('tags');
    expect([await tagsOf(db), (await listTags(db)).length]).toEqual(before);
    await valueOf(deleteTag(db, env, { opId: 'd', id: 'moons', into: null }));
    expect(await tagsOf(db)).toEqual([['rings'], [], []]);
    await valueOf(undo(db, env, 'u2'));
    expect([await tagsOf(db), (await listTags(db)).length]).toEqual(before);
  });

  test.each(['deleted', 'undone'])(
    '%s after a paper was, leave it in the trash of other machines',
    async (how) => {
      const { db, env } = await threeSaved();
      await valueOf(
        changeMany(db, env, { opId: 'del', ids: [ids[2]!], change: { kind: 'delete' } }),
      );
      if (how === 'deleted')
        await valueOf(deleteTag(db, env, { opId: 'd', id: 'moons', into: null }));
      else await valueOf(undo(db, env, 'u', 't2'));
      const other = openLibrary();
      await importDocument(other.db, other.env, documentIn(await fileOf(db)));
      const { papers: trashed } = await listTrash(other.db, { after: null, limit: 10 });
      expect(trashed).toMatchObject([{ id: ids[2] }]);
    },
  );
});

test('a tag that is deleted does not outdo what another machine did to a deleted paper before', async () => {
  const { db, env } = await threeSaved();
  const [minute, hour] = [60_000, 3_600_000].map((later) => env.now() + later);
  const other = openLibrary(minute);
  await importDocument(other.db, other.env, documentIn(await fileOf(db)));
  await valueOf(changeMany(db, env, { opId: 'del', ids: [ids[2]!], change: { kind: 'delete' } }));
  await writeStatus(other.db, other.env, { opId: 'o', paper: papers[2]!, status: 'read' });
  const later = { ...env, now: () => hour! };
  await valueOf(deleteTag(db, later, { opId: 'd', id: 'moons', into: null }));
  await importDocument(db, later, documentIn(await fileOf(other.db)));
  expect(await statuses(db)).toEqual(['saved', 'saved', 'read']);
  expect((await listTrash(db, { after: null, limit: 10 })).papers).toEqual([]);
});
