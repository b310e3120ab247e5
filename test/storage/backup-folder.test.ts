import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { unpack } from '@/storage/backup/compress';
import { BackupDatabase } from '@/storage/backup/db';
import { otherFiles, syncFolder, takeFile } from '@/storage/backup/folder';
import { mergeBackup, previewBackup } from '@/storage/backup/restore';
import { backUpNow, beginBackup, listBackups, writeSlice } from '@/storage/backup/write';
import { writeSightings } from '@/storage/sightings';
import { readBackup } from './whole-backup';
import { documentIn } from './document-in';
import { exportedPapers, exportedText } from './exported';
import { folderInMemory } from './folder';
import { openLibrary, refOf, valueOf } from './open';

let opened = 0;
const openBackups = () =>
  new BackupDatabase(`folder-backups${(opened += 1)}`, { indexedDB, IDBKeyRange });

async function kept() {
  const { db, env } = openLibrary();
  for (const index of [0, 1, 2]) {
    const paper = refOf([`arxiv:2401.0000${index}`]);
    await writeStatus(db, env, { opId: `s${index}`, paper, status: 'saved' });
    await writeNote(db, env, { opId: `n${index}`, paper, base: '', text: `Note ${index}` });
  }
  await writeSightings(db, { site: 'arxiv', at: 7, papers: [{ keys: ['arxiv:2401.00009'] }] });
  return { db, env, backups: openBackups(), ...folderInMemory() };
}

test('each backup is a file in the folder, an export of that moment, and goes with its backup', async () => {
  const { db, env, backups, folder, files } = await kept();
  const id = await beginBackup(db, backups, env, 'asked');
  await writeSlice(db, backups, id);
  // Of two states of one paper the later is in the file, as it is in the backup.
  const paper = refOf(['arxiv:2401.00001']);
  await writeTag(db, env, { opId: 't', paper, name: 'late', on: true });
  while (!(await writeSlice(db, backups, id)));
  files.set('mine.txt', new Uint8Array([1]));
  await syncFolder(backups, folder);
  await syncFolder(backups, folder);
  const [name = ''] = [...files.keys()].filter((file) => file !== 'mine.txt');
  expect(name).toMatch(/^gloss-backup-2023-11-14-22-13-\w{6}\.json\.gz$/);
  const document = documentIn(JSON.stringify(await unpack(files.get(name)!)));
  const whole = await readBackup(backups, id);
  expect(document.papers).toEqual(whole.papers);
  const order = document.papers.map((one) => one.id);
  expect(order).toEqual(order.toSorted());
  expect(document).toMatchObject({ tags: whole.tags, sightings: whole.sightings });
  await backups.backups.delete(id);
  await syncFolder(backups, folder);
  expect([...files.keys()]).toEqual(['mine.txt']);
});

test('a new installation finds the files of the folder, and restores from one', async () => {
  const { db, env, backups, folder, files } = await kept();
  await backUpNow(db, backups, env, 'asked');
  await syncFolder(backups, folder);
  const before = await exportedPapers(db);
  const [fresh, later] = [openLibrary(1_800_000_000_000), openBackups()];
  const [name = ''] = await otherFiles(later, folder);
  const { id } = await valueOf(takeFile(later, folder, fresh.env, name));
  expect(await listBackups(later)).toMatchObject([{ id, reason: 'file', papers: 3 }]);
  expect(await previewBackup(fresh.db, later, id)).toMatchObject({
    papers: 3,
    missing: 3,
  });
  await mergeBackup(fresh.db, later, fresh.env, { opId: 'm', id });
  expect(await exportedPapers(fresh.db)).toEqual(before);
  expect(await exportedText(fresh.db)).toBe(await exportedText(db));
  // It is no backup of this installation: no file is written for it, and none is taken away.
  await syncFolder(later, folder);
  expect(files.size).toBe(1);
});

test('a file that is damaged is refused with its name, and nothing of it stays', async () => {
  const { db, env, backups, folder, files } = await kept();
  await backUpNow(db, backups, env, 'asked');
  await syncFolder(backups, folder);
  const [[name, bytes] = ['', new Uint8Array()]] = files;
  const parts = await backups.parts.count();
  for (const broken of [bytes.slice(0, bytes.length / 2), new Uint8Array([1, 2, 3])]) {
    files.set(name, broken);
    const taken = await takeFile(backups, folder, env, name);
    expect(taken.ok ? '' : taken.error.message).toContain(name);
    expect(await backups.parts.count()).toBe(parts);
  }
});

test('a disk that is full keeps the backup here, and its file is written once there is room', async () => {
  const { db, env, backups, folder, files, state } = await kept();
  const id = await backUpNow(db, backups, env, 'asked');
  state.isFull = true;
  await expect(syncFolder(backups, folder)).rejects.toThrow('full');
  expect(files.size).toBe(0);
  expect((await readBackup(backups, id)).papers).toHaveLength(3);
  state.isFull = false;
  await syncFolder(backups, folder);
  expect(files.size).toBe(1);
});
