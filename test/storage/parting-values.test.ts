import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noteText } from '@/domain/paper/note';
import type { PaperRef, Status } from '@/domain/paper/paper';
import { fillPapers } from '@/storage/import/fill';
import { pageStates } from '@/storage/papers';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { redo, undo } from '@/storage/steps/undo';
import { exportedText } from './exported';
import { load, type Machine, machine } from './machine';
import { refOf, valueOf } from './open';

const A = 'arxiv:2401.00007';
const B = 'doi:10.1000/e';
const C = 's2:101';
const a = refOf([A], { title: 'Ebb and its many small causes' });
const b = refOf([B], { title: 'Flood on shores of every kind' });
const c = refOf([C], { title: 'Slack water between two others' });

let operations = 0;
const opId = (): string => `op${(operations += 1)}`;
const setStatus = ({ db, env }: Machine, paper: PaperRef, status: Status): Promise<unknown> =>
  valueOf(writeStatus(db, env, { opId: opId(), paper, status }));
const tag = ({ db, env }: Machine, paper: PaperRef, on: boolean): Promise<unknown> =>
  valueOf(writeTag(db, env, { opId: opId(), paper, name: 'moons', on }));
const note = async ({ db, env }: Machine, paper: PaperRef, text: string): Promise<unknown> => {
  const [state] = await pageStates(db, [{ keys: paper.keys }]);
  const base = state?.note.revision ?? '';
  return valueOf(writeNote(db, env, { opId: opId(), paper, base, text }));
};
const join = ({ db, env }: Machine, ...ids: string[]): Promise<unknown> =>
  valueOf(joinMany(db, env, { opId: opId(), ids }));
const part = ({ db, env }: Machine, id = A): Promise<unknown> =>
  valueOf(splitNewest(db, env, { opId: opId(), id }));
const back = ({ db, env }: Machine): Promise<unknown> => valueOf(undo(db, env, opId()));
const told = async ({ db }: Machine) =>
  Object.fromEntries(
    (await db.papers.toArray()).map(({ id, status, tags }) => [id, { status, tags }]),
  );
const start = (): Machine => machine(1_700_000_000_000);

describe('a tag that was taken off a joined paper, and put back by an undo', () => {
  const both = async (): Promise<Machine> => {
    const own = start();
    await tag(own, a, true);
    await tag(own, b, true);
    await join(own, A, B);
    await tag(own, a, false);
    return own;
  };

  test('is with both papers that had it', async () => {
    const own = await both();
    await back(own);
    await part(own);
    expect(await told(own)).toMatchObject({ [A]: { tags: ['moons'] }, [B]: { tags: ['moons'] } });
  });

  test('is with the one that had it, where it was taken off at the other', async () => {
    const own = start();
    await setStatus(own, a, 'saved');
    await tag(own, b, true);
    await join(own, A, B);
    await tag(own, a, false);
    await back(own);
    await part(own);
    expect(await told(own)).toMatchObject({ [A]: { tags: [] }, [B]: { tags: ['moons'] } });
  });

  test('is with both where another machine that joined them takes them apart', async () => {
    const [own, other] = [await both(), machine(1_700_000_500_000)];
    await setStatus(other, a, 'saved');
    await setStatus(other, b, 'saved');
    await join(other, A, B);
    await back(own);
    await load(other, await exportedText(own.db));
    await part(other);
    expect(await told(other)).toMatchObject({ [A]: { tags: ['moons'] }, [B]: { tags: ['moons'] } });
  });

  test('is with neither where the undo was taken back', async () => {
    const own = await both();
    await back(own);
    await valueOf(redo(own.db, own.env, opId()));
    await part(own);
    expect(await told(own)).toMatchObject({ [A]: { tags: [] }, [B]: { tags: [] } });
  });

  test('is with neither where it was taken off again', async () => {
    const own = await both();
    await back(own);
    await tag(own, b, false);
    await part(own);
    expect(await told(own)).toMatchObject({ [A]: { tags: [] }, [B]: { tags: [] } });
  });
});

describe('a library in which a version that kept all acts in one record joined two papers', () => {
  const stored = async (name: string): Promise<Machine> => {
    const own = machine(1_700_000_900_000);
    const url = new URL(`joined-before/${name}.json`, import.meta.url);
    const tables = JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown[]>;
    for (const [table, rows] of Object.entries(tables)) await own.db.table(table).bulkPut(rows);
    return own;
  };

  test('gives each what was told at its entry', async () => {
    const own = await stored('acts-at-the-other-entry');
    await part(own);
    expect(await told(own)).toEqual({
      [A]: { status: 'dismissed', tags: ['moons'] },
      [B]: { status: 'read', tags: ['later'] },
    });
  });

  test('has a tag that was taken off on neither', async () => {
    const own = await stored('tag-taken-off');
    await part(own);
    expect(await told(own)).toEqual({
      [A]: { status: 'dismissed', tags: [] },
      [B]: { status: 'saved', tags: [] },
    });
  });
});

