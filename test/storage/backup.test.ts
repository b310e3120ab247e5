import { Dexie } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { type Backup, expired, isDue } from '@/domain/backup';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { BackupDatabase } from '@/storage/backup/db';
import { Broken } from '@/storage/backup/read';
import { mergeBackup, previewBackup, replaceByBackup } from '@/storage/backup/restore';
import {
  backUpNow,
  beginBackup,
  careForBackups,
  listBackups,
  writeSlice,
} from '@/storage/backup/write';
import { checkUp, lastCheckup } from '@/storage/checkup';
import { exportPapers } from '@/storage/read/export';
import { Cancelled } from '@/storage/import/import';
import { changeMany } from '@/storage/steps/many';
import { pageStates } from '@/storage/papers';
import { emptyTrash } from '@/storage/steps/trash';
import { undo } from '@/storage/steps/undo';
import { exportedText } from './exported';
import { openLibrary, refOf, valueOf } from './open';
import { readBackup } from './whole-backup';

const DAY = 86_400_000;
const papers = Array.from({ length: 3 }, (_, index) => refOf([`arxiv:2401.0000${index}`]));
const ids = papers.map(({ keys }) => keys[0]!);

let opened = 0;
async function kept() {
  const { db, env } = openLibrary();
  const backups = new BackupDatabase(`backups${(opened += 1)}`, { indexedDB, IDBKeyRange });
  for (const [index, paper] of papers.entries()) {
    await writeStatus(db, env, { opId: `s${index}`, paper, status: 'saved' });
    await writeNote(db, env, { opId: `n${index}`, paper, base: '', text: `Note ${index}` });
  }
  return { db, env, backups };
}

const look = async (db: Awaited<ReturnType<typeof kept>>['db']) =>
  (await pageStates(db, papers)).map(({ status, note, tags }) => [status, note.text, tags.length]);
const SAVED = ids.map((_, index) => ['saved', `Note ${index}`, 0]);

describe('a backup', () => {
  test('is written in slices, goes on after a stop, and counts only when it is whole', async () => {
    const { db, env, backups } = await kept();
    const id = await beginBackup(db, backups, env, 'asked');
    for (let slices = 1; !(await writeSlice(db, backups, id)); slices++) {
      expect(await listBackups(backups)).toEqual([]);
      await expect(readBackup(backups, id)).rejects.toThrow(Broken);
      // What is written meanwhile is in it too, what is deleted is not.
      if (slices === 1)
        await writeTag(db, env, { opId: 't', paper: papers[0]!, name: 'late', on: true });
    }
    const document = await readBackup(backups, id);
    expect(document.papers).toEqual((await exportPapers(db, null)).papers);
    expect(document.tags).toHaveLength(1);
    expect(await listBackups(backups)).toMatchObject([{ id, papers: 3 }]);
  });

  test('brings back what was deleted since, even for good, in a step that can be undone', async () => {
    const { db, env, backups } = await kept();
    const id = await backUpNow(db, backups, env, 'asked');
    await valueOf(
      changeMany(db, env, { opId: 'd', ids: ids.slice(0, 2), change: { kind: 'delete' } }),
    );
    await emptyTrash(db);
    await writeTag(db, env, { opId: 't', paper: papers[2]!, name: 'since', on: true });
    const after = await look(db);
    expect(await previewBackup(db, backups, id)).toEqual({
      papers: 3,
      missing: 0,
      deleted: 2,
      changed: 1,
      onlyHere: 0,
    });
    await mergeBackup(db, backups, env, { opId: 'm', id });
    expect(await look(db)).toEqual([SAVED[0], SAVED[1], ['saved', 'Note 2', 1]]);
    expect((await valueOf(undo(db, env, 'u')))?.field).toBe('import');
    expect(await look(db)).toEqual(after);
  });

  test('replaces the library whole, after one of what it was', async () => {
    const { db, env, backups } = await kept();
    const id = await backUpNow(db, backups, env, 'asked');
    await writeStatus(db, env, { opId: 'x', paper: papers[0]!, status: 'dismissed' });
    await writeStatus(db, env, { opId: 'y', paper: refOf(['arxiv:2401.00009']), status: 'saved' });
    await replaceByBackup(db, backups, env, { opId: 'r', id });
    expect(await look(db)).toEqual(SAVED);
    expect(await db.papers.count()).toBe(3);
    expect(await valueOf(undo(db, env, 'u'))).toBeNull();
    const [safety] = await listBackups(backups);
    expect(safety?.reason).toBe('safety');
    await replaceByBackup(db, backups, env, { opId: 'r2', id: safety!.id });
    expect((await look(db))[0]?.[0]).toBe('dismissed');
    expect(await db.papers.count()).toBe(4);
  });

  test('that the disk has no room for leaves nothing behind, and the library as it was', async () => {
    const { db, env, backups } = await kept();
    let room = 1;
    backups.parts.hook('creating', () => {
      if ((room -= 1) < 0) throw new Dexie.QuotaExceededError('The disk is full.');
    });
    await expect(backUpNow(db, backups, env, 'asked')).rejects.toThrow('full');
    expect(await backups.backups.count()).toBe(0);
    expect(await backups.parts.count()).toBe(0);
    expect(await look(db)).toEqual(SAVED);
    // One that is written by itself goes on once there is room.
    await expect(
      careForBackups(db, backups, env, 0).then(() => careForBackups(db, backups, env, 0)),
    ).rejects.toThrow();
    room = 100;
    while (await careForBackups(db, backups, env, 0));
    expect(await listBackups(backups)).toMatchObject([{ reason: 'daily', papers: 3 }]);
  });

  test('with a part missing or broken is refused, and the library stays', async () => {
    const { db, env, backups } = await kept();
    const id = await backUpNow(db, backups, env, 'asked');
    await backups.parts
      .where('[backup+index]')
      .equals([id, 1])
      .modify({ bytes: new Uint8Array([1, 2, 3]) });
    await expect(replaceByBackup(db, backups, env, { opId: 'r', id })).rejects.toThrow(Broken);
    await backups.parts.delete([id, 1]);
    await expect(mergeBackup(db, backups, env, { opId: 'm', id })).rejects.toThrow(Broken);
    await expect(previewBackup(db, backups, id)).rejects.toThrow(Broken);
    expect(await look(db)).toEqual(SAVED);
    expect(await db.staged.count()).toBe(0);
  });
});

