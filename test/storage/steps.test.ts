import { describe, expect, test } from 'vitest';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { flagged } from '@/storage/steps/journal';
import { importDocument } from './import-document';
import { changeMany } from '@/storage/steps/many';
import { pageStates } from '@/storage/papers';
import { listTags } from '@/storage/read/tags';
import { emptyTrash } from '@/storage/steps/trash';
import { redo, undo } from '@/storage/steps/undo';
import { documentIn } from './document-in';
import { openLibrary, refOf, valueOf } from './open';
import { first, ids, papers, statuses, fileOf, threeSaved } from './three-saved';

describe('a step on many papers', () => {
  test.each([
    [{ kind: 'status', status: 'read' } as const],
    [{ kind: 'tag', name: 'new tag', on: true } as const],
    [{ kind: 'tag', name: 'Moons', on: false } as const],
    [{ kind: 'delete' } as const],
  ])('%j is one undo and one redo', async (change) => {
    const { db, env } = await threeSaved();
    const look = async () => [await pageStates(db, papers), await listTags(db)];
    const comparable = async () =>
      JSON.parse(
        JSON.stringify(await look(), (name, value) =>
          name === 'usedAt' || name === 'rev' ? 0 : value,
        ),
      );
    const before = await comparable();
    const done = await valueOf(changeMany(db, env, { opId: 'b', ids, change }));
    expect(done.touched).toHaveLength(3);
    const after = await comparable();
    expect(after).not.toEqual(before);
    expect((await valueOf(undo(db, env, 'u')))?.count).toBe(3);
    expect(await comparable()).toEqual(before);
    await valueOf(redo(db, env, 'r'));
    expect(await comparable()).toEqual(after);
  });

  test('nothing is done again after something new was done', async () => {
    const { db, env } = await threeSaved();
    await valueOf(changeMany(db, env, { opId: 'b', ids, change: { kind: 'delete' } }));
    await valueOf(undo(db, env, 'u'));
    await writeStatus(db, env, { opId: 'x', paper: first!, status: 'read' });
    expect(await valueOf(redo(db, env, 'r'))).toBeNull();
    expect(await statuses(db)).toEqual(['read', 'saved', 'saved']);
  });
});

describe('undo of a step that is not the newest', () => {
  test('takes back what still is as it left it, and nothing that was done since', async () => {
    const { db, env } = await threeSaved();
    await valueOf(
      changeMany(db, env, { opId: 'b', ids, change: { kind: 'status', status: 'dismissed' } }),
    );
    await writeStatus(db, env, { opId: 'x', paper: first!, status: 'read' });
    await valueOf(undo(db, env, 'u', 'b'));
    expect(await statuses(db)).toEqual(['read', 'saved', 'saved']);
    expect((await undo(db, env, 'u2', 'b')).ok).toBe(false);
  });
});

describe('an import', () => {
  test('is one step: undone, what it brought is gone and what it changed is as before', async () => {
    const source = await threeSaved();
    const target = openLibrary();
    await writeTag(target.db, target.env, { opId: 'a', paper: first!, name: 'own', on: true });
    await writeNote(target.db, target.env, { opId: 'b', paper: first!, base: '', text: 'Own.' });
    const look = async () =>
      (await pageStates(target.db, papers)).map((state) => ({ ...state, rev: 0 }));
    const before = await look();
    const text = await fileOf(source.db);
    await importDocument(target.db, target.env, documentIn(text));
    expect(await statuses(target.db)).toEqual(['saved', 'saved', 'saved']);
    const undone = await valueOf(undo(target.db, target.env, 'u'));
    expect(undone).toMatchObject({ field: 'import', count: 3 });
    expect(await look()).toEqual(before);
    expect((await listTags(target.db)).map(({ name }) => name)).toEqual(['own']);
    await valueOf(redo(target.db, target.env, 'r'));
    expect(await statuses(target.db)).toEqual(['saved', 'saved', 'saved']);
  });

  test('undone later spares what was written since', async () => {
    const source = await threeSaved();
    const { db, env } = openLibrary();
    const text = await fileOf(source.db);
    await importDocument(db, env, documentIn(text));
    const step = (await db.journal.toArray()).find(({ origin }) => origin === 'import')!.opId;
    await writeStatus(db, env, { opId: 'x', paper: first!, status: 'read' });
    await valueOf(undo(db, env, 'u', step));
    expect(await statuses(db)).toEqual(['read', null, null]);
  });
});

test('a step of many papers is one in the index of steps, and is undone though its first paper is gone for good', async () => {
  const { db, env } = openLibrary();
  for (const id of ids)
    await writeStatus(db, env, { opId: id, paper: refOf([id]), status: 'read' });
  const count = () => flagged(db, 'undoable').then((steps) => steps.count());
  const before = await count();
  await changeMany(db, env, { opId: 'many', ids, change: { kind: 'status', status: 'saved' } });
  expect(await count()).toBe(before + 1);
  await changeMany(db, env, { opId: 'd', ids: ids.slice(0, 1), change: { kind: 'delete' } });
  await emptyTrash(db);
  expect((await undo(db, env, 'u1')).ok).toBe(true);
  const kept = async () => (await db.papers.bulkGet(ids)).map((paper) => paper?.status);
  expect(await kept()).toEqual([null, 'read', 'read']);
  await redo(db, env, 'r');
  expect(await kept()).toEqual([null, 'saved', 'saved']);
});
