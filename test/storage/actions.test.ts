import { describe, expect, test } from 'vitest';
import {
  addHighlight,
  editHighlight,
  removeHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import { newestPapers, papersBetween } from '@/storage/read/library';
import { exportedPapers } from './exported';
import { pageStates } from '@/storage/papers';
import { writeSightings } from '@/storage/sightings';
import { listTags } from '@/storage/read/tags';
import { undo } from '@/storage/steps/undo';
import { emptyTrash } from '@/storage/steps/trash';
import { openLibrary, refOf, valueOf, passage } from './open';

const ARXIV = 'arxiv:2401.00001';
const TITLE = 'title:tides on small moons of large planets';
const paper = refOf([ARXIV, TITLE]);

const highlight = passage('h1');

describe('a paper', () => {
  test('is known by any of its keys', async () => {
    const { db, env } = openLibrary();
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    const states = await pageStates(db, [
      { keys: ['arxiv:2401.00002'] },
      { keys: [TITLE] },
      { keys: [ARXIV] },
    ]);
    expect(states.map(({ status }) => status)).toEqual([null, 'saved', 'saved']);
  });

  test('with the title of another is another when their ids differ', async () => {
    const { db, env } = openLibrary();
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    const twin = refOf(['arxiv:2401.99999', TITLE]);
    await writeStatus(db, env, { opId: 'b', paper: twin, status: 'dismissed' });
    const [first, second] = await pageStates(db, [paper, twin]);
    expect([first?.status, second?.status]).toEqual(['saved', 'dismissed']);
    const keys = (await db.papers.toArray()).flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('that an entry shows to be two records becomes one, with what was made of both', async () => {
    const { db, env } = openLibrary();
    const doi = refOf(['doi:10.1/x', 'title:another name of the paper']);
    await writeTag(db, env, { opId: 'a', paper: doi, name: 'moons', on: true });
    await addHighlight(db, env, { opId: 'b', paper: doi, highlight });
    await writeStatus(db, env, { opId: 'c', paper, status: 'saved' });
    const both = refOf([ARXIV, 'doi:10.1/x']);
    const state = await valueOf(
      writeNote(db, env, { opId: 'd', paper: both, base: '', text: 'One.' }),
    );
    expect(state).toMatchObject({ id: ARXIV, status: 'saved', note: { text: 'One.' } });
    expect(state.tags.map(({ name }) => name)).toEqual(['moons']);
    expect(state.highlights.map(({ id }) => id)).toEqual(['h1']);
    expect(await db.papers.count()).toBe(1);
  });
});

describe('an operation', () => {
  test('that is sent twice is done once', async () => {
    const { db, env } = openLibrary();
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    await writeStatus(db, env, { opId: 'b', paper, status: null });
    const again = await valueOf(writeStatus(db, env, { opId: 'a', paper, status: 'saved' }));
    expect(again.status).toBeNull();
    expect(await db.journal.count()).toBe(2);
  });

  test('that fails leaves nothing behind', async () => {
    const { db, env } = openLibrary();
    db.journal.hook('creating', () => {
      throw new Error('no room');
    });
    await expect(writeStatus(db, env, { opId: 'a', paper, status: 'saved' })).rejects.toThrow(
      'no room',
    );
    expect(await db.papers.count()).toBe(0);
  });

  test('takes stamps that rise even when the clock goes back', async () => {
    const { db } = openLibrary();
    let time = 2_000_000;
    const env = { now: () => (time -= 1_000), newId: () => 'device' };
    for (const opId of ['a', 'b', 'c'])
      await writeStatus(db, env, { opId, paper, status: 'saved' });
    const stamps = (await db.journal.toArray()).map(({ stamp }) => stamp);
    expect(stamps).toEqual(stamps.toSorted());
    expect(new Set(stamps).size).toBe(3);
  });
});

describe('tags', () => {
  test('of one name in two spellings are one, the one used last first', async () => {
    const { db, env } = openLibrary();
    await writeTag(db, env, { opId: 'a', paper, name: 'To Present', on: true });
    await writeTag(db, env, { opId: 'b', paper, name: 'robotics', on: true });
    const state = await valueOf(
      writeTag(db, env, { opId: 'c', paper, name: '#to-present', on: true }),
    );
    expect(state.tags.map(({ name }) => name).toSorted()).toEqual(['To Present', 'robotics']);
    expect((await listTags(db)).map(({ name }) => name)).toEqual(['To Present', 'robotics']);
  });
});

describe('a note', () => {
  test('edited in two tabs keeps both edits', async () => {
    const { db, env } = openLibrary();
    const first = await valueOf(
      writeNote(db, env, { opId: 'a', paper, base: '', text: 'Read the method. Then the proof.' }),
    );
    const base = first.note.revision;
    await writeNote(db, env, {
      opId: 'b',
      paper,
      base,
      text: 'Read the method twice. Then the proof.',
    });
    const state = await valueOf(
      writeNote(db, env, {
        opId: 'c',
        paper,
        base,
        text: 'Read the method. Then the proof, slowly.',
      }),
    );
    expect(state.note.text).toBe('Read the method twice. Then the proof, slowly.');
  });

  test('whose edits meet in one word keeps both texts', async () => {
    const { db, env } = openLibrary();
    const { note } = await valueOf(
      writeNote(db, env, { opId: 'a', paper, base: '', text: 'good' }),
    );
    await writeNote(db, env, { opId: 'b', paper, base: note.revision, text: 'better' });
    const state = await valueOf(
      writeNote(db, env, { opId: 'c', paper, base: note.revision, text: 'worse' }),
    );
    expect(state.note.text).toContain('better');
    expect(state.note.text).toContain('worse');
  });
});

describe('undo', () => {
  test('takes back one step after the other, the newest first', async () => {
    const { db, env } = openLibrary();
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    await writeTag(db, env, { opId: 'b', paper, name: 'moons', on: true });
    await addHighlight(db, env, { opId: 'c', paper, highlight });
    await editHighlight(db, env, { opId: 'd', paper, id: 'h1', colour: 'rose' });
    await removeHighlight(db, env, { opId: 'e', paper, id: 'h1' });
    const seen: unknown[] = [];
    for (const opId of ['1', '2', '3', '4', '5']) {
      const undone = await valueOf(undo(db, env, opId));
      const state = undone?.papers[0];
      seen.push([undone?.field, state?.highlights[0]?.colour, state?.tags.length, state?.status]);
    }
    expect(seen).toEqual([
      ['highlight', 'rose', 1, 'saved'],
      ['highlight', 'amber', 1, 'saved'],
      ['highlight', undefined, 1, 'saved'],
      ['tag', undefined, 0, 'saved'],
      ['status', undefined, 0, null],
    ]);
    expect(await valueOf(undo(db, env, '6'))).toBeNull();
  });

  test('of typing takes the whole sitting back', async () => {
    const { db, env } = openLibrary();
    let base = '';
    for (const [index, text] of ['I', 'I doubt', 'I doubt it.'].entries())
      base = (await valueOf(writeNote(db, env, { opId: `n${index}`, paper, base, text }))).note
        .revision;
    const undone = await valueOf(undo(db, env, 'u'));
    expect(undone?.papers[0]?.note.text).toBe('');
  });
});

describe('the list', () => {
  test('gives saved papers newest first, page after page, even where times are equal', async () => {
    const { db } = openLibrary();
    const env = { now: () => 7, newId: () => 'device' };
    const refs = Array.from({ length: 9 }, (_, index) => refOf([`arxiv:2401.0000${index}`]));
    for (const [index, ref] of refs.entries())
      await writeStatus(db, env, { opId: `${index}`, paper: ref, status: 'saved' });
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await newestPapers(db, { limit: 4, after });
      ids.push(...page.papers.map(({ id }) => id));
      after = page.next;
      if (after === null) break;
    }
    expect(ids.toSorted()).toEqual(refs.map(({ keys }) => keys[0]));
  });

  test('of a week has the newest, and how many came in', async () => {
    const { db } = openLibrary();
    for (const at of [1, 5, 6, 7, 9]) {
      const env = { now: () => at, newId: () => 'device' };
      const ref = refOf([`arxiv:2401.0000${at}`]);
      await writeStatus(db, env, { opId: `${at}`, paper: ref, status: 'saved' });
    }
    const week = await papersBetween(db, { from: 5, to: 9, limit: 2 });
    expect(week.papers.map(({ savedAt }) => savedAt)).toEqual([7, 6]);
    expect(week.count).toBe(3);
  });

  test('leaves dismissed papers out', async () => {
    const { db, env } = openLibrary();
    const other = refOf(['arxiv:2401.00002']);
    await writeNote(db, env, { opId: 'a', paper, base: '', text: 'Ask Émile' });
    await writeStatus(db, env, { opId: 'b', paper: other, status: 'dismissed' });
    const { papers, next } = await newestPapers(db, { after: null, limit: 50 });
    expect(papers.map(({ id }) => id)).toEqual([ARXIV]);
    expect(next).toBeNull();
  });
});

test('an entry that was on the screen is known on any page, by any key', async () => {
  const { db } = openLibrary();
  await writeSightings(db, { site: 'arxiv', at: 10, papers: [{ keys: [ARXIV, TITLE] }] });
  await writeSightings(db, { site: 'digest', at: 20, papers: [{ keys: [TITLE] }] });
  const [state] = await pageStates(db, [{ keys: [ARXIV, TITLE] }]);
  expect(state?.sighting).toEqual({ site: 'digest', firstAt: 10, lastAt: 20, count: 2 });
});

test('a removed highlight leaves its tombstone in the export, without its text once the trash is emptied', async () => {
  const { db, env } = openLibrary();
  await addHighlight(db, env, { opId: 'a', paper, highlight });
  await removeHighlight(db, env, { opId: 'b', paper, id: 'h1' });
  const removed = async () => (await exportedPapers(db))[0]?.highlights;
  expect(await removed()).toMatchObject([{ id: 'h1', removed: true }]);
  await emptyTrash(db);
  expect(await removed()).toMatchObject([{ id: 'h1', exact: '', comment: '', removed: true }]);
  const words = JSON.stringify(await db.journal.toArray());
  expect(words).not.toContain(highlight.quote.exact);
  expect((await undo(db, env, 'u')).ok).toBe(true);
  expect(await removed()).toMatchObject([{ removed: true }]);
});