describe('a record that came after the join', () => {
  test('goes with the one that shares a strong name, and is not kept apart from it', async () => {
    const [own, other] = [start(), machine(1_700_000_000_500)];
    await setStatus(own, a, 'dismissed');
    await setStatus(own, b, 'saved');
    await join(own, A, B);
    const same = refOf(['s2:55', 'pmid:77'], { title: b.title });
    await setStatus(other, same, 'saved');
    await tag(own, refOf([B, 'pmid:77'], { title: b.title }), true);
    await load(own, await exportedText(other.db));
    await part(own);
    const [parted] = await own.db.papers.where('id').equals(B).toArray();
    expect(parted?.parts?.map(({ id, apart }) => [id, apart])).toEqual([
      [B, [A]],
      ['pmid:77', [A]],
    ]);
  });

  test('goes with the one that a person joined it with elsewhere', async () => {
    const [own, other] = [start(), machine(1_700_000_000_500)];
    await setStatus(own, a, 'dismissed');
    await setStatus(own, b, 'saved');
    await load(other, await exportedText(own.db));
    await join(own, A, B);
    await setStatus(other, c, 'read');
    await join(other, B, C);
    await load(own, await exportedText(other.db));
    await part(own);
    expect(await told(own)).toMatchObject({
      [A]: { status: 'dismissed' },
      [B]: { status: 'read' },
    });
  });
});

test('a key of one paper stays with it where the joined paper was completed', async () => {
  const own = start();
  await setStatus(own, a, 'dismissed');
  await setStatus(own, refOf([C], { title: b.title }), 'saved');
  await note(own, refOf([C, B], { title: b.title }), 'Words of B');
  await join(own, A, C);
  const fill = { title: a.title, abstract: 'A longer abstract of ebb and its causes.' };
  await fillPapers(own.db, own.env, { opId: opId(), fills: [{ id: A, fill }] });
  await setStatus(own, b, 'read');
  await part(own);
  const [state] = await pageStates(own.db, [{ keys: [B] }]);
  expect([state?.status, state?.note.text]).toEqual(['read', 'Words of B']);
  expect(await told(own)).toMatchObject({ [A]: { status: 'dismissed' } });
});

test('a key of one paper stays with it where a file has the keys of both at one', async () => {
  const [own, other] = [start(), machine(1_700_000_000_500)];
  await setStatus(own, a, 'dismissed');
  await setStatus(own, refOf([B, 's2:9'], { title: b.title }), 'saved');
  await join(own, A, B);
  await setStatus(other, refOf([A, B, 's2:9'], { title: a.title }), 'saved');
  await load(own, await exportedText(other.db));
  await part(own);
  const rows = await own.db.papers.toArray();
  expect(rows.map(({ id, keys }) => [id, keys.includes('s2:9')])).toEqual([
    [A, false],
    [B, true],
  ]);
});

test('a join that another machine took apart does not keep an earlier one together', async () => {
  const [own, other] = [start(), machine(1_700_000_000_500)];
  await setStatus(own, a, 'dismissed');
  await setStatus(own, b, 'saved');
  await setStatus(own, c, 'saved');
  await join(own, A, B);
  await load(other, await exportedText(own.db));
  await join(own, A, C);
  await join(other, A, C);
  await load(other, await exportedText(own.db));
  await part(other);
  await load(own, await exportedText(other.db));
  await part(own);
  expect(Object.keys(await told(own)).toSorted()).toEqual([A, B, C]);
  const again = await splitNewest(own.db, own.env, { opId: opId(), id: A });
  expect(again.ok).toBe(false);
});

test('a parting that is undone leaves the status that the joined paper had', async () => {
  const own = start();
  await setStatus(own, a, 'dismissed');
  await setStatus(own, b, 'saved');
  await join(own, A, B);
  await setStatus(own, a, 'dismissed');
  await part(own);
  await back(own);
  expect(await told(own)).toMatchObject({ [A]: { status: 'dismissed' } });
  await part(own);
  expect(await told(own)).toMatchObject({
    [A]: { status: 'dismissed' },
    [B]: { status: 'saved' },
  });
});

test('a text that was deleted from a joined note is gone, and the other paper keeps its own', async () => {
  const own = start();
  await note(own, a, 'Words of A');
  await note(own, b, 'Words of B');
  await join(own, A, B);
  await note(own, b, 'Words of B, and more');
  await part(own);
  const rows = await own.db.papers.toArray();
  expect(rows.map(({ id, note: kept }) => [id, noteText(kept)])).toEqual([
    [A, ''],
    [B, 'Words of B, and more'],
  ]);
});
