import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { GlossDatabase } from '@/storage/db';
import { writeMark } from '@/storage/mark';
import { byRules } from '@/storage/opening';
import { glance, VERSION } from '@/storage/read/glance';
import { papersAtOnce } from '@/storage/read/at-once';
import { newestPapers, papersById } from '@/storage/read/library';
import { addHighlight, writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { changeMany } from '@/storage/steps/many';
import { listTags } from '@/storage/read/tags';
import { passage, refOf, valueOf } from './open';
import { memoryShelf } from './shelf';

globalThis.IDBKeyRange = IDBKeyRange;

let time = 1_700_000_000_000;
let ids = 0;
const env = { now: () => (time += 1_000), newId: () => `glance${(ids += 1)}` };
const paper = (at: number) => refOf([`arxiv:2401.0000${at}`], { title: `Tides of moon ${at}` });

/** A library of six papers that its mark tells of, and a look at it. */
async function filled() {
  const factory = new IDBFactory();
  const db = new GlossDatabase('gloss', byRules(factory, { mayCreate: true }));
  const shelf = memoryShelf();
  for (const at of [1, 2, 3, 4, 5, 6])
    await valueOf(writeStatus(db, env, { opId: `s${at}`, paper: paper(at), status: 'saved' }));
  await valueOf(writeTag(db, env, { opId: 't', paper: paper(5), name: 'moons', on: true }));
  await valueOf(writeNote(db, env, { opId: 'n', paper: paper(6), base: '', text: 'Ask Bo.' }));
  for (const id of ['one', 'two'])
    await valueOf(addHighlight(db, env, { opId: id, paper: paper(4), highlight: passage(id) }));
  await writeMark(db, shelf, env, { counts: true });
  const look = (limit = 4, current = factory) =>
    glance(shelf, limit, { first: factory, current: () => Promise.resolve(current) });
  return { db, factory, shelf, look };
}

test('a glance shows what the library itself gives, and goes on where that does', async () => {
  const { db, look } = await filled();
  const page = await look();
  expect(page).toEqual(await newestPapers(db, { after: null, limit: 4 }));
  expect(page?.papers.map(({ title }) => title)).toEqual(
    [6, 5, 4, 3].map((at) => `Tides of moon ${at}`),
  );
  const whole = await look(50);
  expect(whole).toEqual(await newestPapers(db, { after: null, limit: 50 }));
  expect(whole?.next).toBeNull();
});

test('papers that are read at once are those that the library gives by their ids', async () => {
  const { db } = await filled();
  const wanted = [6, 4, 9, 5].map((at) => `arxiv:2401.0000${at}`);
  const tags = await listTags(db);
  expect(await papersAtOnce(db.backendDB(), wanted, tags)).toEqual(
    (await papersById(db, wanted)).papers,
  );
});

test('what is in the trash does not show', async () => {
  const { db, look } = await filled();
  const [newest] = (await look())?.papers ?? [];
  const change = { kind: 'delete' } as const;
  await changeMany(db, env, { opId: 'd', ids: [newest?.id ?? ''], change });
  expect((await look())?.papers.map(({ id }) => id)).not.toContain(newest?.id);
});

test('nothing is shown of a library that is not the marked one, or of which a part is gone', async () => {
  const marked = await filled();
  const { shelf } = marked;
  const known = shelf.values.get('mark') as { rev: number; papers: number; library: string };
  const withMark = async (mark: unknown) => {
    shelf.values.set('mark', mark);
    return marked.look();
  };
  expect(await withMark({ ...known, rev: known.rev + 1 })).toBeNull();
  expect(await withMark({ ...known, papers: known.papers + 1 })).toBeNull();
  expect(await withMark({ ...known, library: 'another' })).toBeNull();
  expect(await withMark(undefined)).toBeNull();
  expect(await withMark(known)).not.toBeNull();
});

test('a library that is lost, or of another version, is left as it is and to the background', async () => {
  const { db, factory, shelf, look } = await filled();
  db.close();
  const empty = new IDBFactory();
  const at = { first: empty, current: () => Promise.resolve(empty) };
  expect(await glance(shelf, 4, at)).toBeNull();
  expect(await empty.databases()).toEqual([]);
  await new Promise((resolve) => {
    factory.open('gloss', VERSION + 10).addEventListener('success', resolve);
  });
  expect(await look()).toBeNull();
});

test('a library that has moved is read where it is now', async () => {
  const { look } = await filled();
  const moved = await filled();
  expect(await look(4, moved.factory)).toBeNull();
  const elsewhere = { first: new IDBFactory(), current: () => Promise.resolve(moved.factory) };
  expect((await glance(moved.shelf, 4, elsewhere))?.papers).toHaveLength(4);
});

test('the version that is read is that of the schema', () => {
  expect(VERSION).toBe(new GlossDatabase('unopened').verno * 10);
});
