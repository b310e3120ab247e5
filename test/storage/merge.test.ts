import { describe, expect, test } from 'vitest';
import { exportDocument } from '@/domain/export/document';
import {
  addHighlight,
  editHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import type { GlossDatabase } from '@/storage/db';
import { exportHead, exportPapers } from '@/storage/read/export';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { pageStates } from '@/storage/papers';
import { redo, undo } from '@/storage/steps/undo';
import { documentIn } from './document-in';
import { importDocument } from './import-document';
import { openLibrary, refOf, valueOf, passage } from './open';

const A = 'arxiv:2401.00001';
const B = 'doi:10.1000/moons';
const one = refOf([A], { title: 'Tides' });
const two = refOf([B], { title: 'Tides, revisited' });
const both = refOf([A, B], { title: 'Tides' });

/** Two papers, each with everything a person can make. */
async function twoPapers() {
  const library = openLibrary();
  const { db, env } = library;
  await writeStatus(db, env, { opId: 'a1', paper: one, status: 'dismissed' });
  await writeNote(db, env, { opId: 'a2', paper: one, base: '', text: 'Of the first' });
  await writeTag(db, env, { opId: 'a3', paper: one, name: 'moons', on: true });
  await addHighlight(db, env, { opId: 'a4', paper: one, highlight: passage('ha') });
  await writeStatus(db, env, { opId: 'b1', paper: two, status: 'saved' });
  await writeNote(db, env, { opId: 'b2', paper: two, base: '', text: 'Of the second' });
  await writeTag(db, env, { opId: 'b3', paper: two, name: 'rings', on: true });
  await writeTag(db, env, { opId: 'b4', paper: two, name: 'moons', on: true });
  await writeTag(db, env, { opId: 'b5', paper: two, name: 'moons', on: false });
  await addHighlight(db, env, { opId: 'b6', paper: two, highlight: passage('hb') });
  return library;
}

/** What a person made of some papers, however they are stored. */
async function madeOf(db: GlossDatabase, keys: string[]) {
  const states = await pageStates(
    db,
    keys.map((key) => ({ keys: [key] })),
  );
  return states.map(({ status, note, tags, highlights }) => ({
    status,
    note: note.text,
    tags: tags.map(({ id }) => id),
    highlights: highlights.map(({ id }) => id).toSorted(),
  }));
}

const FIRST = { status: 'dismissed', note: 'Of the first', tags: ['moons'], highlights: ['ha'] };
const SECOND = { status: 'saved', note: 'Of the second', tags: ['rings'], highlights: ['hb'] };

describe('joining two papers', () => {
  test('keeps both notes, all tags, the further status and all highlights', async () => {
    const { db, env } = await twoPapers();
    await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
    const [made, same] = await madeOf(db, [A, B]);
    expect(made).toEqual(same);
    expect(made).toMatchObject({
      status: 'saved',
      tags: ['moons', 'rings'],
      highlights: ['ha', 'hb'],
    });
    expect(made?.note).toContain('Of the first');
    expect(made?.note).toContain('Of the second');
    expect(await db.papers.count()).toBe(1);
  });

  test('by an entry that has both ids is the same', async () => {
    const [byHand, byPage] = [await twoPapers(), await twoPapers()];
    await valueOf(joinMany(byHand.db, byHand.env, { opId: 'm', ids: [A, B] }));
    await valueOf(writeStatus(byPage.db, byPage.env, { opId: 'm', paper: both, status: 'saved' }));
    expect(await madeOf(byPage.db, [A])).toEqual(await madeOf(byHand.db, [A]));
  });

  test('is taken apart again exactly, by undo and by un-merging', async () => {
    for (const part of [
      (db: GlossDatabase, env: never) => undo(db, env, 'u'),
      (db: GlossDatabase, env: never) => splitNewest(db, env, { opId: 'u', id: A }),
    ]) {
      const { db, env } = await twoPapers();
      await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
      await valueOf<unknown>(part(db, env as never));
      expect(await madeOf(db, [A, B])).toEqual([FIRST, SECOND]);
    }
  });

  test('can be done, undone and done again', async () => {
    const { db, env } = await twoPapers();
    await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
    const joined = await madeOf(db, [A, B]);
    await valueOf(undo(db, env, 'u'));
    await valueOf(redo(db, env, 'r'));
    expect(await madeOf(db, [A, B])).toEqual(joined);
    await valueOf(undo(db, env, 'u2'));
    expect(await madeOf(db, [A, B])).toEqual([FIRST, SECOND]);
  });
});

describe('parting', () => {
  test('leaves what was written since with the paper whose entry it was written at', async () => {
    const { db, env } = await twoPapers();
    await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
    await writeTag(db, env, { opId: 'c1', paper: two, name: 'later', on: true });
    await addHighlight(db, env, { opId: 'c2', paper: two, highlight: passage('hc') });
    await writeStatus(db, env, { opId: 'c3', paper: one, status: 'read' });
    await valueOf(splitNewest(db, env, { opId: 'u', id: A }));
    expect(await madeOf(db, [A, B])).toEqual([
      { ...FIRST, status: 'read' },
      { ...SECOND, tags: ['later', 'rings'], highlights: ['hb', 'hc'] },
    ]);
  });

  test('takes an edit of the joined note to the note whose words were edited', async () => {
    const { db, env } = await twoPapers();
    await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
    const [state] = await pageStates(db, [{ keys: [A] }]);
    const { text, revision } = state!.note;
    const edited = text.replace('Of the second', 'Of the very second');
    await writeNote(db, env, { opId: 'n', paper: one, base: revision, text: edited });
    await valueOf(splitNewest(db, env, { opId: 'u', id: A }));
    const notes = (await madeOf(db, [A, B])).map(({ note }) => note);
    expect(notes).toEqual(['Of the first', 'Of the very second']);
  });

  test('is remembered: no entry joins the two again, a person can', async () => {
    const { db, env } = await twoPapers();
    await writeStatus(db, env, { opId: 'j', paper: both, status: 'saved' });
    await valueOf(splitNewest(db, env, { opId: 'u', id: A }));
    await writeTag(db, env, { opId: 't', paper: both, name: 'again', on: true });
    expect(await db.papers.count()).toBe(2);
    await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
    await writeTag(db, env, { opId: 't2', paper: both, name: 'more', on: true });
    expect(await db.papers.count()).toBe(1);
  });

  test('of a paper that is none is refused and changes nothing', async () => {
    const { db, env } = await twoPapers();
    const answer = await splitNewest(db, env, { opId: 'u', id: A });
    expect(answer.ok).toBe(false);
    expect(await madeOf(db, [A, B])).toEqual([FIRST, SECOND]);
  });
});

test('undo of a step does not part papers that a page had joined, and older steps are undone in them', async () => {
  const { db, env } = await twoPapers();
  await writeTag(db, env, { opId: 'j', paper: both, name: 'joined', on: true });
  await valueOf(undo(db, env, 'u1'));
  expect(await db.papers.count()).toBe(1);
  for (let step = 2; (await valueOf(undo(db, env, `u${step}`))) !== null; step++);
  const [made] = await madeOf(db, [A]);
  expect(made).toEqual({ status: null, note: '', tags: [], highlights: [] });
});

test('papers that were parted stay so when a file comes that has them as one', async () => {
  const { db, env } = await twoPapers();
  await valueOf(joinMany(db, env, { opId: 'm', ids: [A, B] }));
  const file = exportDocument(await exportHead(db), (await exportPapers(db, null)).papers, []);
  await valueOf(splitNewest(db, env, { opId: 'u', id: A }));
  await importDocument(db, env, documentIn(file));
  const [first, second] = await madeOf(db, [A, B]);
  expect([first?.status, second?.status]).toEqual(['dismissed', 'saved']);
  expect([first?.tags, second?.tags]).toEqual([['moons'], ['rings']]);
  expect(second).toMatchObject({ note: 'Of the second' });
});

test('a write that fails after it tied two papers together leaves both', async () => {
  const { db, env } = await twoPapers();

  const answer = await editHighlight(db, env, { opId: 'x', paper: both, id: 'none', comment: '' });
  expect(answer.ok).toBe(false);
  expect(await madeOf(db, [A, B])).toEqual([FIRST, SECOND]);
});
