import { describe, expect, test } from 'vitest';
import { TRASH_DAYS } from '@/domain/library';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import type { GlossDatabase } from '@/storage/db';
import { paperHistory } from '@/storage/steps/history';
import { flagged } from '@/storage/steps/journal';
import { newestPapers } from '@/storage/read/library';
import { importDocument } from './import-document';
import { exportedText } from './exported';
import { changeMany } from '@/storage/steps/many';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { pageStates } from '@/storage/papers';
import { countTags, listTags } from '@/storage/read/tags';
import { deleteTag, recolourTag, renameTag } from '@/storage/steps/tags';
import { emptyTrash, expireTrash, listTrash } from '@/storage/steps/trash';
import { redo, undo } from '@/storage/steps/undo';
import { documentIn } from './document-in';
import { openLibrary, refOf, valueOf } from './open';

const ids = [1, 2, 3].map((number) => `arxiv:2401.0000${number}`);
const papers = ids.map((id) => refOf([id], { title: `Paper ${id}` }));
const [first] = papers;

const statuses = async (db: GlossDatabase) =>
  (await pageStates(db, papers)).map(({ status }) => status);
const tagsOf = async (db: GlossDatabase) =>
  (await pageStates(db, papers)).map(({ tags }) => tags.map(({ name }) => name));

const fileOf = async (db: GlossDatabase): Promise<string> => exportedText(db);

async function threeSaved() {
  const library = openLibrary();
  const { db, env } = library;
  for (const [index, paper] of papers.entries()) {
    await writeStatus(db, env, { opId: `s${index}`, paper, status: 'saved' });
    await writeTag(db, env, { opId: `t${index}`, paper, name: 'moons', on: true });
  }
  return library;
}

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

describe('the trash', () => {
  test('holds deleted papers out of every list, and gives them back whole', async () => {
    const { db, env } = await threeSaved();
    await writeNote(db, env, { opId: 'n', paper: first!, base: '', text: 'Mine.' });
    await valueOf(changeMany(db, env, { opId: 'd', ids: [ids[0]!], change: { kind: 'delete' } }));
    expect(await statuses(db)).toEqual([null, 'saved', 'saved']);
    expect((await newestPapers(db, { after: null, limit: 50 })).papers).toHaveLength(2);
    const { papers: trashed } = await listTrash(db, { after: null, limit: 10 });
    expect(trashed).toMatchObject([{ id: ids[0], title: first!.title }]);
    await valueOf(changeMany(db, env, { opId: 'r', ids: [ids[0]!], change: { kind: 'restore' } }));
    const [state] = await pageStates(db, papers);
    expect([state?.status, state?.note.text]).toEqual(['saved', 'Mine.']);
  });

  test('gives a paper back when something is done to its entry, and takes it again by undo', async () => {
    const { db, env } = await threeSaved();
    await valueOf(changeMany(db, env, { opId: 'd', ids, change: { kind: 'delete' } }));
    await writeTag(db, env, { opId: 'x', paper: first!, name: 'back', on: true });
    expect(await tagsOf(db)).toEqual([['back', 'moons'], [], []]);
    await valueOf(undo(db, env, 'u'));
    expect(await tagsOf(db)).toEqual([[], [], []]);
    await valueOf(undo(db, env, 'u2'));
    expect(await tagsOf(db)).toEqual([['moons'], ['moons'], ['moons']]);
  });

  test('once emptied keeps a tombstone without a word of the paper, and nothing brings it back', async () => {
    const { db, env } = await threeSaved();
    await writeNote(db, env, { opId: 'n', paper: first!, base: '', text: 'A secret thought.' });
    const file = await fileOf(db);
    await valueOf(changeMany(db, env, { opId: 'd', ids, change: { kind: 'delete' } }));
    expect(await emptyTrash(db)).toBe(3);
    expect((await listTrash(db, { after: null, limit: 10 })).papers).toEqual([]);
    const all = JSON.stringify([await db.papers.toArray(), await db.journal.toArray()]);
    expect(all).not.toContain('secret');
    expect(await db.papers.where('keys').anyOf(ids).count()).toBe(3);
    for (let step = 1; await valueOf(undo(db, env, `u${step}`)); step++);
    await importDocument(db, env, documentIn(file));
    expect(await statuses(db)).toEqual([null, null, null]);
  });

  test('is emptied of what lay there for its days', async () => {
    const { db, env } = await threeSaved();
    await valueOf(changeMany(db, env, { opId: 'd', ids: [ids[0]!], change: { kind: 'delete' } }));
    const now = env.now();
    const day = 86_400_000;
    expect(await expireTrash(db, now, 1)).toBe(0);
    for (let days = 1; days < TRASH_DAYS; days++)
      expect(await expireTrash(db, now + days * day, 1 + days)).toBe(0);
    expect(await expireTrash(db, now + TRASH_DAYS * day, 1 + TRASH_DAYS)).toBe(1);
  });
});

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
