import { describe, expect, test } from 'vitest';
import { TRASH_DAYS } from '@/domain/library';
import { writeNote, writeTag } from '@/storage/steps/actions';
import { newestPapers } from '@/storage/read/library';
import { importDocument } from './import-document';
import { changeMany } from '@/storage/steps/many';
import { pageStates } from '@/storage/papers';
import { emptyTrash, expireTrash, listTrash } from '@/storage/steps/trash';
import { undo } from '@/storage/steps/undo';
import { documentIn } from './document-in';
import { valueOf } from './open';
import { first, ids, papers, statuses, tagsOf, fileOf, threeSaved } from './three-saved';

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
