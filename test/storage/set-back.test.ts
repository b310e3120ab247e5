import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { BackupDatabase } from '@/storage/backup/db';
import { replaceByBackup } from '@/storage/backup/restore';
import { backUpNow } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { pageStates } from '@/storage/papers';
import { exportPapers } from '@/storage/read/export';
import { writeNote } from '@/storage/steps/actions';
import { importDocument } from './import-document';
import { openLibrary, refOf } from './open';

const paper = refOf(['arxiv:2401.00001']);

async function noteOf(db: GlossDatabase) {
  const [state] = await pageStates(db, [paper]);
  return state!.note;
}

/** Goes on writing at the note, as a page does that shows it. */
async function goOn(db: GlossDatabase, env: Environment, word: string): Promise<void> {
  const { text, revision } = await noteOf(db);
  await writeNote(db, env, { opId: word, paper, base: revision, text: `${text} ${word}`.trim() });
}

test('what was written before a library was set back comes back with a file, beside what was written since', async () => {
  const { db, env } = openLibrary();
  const backups = new BackupDatabase('set-back', { indexedDB, IDBKeyRange });
  await goOn(db, env, 'one');
  const id = await backUpNow(db, backups, env, 'asked');
  await goOn(db, env, 'two');
  const { papers } = await exportPapers(db, null);

  await replaceByBackup(db, backups, env, { opId: 'r', id });
  await goOn(db, env, 'three');
  expect((await noteOf(db)).text).toBe('one three');
  await importDocument(db, env, { format: 'gloss', version: 1, minReader: 1, papers });
  expect((await noteOf(db)).text.split('\n\n---\n\n').toSorted()).toEqual(['one three', 'one two']);
});
