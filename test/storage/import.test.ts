import { describe, expect, test } from 'vitest';
import type { GlossDocument } from '@/domain/export/schema';
import { noteText } from '@/domain/paper/note';
import {
  addHighlight,
  removeHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { bareDocument } from './bare';
import { documentIn } from './document-in';
import { importDocument } from './import-document';
import { exportedText } from './exported';
import { saveSearch, listSearches } from '@/storage/searches';
import { loadSettings, saveSettings } from '@/storage/settings';
import { writeSightings } from '@/storage/sightings';
import { listTags } from '@/storage/read/tags';
import { recolourTag } from '@/storage/steps/tags';
import { redo, undo } from '@/storage/steps/undo';
import { openLibrary, refOf, valueOf, passage } from './open';

interface Library {
  db: GlossDatabase;
  env: Environment;
}

const highlight = passage('h1', { comment: 'Check the units.' });

const one = refOf(['arxiv:2401.00001', 'title:tides on small moons of large planets']);
const two = refOf(['arxiv:2401.00002'], { title: 'Rings' });

const fileOf = async ({ db }: Library): Promise<GlossDocument> =>
  documentIn(await exportedText(db));

const load = ({ db, env }: Library, file: GlossDocument) => importDocument(db, env, file);
const contentOf = fileOf;

async function annotated(): Promise<Library> {
  const library = openLibrary();
  const { db, env } = library;
  await writeStatus(db, env, { opId: 'a', paper: one, status: 'saved' });
  await writeTag(db, env, { opId: 'b', paper: one, name: 'Moons', on: true });
  await writeNote(db, env, { opId: 'c', paper: one, base: '', text: 'A note\nof two lines' });
  await addHighlight(db, env, { opId: 'd', paper: one, highlight });
  await writeStatus(db, env, { opId: 'e', paper: two, status: 'dismissed' });
  return library;
}

describe('an import', () => {
  test('into an empty library makes the same library', async () => {
    const source = await annotated();
    const target = openLibrary();
    const { report } = await load(target, await fileOf(source));
    expect(report).toEqual({ new: 2, merged: 0, rejected: 0 });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test('done twice changes nothing the second time', async () => {
    const source = await annotated();
    const file = await fileOf(source);
    const { report, changed } = await load(source, file);
    expect(report).toEqual({ new: 0, merged: 2, rejected: 0 });
    expect((await contentOf(source)).papers).toEqual(file.papers);
    expect(changed.length).toBeLessThanOrEqual(1);
  });

  test('each way makes two machines equal, whichever came first', async () => {
    const [a, b] = [await annotated(), openLibrary()];
    const other = refOf(['doi:10.1/x', 'title:tides on small moons of large planets']);
    await writeStatus(b.db, b.env, { opId: 'a', paper: other, status: 'read' });
    await writeTag(b.db, b.env, { opId: 'b', paper: other, name: 'Tides', on: true });
    await writeNote(b.db, b.env, { opId: 'c', paper: other, base: '', text: 'Another note' });
    const [fileA, fileB] = [await fileOf(a), await fileOf(b)];
    expect((await load(a, fileB)).report).toEqual({ new: 0, merged: 1, rejected: 0 });
    await load(b, fileA);
    const [contentA, contentB] = [await contentOf(a), await contentOf(b)];
    expect(contentA).toEqual(contentB);
    expect(contentA.papers[0]).toMatchObject({ aliases: ['doi:10.1/x'], tags: ['moons', 'tides'] });
    expect(contentA.papers[0]?.note.heads).toHaveLength(2);
  });

  test('does not bring back what was removed after the export', async () => {
    const library = await annotated();
    const { db, env } = library;
    const old = await fileOf(library);
    await removeHighlight(db, env, { opId: 'f', paper: one, id: 'h1' });
    await writeTag(db, env, { opId: 'g', paper: one, name: 'moons', on: false });
    await writeStatus(db, env, { opId: 'h', paper: one, status: null });
    await load(library, old);
    const { papers } = await fileOf(library);
    expect(papers[0]).toMatchObject({ status: null, tags: [], highlights: [{ removed: true }] });
  });

  test('keeps what a newer version wrote and this one does not know', async () => {
    const file = await fileOf(await annotated());
    const newer = structuredClone(file);
    Object.assign(newer, { friends: [{ name: 'Ann' }] });
    Object.assign(newer.papers[0]!, { rating: 5 });
    Object.assign(newer.papers[0]!.highlights[0]!, { shape: 'wave' });
    const target = openLibrary();
    await load(target, newer);
    expect(await contentOf(target)).toEqual(newer);
  });

  test('is taken back whole: settings, searches, tags and sightings too, but for what was set since', async () => {
    const [source, target] = [await annotated(), openLibrary()];
    const search = { id: 's', name: 'Moons', query: 'tag:moons', sort: '' };
    for (const { db, env } of [source, target]) {
      await saveSettings(db, env, { muted: ['survey'] });
      await writeSightings(db, { site: 'arxiv', at: 5, papers: [{ keys: ['arxiv:1'] }] });
    }
    await saveSearch(source.db, source.env, { id: 's', search });
    await saveSettings(source.db, source.env, { muted: ['poster'] });
    await recolourTag(source.db, source.env, { opId: 'r', id: 'moons', colour: 6 });
    await writeSightings(source.db, {
      site: 'digest',
      at: 9,
      papers: [{ keys: ['arxiv:1', 'arxiv:2'] }],
    });
    const { db, env } = target;
    await writeTag(db, env, { opId: 't', paper: two, name: 'Moons', on: true });
    const seen = () =>
      Promise.all([listSearches(db), loadSettings(db), db.sightings.toArray(), listTags(db)]);
    const before = await seen();
    await importDocument(db, env, await fileOf(source), 'import');
    const imported = await seen();
    expect(imported).toMatchObject([
      [search],
      { muted: ['poster'] },
      { length: 2 },
      [{ colour: 6 }],
    ]);
    await valueOf(undo(db, env, 'u', 'import'));
    expect(await seen()).toEqual(before);
    await valueOf(redo(db, env, 'again'));
    expect((await seen()).slice(0, 2)).toEqual(imported.slice(0, 2));
    await saveSettings(db, env, { muted: ['mine'] });
    await valueOf(
      undo(db, env, 'u2', 'import').then((done) => (done.ok ? done : undo(db, env, 'u3'))),
    );
    expect((await loadSettings(db)).muted).toEqual(['mine']);
  });

  test.each([
    ['names only the other paper', []],
    ['names both papers', [bareDocument('arxiv:2401.00001', 'Tides')]],
  ])(
    'leaves the highlights of one paper alone where a file has their ids under another, also where it %s',
    async (_, more) => {
      const [library, elsewhere] = [await annotated(), openLibrary()];
      await addHighlight(elsewhere.db, elsewhere.env, {
        opId: 'x',
        paper: two,
        highlight: passage('h1', { comment: 'Theirs.' }),
      });
      const file = await fileOf(elsewhere);
      file.papers.push(...more);
      const commentsOf = async (from: Library): Promise<[string, string][]> =>
        (await from.db.highlights.toArray())
          .map((row): [string, string] => [row.paperId, row.comment])
          .toSorted(([a], [b]) => (a < b ? -1 : 1));
      await load(library, file);
      const both = [
        ['arxiv:2401.00001', 'Check the units.'],
        ['arxiv:2401.00002', 'Theirs.'],
      ];
      expect(await commentsOf(library)).toEqual(both);
      const once = await contentOf(library);
      await load(library, file);
      expect(await contentOf(library)).toEqual(once);
      // Its own export says the same to a machine that read the other file before.
      await load(elsewhere, once);
      expect(await commentsOf(elsewhere)).toEqual(expect.arrayContaining(both));
    },
  );

  test('of more papers than are taken back at a time goes whole, with a join among them', async () => {
    const target = openLibrary();
    const { db, env } = target;
    await writeNote(db, env, { opId: 'a', paper: one, base: '', text: 'On the preprint' });
    const journal = refOf(['doi:10.1/x'], { title: 'Another title' });
    await writeNote(db, env, { opId: 'b', paper: journal, base: '', text: 'On the journal’s' });
    const notes = async () =>
      (await db.papers.toArray())
        .filter(({ removed }) => !removed)
        .map(({ id, note }) => [id, noteText(note)]);
    const before = await notes();
    const papers = Array.from({ length: 1_100 }, (_, at) =>
      bareDocument(`arxiv:2405.${10_000 + at}`, `Ebb of moon ${at}`),
    );
    const both = {
      ...bareDocument('arxiv:2401.00001', 'Both'),
      keys: ['arxiv:2401.00001', 'doi:10.1/x'],
    };
    papers.splice(30, 0, both);
    const file: GlossDocument = { format: 'gloss', version: 1, minReader: 1, papers };
    await importDocument(db, env, file, 'import');
    expect(await db.papers.count()).toBe(1_101);
    const undone = await valueOf(undo(db, env, 'u', 'import'));
    expect(undone).toMatchObject({ field: 'import', count: 1_102 });
    expect(await notes()).toEqual(before);
  });

  test('that fails half-way leaves the library as it was', async () => {
    const target = openLibrary();
    await writeStatus(target.db, target.env, { opId: 'x', paper: two, status: 'saved' });
    const before = await contentOf(target);
    target.db.journal.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await expect(load(target, await fileOf(await annotated()))).rejects.toThrow();
    expect(await contentOf(target)).toEqual(before);
  });
});
