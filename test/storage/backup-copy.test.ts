import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { careForCopy, readCopies, takeCopy, wayByCopy } from '@/storage/backup/copy';
import { BackupDatabase } from '@/storage/backup/db';
import { replaceByBackup } from '@/storage/backup/restore';
import { writeNote, writeStatus } from '@/storage/steps/actions';
import { saveSettings } from '@/storage/settings';
import { changeMany } from '@/storage/steps/many';
import { exportedText } from './exported';
import { openLibrary, refOf } from './open';
import { memoryShelf } from './shelf';

const papers = Array.from({ length: 4 }, (_, index) => refOf([`arxiv:2401.0000${index}`]));

let opened = 0;
const freshBackups = () => new BackupDatabase(`copied${(opened += 1)}`, { indexedDB, IDBKeyRange });

async function kept() {
  const { db, env } = openLibrary();
  for (const [index, paper] of papers.entries()) {
    await writeStatus(db, env, { opId: `s${index}`, paper, status: 'saved' });
    await writeNote(db, env, { opId: `n${index}`, paper, base: '', text: `Note ${index} – ✎` });
  }
  return { db, env, shelf: memoryShelf() };
}

const copyAll = async ({ db, env, shelf }: Awaited<ReturnType<typeof kept>>): Promise<void> => {
  while (await careForCopy(db, shelf, env));
};

/** The library that a new installation gets from a copy. */
async function restored(shelf: ReturnType<typeof memoryShelf>): Promise<string> {
  const { db, env } = openLibrary();
  const backups = freshBackups();
  const id = await takeCopy(backups, shelf);
  if (id === null) throw new Error('There is no copy.');
  await replaceByBackup(db, backups, env, { opId: 'r', id });
  return exportedText(db);
}

test('a copy outside the databases brings the library back whole', async () => {
  const library = await kept();
  await copyAll(library);
  expect(await wayByCopy(library.shelf)).toMatchObject([{ papers: 4 }]);
  expect(await restored(library.shelf)).toEqual(await exportedText(library.db));
});

test('what is written and deleted later is added, without the copy being written anew', async () => {
  const library = await kept();
  const { db, env, shelf } = library;
  await copyAll(library);
  const { id } = (await readCopies(shelf)).whole!;
  await writeNote(db, env, { opId: 'later', paper: papers[1]!, base: '', text: 'Later' });
  await changeMany(db, env, { opId: 'd', ids: [papers[0]!.keys[0]!], change: { kind: 'delete' } });
  await writeStatus(db, env, { opId: 'new', paper: refOf(['arxiv:2402.1']), status: 'read' });
  await copyAll(library);
  expect((await readCopies(shelf)).whole).toMatchObject({ id, added: 1, papers: 5 });
  expect(await restored(shelf)).toEqual(await exportedText(db));
});

test('a copy that is being written counts only when it is whole, and the one before stays until then', async () => {
  const library = await kept();
  const { db, env, shelf } = library;
  await copyAll(library);
  const before = await restored(shelf);
  // All papers went at once: that can't be added.
  await db.papers.clear();
  await writeStatus(db, env, { opId: 'one', paper: papers[2]!, status: 'read' });
  await careForCopy(db, shelf, env);
  await careForCopy(db, shelf, env);
  expect(await restored(shelf)).toEqual(before);
  await copyAll(library);
  expect(await wayByCopy(shelf)).toMatchObject([{ papers: 1 }]);
  const parts = [...shelf.values.keys()].filter((key) => key.startsWith('copy/'));
  expect(parts).toHaveLength((await readCopies(shelf)).whole!.parts);
});

test('a copy of which a part is gone is no way back, and is written anew', async () => {
  const library = await kept();
  const { db, shelf } = library;
  await copyAll(library);
  const [part = ''] = [...shelf.values.keys()].filter((key) => key.startsWith('copy/'));
  shelf.values.delete(part);
  expect(await wayByCopy(shelf)).toEqual([]);
  await expect(restored(shelf)).rejects.toThrow('Part 1 of the copy is gone.');
  await copyAll(library);
  expect(await wayByCopy(shelf)).toHaveLength(1);
  expect(await restored(shelf)).toEqual(await exportedText(db));
});

test('a copy that can’t be added to, as the disk is full, is as it was', async () => {
  const library = await kept();
  const { db, env, shelf } = library;
  await copyAll(library);
  const before = await restored(shelf);
  await writeNote(db, env, { opId: 'later', paper: papers[1]!, base: '', text: 'Later' });
  shelf.isFull = true;
  await expect(copyAll(library)).rejects.toThrow('NO_SPACE');
  expect(await restored(shelf)).toBe(before);
});

/** Has the list of copies say something else. */
async function saying({ shelf }: Awaited<ReturnType<typeof kept>>, more: object): Promise<void> {
  const copies = await readCopies(shelf);
  const { whole, ...rest } = { ...copies, ...more };
  await shelf.set({ copies: { ...rest, whole: { ...copies.whole, ...whole } } });
}

const kindsOf = ({ shelf }: Awaited<ReturnType<typeof kept>>): string[] =>
  [...shelf.values].flatMap(([key, part]) =>
    key.startsWith('copy/') ? (part as { kind: string }).kind : [],
  );

test('tags and settings are added again only where they changed', async () => {
  const library = await kept();
  const { db, env, shelf } = library;
  await copyAll(library);
  for (const text of ['once', 'twice']) {
    const [paper = refOf([])] = papers;
    await writeNote(db, env, { opId: text, paper, base: '', text });
    await copyAll(library);
  }
  expect(kindsOf(library).filter((kind) => kind === 'head')).toHaveLength(1);
  await saveSettings(db, env, { muted: ['survey'] });
  await copyAll(library);
  expect(kindsOf(library).filter((kind) => kind === 'head')).toHaveLength(2);
  expect(await restored(shelf)).toEqual(await exportedText(db));
});

test('a copy that additions would make too large is written anew', async () => {
  const library = await kept();
  const { db, env, shelf } = library;
  await copyAll(library);
  const { id } = (await readCopies(shelf)).whole!;
  await saying(library, { whole: { bytes: 199_999_990 } });
  await writeStatus(db, env, { opId: 'later', paper: papers[1]!, status: 'read' });
  await copyAll(library);
  const { whole, begun } = await readCopies(shelf);
  expect(whole?.id).not.toBe(id);
  expect(whole?.bytes).toBeLessThan(1_000_000);
  expect(begun).toBeUndefined();
  expect(await restored(shelf)).toEqual(await exportedText(db));
});

test('that a library was too large under a clock years ahead keeps no copy from being made under the right one', async () => {
  const library = await kept();
  const { env, shelf } = library;
  await shelf.set({ copies: { tooLargeAt: env.now() } });
  await copyAll(library);
  expect(await wayByCopy(shelf)).toEqual([]);
  await shelf.set({ copies: { tooLargeAt: env.now() + 3 * 365 * 86_400_000 } });
  await copyAll(library);
  expect(await wayByCopy(shelf)).toHaveLength(1);
});
