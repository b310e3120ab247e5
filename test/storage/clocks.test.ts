import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { TRASH_DAYS } from '@/domain/library';
import { readGloss } from '@/domain/import/gloss';
import { timeOf } from '@/domain/paper/clock';
import { BackupDatabase } from '@/storage/backup/db';
import { careForBackups, listBackups } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import { countDay } from '@/storage/days';
import type { GlossDatabase } from '@/storage/db';
import { applyImport } from '@/storage/import/import';
import { previewPage } from '@/storage/import/preview';
import { stagePage } from '@/storage/import/staging';
import { pageStates } from '@/storage/papers';
import { listSearches, saveSearch } from '@/storage/searches';
import {
  addHighlight,
  editHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { changeMany } from '@/storage/steps/many';
import { listTags } from '@/storage/read/tags';
import { renameTag } from '@/storage/steps/tags';
import { expireTrash } from '@/storage/steps/trash';
import { undo } from '@/storage/steps/undo';
import { exportedText } from './exported';
import { openLibrary, refOf, valueOf, passage } from './open';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const NOW = 1_700_000_000_000;
const paper = refOf(['arxiv:2401.00001']);
const other = refOf(['arxiv:2401.00002'], { title: 'Rings of Dust around Stars' });

interface Machine {
  db: GlossDatabase;
  env: Environment;
  /** How far its clock is ahead, milliseconds. */
  ahead: number;
}

function machine(): Machine {
  const { db, env } = openLibrary(NOW);
  const one: Machine = { db, env: { ...env, now: () => env.now() + one.ahead }, ahead: 0 };
  return one;
}

async function importInto({ db, env }: Machine, text: string, opId = 'i') {
  const items = await Array.fromAsync(readGloss([text]));
  const staged = await stagePage(db, env, { id: opId, page: 0, items });
  if (!staged.ok) throw new Error(staged.error.message);
  const { future } = await previewPage(db, env.now(), { id: opId, page: 0 });
  await applyImport(db, env, { id: opId, opId });
  return future;
}

const stateOf = async ({ db }: Machine, ref = paper) => (await pageStates(db, [ref]))[0]!;

const highlight = passage('h', { comment: 'first' });

/** All that a person can write about a paper, under a clock that is a year ahead and then put right. */
async function mistaken(): Promise<Machine> {
  const one = machine();
  const { db, env } = one;
  one.ahead = YEAR;
  await writeStatus(db, env, { opId: 's', paper, status: 'saved' });
  await writeTag(db, env, { opId: 't', paper, name: 'moons', on: true });
  await writeNote(db, env, { opId: 'n', paper, base: '', text: 'early' });
  await addHighlight(db, env, { opId: 'h', paper, highlight });
  await saveSearch(db, env, {
    id: 'q',
    search: { id: 'q', name: 'Old', query: 'tides', sort: '' },
  });
  one.ahead = 0;
  return one;
}

/** The same, and then all of it written over by the right clock; `early` is its file of before. */
async function corrected() {
  const one = await mistaken();
  const early = await exportedText(one.db);
  const { db, env } = one;
  await writeStatus(db, env, { opId: 's2', paper, status: 'read' });
  await writeTag(db, env, { opId: 't2', paper, name: 'moons', on: false });
  const { note } = await stateOf(one);
  await writeNote(db, env, { opId: 'n2', paper, base: note.revision, text: 'late' });
  await editHighlight(db, env, { opId: 'h2', paper, id: 'h', comment: 'second' });
  await renameTag(db, env, { opId: 'r2', id: 'moons', name: 'Satellites' });
  await saveSearch(db, env, {
    id: 'q',
    search: { id: 'q', name: 'New', query: 'tides', sort: '' },
  });
  return { one, early };
}

const told = async (one: Machine) => {
  const { status, tags, note, highlights } = await stateOf(one);
  const search = (await listSearches(one.db))[0]?.name;
  const all = (await listTags(one.db)).map(({ name }) => name);
  return {
    status,
    tags: tags.length,
    note: note.text,
    highlight: highlights[0]?.comment,
    search,
    all,
  };
};

const LATE = {
  status: 'read',
  tags: 0,
  note: 'late',
  highlight: 'second',
  search: 'New',
  all: ['Satellites'],
};

describe('a clock that was a year ahead and is put right', () => {
  test('does not drag what is written later along', async () => {
    const one = await mistaken();
    await writeStatus(one.db, one.env, { opId: 'x', paper: other, status: 'saved' });
    const entry = await one.db.journal.where('opId').equals('x').first();
    expect(timeOf(entry!.stamp)).toBeLessThan(NOW + DAY);
  });

  test.each(['first', 'last'])(
    'loses to what the person does after it, on every machine, with the older file %s',
    async (order) => {
      const { one, early } = await corrected();
      expect(await told(one)).toEqual(LATE);
      const late = await exportedText(one.db);
      const files = order === 'first' ? [early, late] : [late, early];
      const second = machine();
      for (const [index, file] of files.entries()) await importInto(second, file, `i${index}`);
      expect(await told(second)).toEqual(LATE);
      await importInto(one, early, 'back');
      expect(await told(one)).toEqual(LATE);
    },
  );

  test('makes no file that anybody refuses, and its import says what it is', async () => {
    const file = await exportedText((await mistaken()).db);
    const future = await importInto(machine(), file);
    expect(future.count).toBeGreaterThan(0);
    expect(new Date(future.until).getFullYear()).toBe(new Date(NOW + YEAR).getFullYear());
    expect(await importInto(machine(), await exportedText(machine().db))).toEqual({
      count: 0,
      until: 0,
    });
  });

  test('gives no stamp twice', async () => {
    const one = machine();
    // Ahead by little more than is followed: the right clock comes to the same moments.
    const fixed = { ...one.env, now: () => NOW + one.ahead };
    for (const ahead of [0, 3 * DAY, 0, 3 * DAY]) {
      one.ahead = ahead;
      for (let number = 0; number < 5; number++)
        await writeStatus(one.db, fixed, {
          opId: `${ahead} ${await one.db.journal.count()}`,
          paper: refOf([`doi:10.1000/${await one.db.journal.count()}`]),
          status: 'saved',
        });
    }
    const stamps = (await one.db.journal.toArray()).map(({ stamp }) => stamp);
    expect(new Set(stamps).size).toBe(20);
  });

  test('loses no tag of papers that are joined, though it was taken off one of them under that clock', async () => {
    const one = machine();
    const { db, env } = one;
    one.ahead = YEAR;
    await writeTag(db, env, { opId: 'on', paper: other, name: 'moons', on: true });
    await writeTag(db, env, { opId: 'off', paper: other, name: 'moons', on: false });
    one.ahead = 0;
    await writeTag(db, env, { opId: 't', paper, name: 'moons', on: true });
    const ids = [paper.keys[0]!, other.keys[0]!];
    await valueOf(joinMany(db, env, { opId: 'm', ids }));
    expect((await stateOf(one)).tags).toHaveLength(1);
    await valueOf(splitNewest(db, env, { opId: 'p', id: (await stateOf(one)).id }));
    expect((await stateOf(one)).tags).toHaveLength(1);
    expect((await stateOf(one, other)).tags).toHaveLength(0);
  });

  test('lets a paper be deleted, restored, joined and taken apart, and undone', async () => {
    const one = await mistaken();
    const { db, env } = one;
    const [id] = paper.keys;
    await valueOf(changeMany(db, env, { opId: 'd', ids: [id!], change: { kind: 'delete' } }));
    const deleted = machine();
    await importInto(deleted, await exportedText((await mistaken()).db), 'a');
    await importInto(deleted, await exportedText(db), 'b');
    expect((await stateOf(deleted)).status).toBeNull();
    await valueOf(undo(db, env, 'u'));
    await writeStatus(db, env, { opId: 'o', paper: other, status: 'dismissed' });
    await valueOf(joinMany(db, env, { opId: 'm', ids: [id!, other.keys[0]!] }));
    expect((await stateOf(one, other)).note.text).toBe('early');
    await importInto(deleted, await exportedText(db), 'c');
    expect((await stateOf(deleted, other)).note.text).toBe('early');
    await valueOf(splitNewest(db, env, { opId: 'p', id: id! }));
    await importInto(deleted, await exportedText(db), 'd');
    for (const at of [one, deleted]) {
      expect((await stateOf(at, other)).status).toBe('dismissed');
      expect((await stateOf(at)).note.text).toBe('early');
    }
  });

  test('leaves an import of its file undoable, but for what was written since', async () => {
    const file = await exportedText((await mistaken()).db);
    const one = machine();
    await writeStatus(one.db, one.env, { opId: 'mine', paper, status: 'dismissed' });
    await importInto(one, file);
    expect((await stateOf(one)).status).toBe('saved');
    const { note } = await stateOf(one);
    await writeNote(one.db, one.env, { opId: 'n', paper, base: note.revision, text: 'mine' });
    await valueOf(undo(one.db, one.env, 'u', 'i'));
    const state = await stateOf(one);
    expect([state.status, state.tags.length, state.note.text]).toEqual(['dismissed', 0, 'mine']);
  });
});

describe('one alarm under a wrong clock', () => {
  test('empties no trash before thirty days of use, and keeps the daily backups coming', async () => {
    const one = machine();
    const { db } = one;
    const backups = new BackupDatabase('clocks', { indexedDB, IDBKeyRange });
    let now = NOW;
    const env = { now: () => now, newId: one.env.newId };
    const alarm = async (): Promise<number> => {
      const gone = await expireTrash(db, now, (await countDay(db, now, 0)).count);
      while (await careForBackups(db, backups, env, 0));
      return gone;
    };
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    await valueOf(changeMany(db, env, { opId: 'd', ids: paper.keys, change: { kind: 'delete' } }));
    await alarm();
    now += 400 * DAY;
    await writeStatus(db, env, { opId: 'far', paper: other, status: 'saved' });
    expect(await alarm()).toBe(0);
    now -= 399 * DAY;
    for (let day = 2; day < TRASH_DAYS; day++) {
      await writeStatus(db, env, {
        opId: `day${day}`,
        paper: other,
        status: day % 2 ? 'read' : 'saved',
      });
      expect(await alarm()).toBe(0);
      now += DAY;
    }
    const days = (await listBackups(backups)).map(({ at }) => Math.round((at - NOW) / DAY));
    expect(days.slice(0, 7)).toEqual([28, 27, 26, 25, 24, 23, 22]);
    now += 2 * DAY;
    expect(await alarm()).toBe(1);
  });
});
