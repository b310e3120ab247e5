import { expect, test } from 'vitest';
import { readGloss } from '@/domain/import/gloss';
import { LAST_TIME } from '@/domain/time';
import { applyImport } from '@/storage/import/import';
import { stagePage } from '@/storage/import/staging';
import { pageStates } from '@/storage/papers';
import { writeNote, writeStatus } from '@/storage/steps/actions';
import { undo } from '@/storage/steps/undo';
import { bareDocument } from './bare';
import { exportedText } from './exported';
import { openLibrary, refOf, valueOf } from './open';

type Library = ReturnType<typeof openLibrary>;

const paper = refOf(['arxiv:2401.00001']);

async function importInto({ db, env }: Library, text: string, opId: string): Promise<void> {
  const items = await Array.fromAsync(readGloss([text]));
  await valueOf(stagePage(db, env, { id: opId, page: 0, items }));
  await applyImport(db, env, { id: opId, opId });
}

const stateOf = async ({ db }: Library) => (await pageStates(db, [paper]))[0]!;

test('after a file with the last stamp there is, no word of two tabs is lost, an undo leaves what was written since, and the file does not win again', async () => {
  const last = `${LAST_TIME.toString(36).padStart(9, '0')}-zzzz-${'z'.repeat(32)}`;
  const file = JSON.stringify({
    format: 'gloss',
    version: 1,
    minReader: 1,
    papers: [
      {
        ...bareDocument('arxiv:2401.00001', 'Tides'),
        status: 'dismissed',
        note: {
          text: 'theirs',
          heads: [{ stamp: last, strand: last, text: 'theirs' }],
          seen: { [last]: last },
        },
        stamps: { status: last, note: last },
      },
    ],
  });
  const one = openLibrary();
  const { db, env } = one;
  await importInto(one, file, 'file');
  const write = async (opId: string, base: string, text: string) =>
    writeNote(db, env, { opId, paper, base, text });
  await write('a', (await stateOf(one)).note.revision, 'one two');
  const { revision } = (await stateOf(one)).note;
  await write('b', revision, 'one two from one tab');
  await write('c', revision, 'another tab one two');
  expect((await stateOf(one)).note.text).toBe('another tab one two from one tab');
  await writeStatus(db, env, { opId: 's', paper, status: 'read' });
  const kept = { status: 'read', note: { text: 'another tab one two from one tab' } };
  await importInto(one, file, 'again');
  expect(await stateOf(one)).toMatchObject(kept);
  await undo(db, env, 'u', 'file');
  expect(await stateOf(one)).toMatchObject(kept);
  // Nor on a machine that read the file first.
  const elsewhere = openLibrary();
  await importInto(elsewhere, file, 'file');
  await importInto(elsewhere, await exportedText(db), 'own');
  expect(await stateOf(elsewhere)).toMatchObject(kept);
});