describe.each([
  ['merged', mergeBackup],
  ['put in place of the library', replaceByBackup],
])('a backup that is %s', (_, restore) => {
  async function changed() {
    const library = await kept();
    const { db, env, backups } = library;
    const id = await backUpNow(db, backups, env, 'asked');
    await changeMany(db, env, { opId: 'd', ids, change: { kind: 'delete' } });
    await writeStatus(db, env, { opId: 'y', paper: refOf(['arxiv:2401.00009']), status: 'saved' });
    return { ...library, id };
  }

  test('and cancelled at any moment leaves the library as it was, and nothing beside it', async () => {
    for (let moment = 0; ; moment++) {
      const { db, env, backups, id } = await changed();
      const before = await exportedText(db);
      let left = moment;
      const watch = { progress: () => undefined, isCancelled: () => (left -= 1) < 0 };
      const done = await restore(db, backups, env, { opId: 'r', id }, watch).catch(
        (error: unknown) => error,
      );
      if (!(done instanceof Cancelled)) {
        expect(moment).toBeGreaterThan(3);
        expect(await look(db)).toEqual(SAVED);
        break;
      }
      expect(await exportedText(db)).toBe(before);
      expect(await db.staged.count()).toBe(0);
      expect(await listBackups(backups)).toHaveLength(1);
    }
  });

  test('and asked for again, as its answer was lost, is restored once', async () => {
    const { db, env, backups, id } = await changed();
    const report = await restore(db, backups, env, { opId: 'r', id });
    const after = await exportedText(db);
    const count = await backups.backups.count();
    expect(await restore(db, backups, env, { opId: 'r', id })).toEqual(report);
    expect(await exportedText(db)).toBe(after);
    expect(await backups.backups.count()).toBe(count);
  });

  test('and was stopped midway is restored by the next worker', async () => {
    const { db, env, backups, id } = await changed();
    const before = await exportedText(db);
    let writes = 0;
    db.papers.hook('creating', () => {
      if ((writes += 1) === 2) throw new Error('The worker was stopped.');
    });
    db.papers.hook('updating', () => {
      if ((writes += 1) === 2) throw new Error('The worker was stopped.');
    });
    await expect(restore(db, backups, env, { opId: 'r', id })).rejects.toThrow('stopped');
    expect(await exportedText(db)).toBe(before);
    await restore(db, backups, env, { opId: 'r', id });
    expect(await look(db)).toEqual(SAVED);
  });
});

