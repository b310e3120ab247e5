import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { noteText } from '@/domain/paper/note';
import { BackupDatabase } from '@/storage/backup/db';
import { mergeBackup } from '@/storage/backup/restore';
import { backUpNow } from '@/storage/backup/write';
import { pageStates } from '@/storage/papers';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { changeMany } from '@/storage/steps/many';
import { redo, undo } from '@/storage/steps/undo';
import type { Status } from '@/domain/paper/paper';
import { exportedText } from './exported';
import { load, machine, type Machine } from './machine';
import { refOf, valueOf } from './open';

const A = 'arxiv:2401.00007';
const B = 'doi:10.1000/e';
const ebb = refOf([A], { title: 'Ebb and its many small causes' });
const flood = refOf([B], { title: 'Flood on shores of every kind' });

let acts = 0;
const opId = (): string => `joined${(acts += 1)}`;

const setStatus = ({ db, env }: Machine, paper: typeof ebb, status: Status | null) =>
  valueOf(writeStatus(db, env, { opId: opId(), paper, status }));
const tag = ({ db, env }: Machine, paper: typeof ebb, name: string) =>
  valueOf(writeTag(db, env, { opId: opId(), paper, name, on: true }));
const note = ({ db, env }: Machine, paper: typeof ebb, text: string, base = '') =>
  valueOf(writeNote(db, env, { opId: opId(), paper, base, text }));
const inLibrary = (
  { db, env }: Machine,
  id: string,
  change: Parameters<typeof changeMany>[2]['change'],
) => valueOf(changeMany(db, env, { opId: opId(), ids: [id], change }));
const join = ({ db, env }: Machine) => valueOf(joinMany(db, env, { opId: opId(), ids: [A, B] }));
const part = ({ db, env }: Machine) => valueOf(splitNewest(db, env, { opId: opId(), id: A }));
const takeBack = ({ db, env }: Machine, step?: string) => valueOf(undo(db, env, opId(), step));

/** What each paper says, and the records that it is made of. */
const papers = async ({ db }: Machine) =>
  (await db.papers.toArray()).map((paper) => ({
    id: paper.id,
    status: paper.status,
    tags: paper.tags,
    note: noteText(paper.note),
    removed: paper.removed,
    records: (paper.parts ?? [paper]).map(({ id }) => id),
  }));
const statuses = async (one: Machine) =>
  (await papers(one)).map(({ id, status, removed }) => [id, removed ? 'removed' : status]);

/** Two papers of one machine, decided on. */
async function two(first: Status, second: Status): Promise<Machine> {
  const one = machine(1_700_000_000_000);
  await setStatus(one, ebb, first);
  await setStatus(one, flood, second);
  return one;
}

describe('an act at an entry of a joined paper', () => {
  test('is of the record that the entry names, where its strongest key is new', async () => {
    const one = await two('dismissed', 'saved');
    await join(one);
    await setStatus(one, refOf(['arxiv:2401.00099', B], { title: flood.title }), 'read');
    await part(one);
    expect(await statuses(one)).toEqual([
      [A, 'dismissed'],
      [B, 'read'],
    ]);
  });

  test('is of that record when it is done again after an undo', async () => {
    const one = await two('dismissed', 'saved');
    await join(one);
    await setStatus(one, flood, 'read');
    await tag(one, flood, 'moons');
    for (let at = 0; at < 2; at += 1) await takeBack(one);
    for (let at = 0; at < 2; at += 1) await valueOf(redo(one.db, one.env, opId()));
    await part(one);
    expect((await papers(one)).map(({ status, tags }) => [status, tags.length])).toEqual([
      ['dismissed', 0],
      ['read', 1],
    ]);
  });
});

test('the undo of what was done to one paper before it was joined is of that paper', async () => {
  const one = await two('read', 'saved');
  await inLibrary(one, B, { kind: 'status', status: 'read' });
  await tag(one, ebb, 'moons');
  await inLibrary(one, B, { kind: 'tag', name: 'moons', on: true });
  await tag(one, refOf([A, B], { title: ebb.title }), 'rings');
  await takeBack(one); // rings
  await takeBack(one); // moons at the flood
  expect((await papers(one))[0]?.tags).toHaveLength(1);
  await takeBack(one); // moons at the ebb
  expect((await papers(one))[0]?.tags).toEqual([]);
  await takeBack(one); // the flood's status
  await part(one);
  expect(await statuses(one)).toEqual([
    [A, 'read'],
    [B, 'saved'],
  ]);
});

test('an import that is undone after its paper was taken apart puts no record into two papers', async () => {
  const one = await two('read', 'saved');
  const other = machine(1_700_000_000_500);
  await join(one);
  await load(other, await exportedText(one.db));
  await tag(other, ebb, 'moons');
  const { id } = await load(one, await exportedText(other.db));
  await part(one);
  await takeBack(one, id);
  expect(await papers(one)).toMatchObject([
    { id: A, status: 'read', tags: [], records: [A] },
    { id: B, status: 'saved', tags: [], records: [B] },
  ]);
});

test('a removal that knew nothing of the join takes no other record to the trash', async () => {
  const one = await two('saved', 'saved');
  const other = machine(1_700_000_100_500);
  await note(one, ebb, 'Of ebb.');
  await load(other, await exportedText(one.db));
  await join(one);
  await inLibrary(other, B, { kind: 'delete' });
  await load(one, await exportedText(other.db));
  expect(await papers(one)).toMatchObject([{ id: A, removed: false, note: 'Of ebb.' }]);
  await inLibrary(one, A, { kind: 'delete' });
  expect(await papers(one)).toMatchObject([{ id: A, removed: true }]);
  await inLibrary(one, A, { kind: 'restore' });
  await part(one);
  expect(await statuses(one)).toEqual([
    [A, 'saved'],
    [B, 'saved'],
  ]);
});

describe('a joined paper that a backup brings back', () => {
  const backUp = async ({ db, env }: Machine) => {
    const name = `backups${opId()}`;
    const backups = new BackupDatabase(name, { indexedDB, IDBKeyRange });
    const id = await backUpNow(db, backups, env, 'asked');
    return () => mergeBackup(db, backups, env, { opId: opId(), id });
  };

  test('says what it said, and each of its records what that said', async () => {
    const one = await two('read', 'saved');
    await note(one, flood, 'Of flood.');
    await join(one);
    const [state] = await pageStates(one.db, [ebb]);
    await note(one, ebb, 'Of flood, and of ebb.', state!.note.revision);
    const before = await papers(one);
    const restore = await backUp(one);
    await inLibrary(one, A, { kind: 'delete' });
    await restore();
    expect(await papers(one)).toEqual(before);
    await part(one);
    expect(await statuses(one)).toEqual([
      [A, 'read'],
      [B, 'saved'],
    ]);
  });

  test('stays apart where it was taken apart since', async () => {
    const one = await two('read', 'saved');
    await join(one);
    const restore = await backUp(one);
    await part(one);
    await inLibrary(one, A, { kind: 'delete' });
    await setStatus(one, flood, 'dismissed');
    await restore();
    expect(await statuses(one)).toEqual([
      [A, 'read'],
      [B, 'dismissed'],
    ]);
  });
});
