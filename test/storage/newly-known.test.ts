import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { paperDocument } from '@/domain/export/convert';
import { checkUp } from '@/storage/checkup';
import { GlossDatabase } from '@/storage/db';
import { isNewlyKnown } from '@/storage/newly-known';
import type { PaperRow } from '@/storage/rows';
import { stampAt } from '../domain/arbitrary';
import { bare, withField } from '../domain/paper/any-field';
import { importDocument } from './import-document';
import { openLibrary } from './open';

const ID = 'arxiv:2401.00001';
const [early, late] = [stampAt(1, 'ann'), stampAt(2, 'ben')];

/** A library in which an older version kept two fields that it did not know, one of which keeps the paper. */
async function library() {
  const opened = openLibrary();
  const stamps = { noticed: late, 'tag:moons': late };
  const { tags: _unknown, ...paper } = { ...bare(ID), stamps };
  const extra = { noticedAt: 7, tags: ['moons'], mood: 3 };
  await opened.db.papers.put({ ...paper, extra } as unknown as PaperRow);
  await opened.db.tags.put({
    id: 'moons',
    name: 'Moons',
    colour: 0,
    usedAt: 1,
    removed: false,
    stamps: {},
  });
  return opened;
}

test('a file that was written earlier does not win over a field that was kept unknown', async () => {
  const { db, env } = await library();
  const file = withField(bare(ID), 'noticed', 5, early);
  await importDocument(db, env, {
    format: 'gloss',
    version: 1,
    minReader: 1,
    papers: [paperDocument(file, [])],
  });
  const row = await db.papers.get(ID);
  expect(row).toMatchObject({ noticedAt: 7, tags: ['moons'], extra: { mood: 3 } });
});

test('a checkup writes the paper anew: it is listed, and workers that read by themselves find the field', async () => {
  const { db, env } = await library();
  expect((await db.papers.get(ID))?.listedAt).toBeUndefined();
  expect((await checkUp(db, env)).mended).toEqual({});
  const reader = new GlossDatabase(db.name, { indexedDB, IDBKeyRange });
  expect(await reader.papers.get(ID)).toMatchObject({
    listedAt: 1,
    noticedAt: 7,
    extra: { mood: 3 },
  });
  const [row] = await db.papers.toArray();
  expect(row && isNewlyKnown(row)).toBe(false);
});

test('an undo that brings back papers of an older version brings them with the field', async () => {
  const { db, env } = await library();
  const other = bare('doi:10.1000/b');
  const raw = { ...bare(ID), stamps: { noticed: late }, extra: { noticedAt: 7 } };
  await db.journal.add({
    field: 'paper',
    item: 'join',
    paperId: ID,
    before: { papers: [raw as PaperRow, other], highlights: {} },
    after: [ID],
    opId: 'a-join',
    device: 'ann',
    stamp: late,
    origin: 'user',
    at: env.now(),
  } as never);
  const [entry] = await db.journal.toArray();
  expect(entry).toMatchObject({ before: { papers: [{ noticedAt: 7 }, {}] } });
});