describe('backups by themselves', () => {
  test('one a day with changes, none on others, and old ones go', async () => {
    const { db, backups } = await kept();
    let now = 1_700_000_000_000;
    let id = 0;
    const env = { now: () => now, newId: () => `made${(id += 1)}` };
    for (let day = 0; day < 60; day++) {
      if (day % 2 === 0)
        await writeStatus(db, env, {
          opId: `day${day}`,
          paper: papers[0]!,
          status: day % 4 === 0 ? 'read' : 'saved',
        });
      while (await careForBackups(db, backups, env, 0));
      now += DAY;
    }
    const whole = await listBackups(backups);
    expect(whole.length).toBeLessThanOrEqual(11);
    const age = whole.map(({ at }) => (now - at) / DAY);
    expect(age.slice(0, 7)).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(Math.max(...age)).toBeGreaterThanOrEqual(20);
    const there = new Set((await backups.parts.toArray()).map(({ backup }) => backup));
    expect(there.size).toBe(whole.length);
  });

  test('are due on the day after a change', () => {
    expect(isDue(undefined, DAY, 1, 0)).toBe(true);
    expect(isDue(undefined, DAY, 0, 0)).toBe(false);
    expect(isDue({ at: 10 * DAY, rev: 5 }, 10.9 * DAY, 6, 0)).toBe(false);
    expect(isDue({ at: 10 * DAY, rev: 5 }, 11.1 * DAY, 6, 0)).toBe(true);
    expect(isDue({ at: 10 * DAY, rev: 5 }, 11.1 * DAY, 5, 0)).toBe(false);
  });

  test('keep seven days and four weeks', () => {
    const all = Array.from(
      { length: 60 },
      (_, day): Backup => ({
        id: `${day}`,
        reason: 'daily',
        at: (100 + day) * DAY + 1,
        papers: 1,
        bytes: 1,
      }),
    );
    const gone = new Set(expired(all, 0));
    const left = all.filter(({ id }) => !gone.has(id)).map(({ id }) => Number(id));
    expect(left.slice(-7)).toEqual([53, 54, 55, 56, 57, 58, 59]);
    expect(left.length).toBeGreaterThanOrEqual(9);
    expect(left.length).toBeLessThanOrEqual(11);
  });
});

describe('the check of the library', () => {
  test('finds nothing in a sound one', async () => {
    const { db, env } = await kept();
    expect(await checkUp(db, env)).toMatchObject({ checked: 3, mended: {} });
  });

  test('mends keys at two papers, lost highlights, missing tags and index fields, and says so', async () => {
    const { db, env } = await kept();
    await db.papers.update(ids[1]!, { keys: [ids[0]!, ids[1]!] });
    await db.papers.update(ids[2]!, { tags: ['lost'] });
    await db.papers
      .where('id')
      .equals(ids[0]!)
      .modify((row) => {
        delete row.listedAt;
        row.aliases = ['doi:10.1/old'];
      });
    await db.highlights.put({
      id: 'h',
      paperId: 'doi:10.1/old',
      field: 'abstract',
      colour: 'amber',
      comment: '',
      source: '',
      createdAt: 1,
      quote: { exact: 'x', prefix: '', suffix: '' },
      position: { start: 0, end: 1 },
      removed: false,
      stamps: {},
    });
    const report = await checkUp(db, env);
    expect(report.mended).toEqual({ keys: 1, tags: 1, indexes: 1, highlights: 1 });
    const [first, second] = await pageStates(db, papers);
    expect(first?.highlights.map(({ id }) => id)).toEqual(['h']);
    expect(second?.note.text).toBe('Note 1');
    expect((await checkUp(db, env)).mended).toEqual({});
    expect((await lastCheckup(db))?.mended).toEqual(report.mended);
  });
});
