import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperDocument, paperRecords } from '@/domain/export/convert';
import { readGloss } from '@/domain/import/gloss';
import type { Incoming } from '@/domain/import/incoming';
import { noteText } from '@/domain/paper/note';
import type { PaperRef, Status } from '@/domain/paper/paper';
import {
  addHighlight,
  removeHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport, Cancelled } from '@/storage/import/import';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { changeMany } from '@/storage/steps/many';
import { previewPage } from '@/storage/import/preview';
import { saveSearch } from '@/storage/searches';
import { saveSettings } from '@/storage/settings';
import { writeSightings } from '@/storage/sightings';
import { stagePage } from '@/storage/import/staging';
import { renameTag } from '@/storage/steps/tags';
import { emptyTrash } from '@/storage/steps/trash';
import { undo } from '@/storage/steps/undo';
import { contradicting, parted, stampAt } from '../domain/arbitrary';
import { joinFiles } from '../domain/import/join-files';
import { bareDocument } from './bare';
import { exportedPapers, exportedText } from './exported';
import { openLibrary, refOf, valueOf, passage } from './open';

interface Machine {
  db: GlossDatabase;
  env: Environment;
}

const PAPERS: PaperRef[] = [
  refOf(['arxiv:2401.00001', 'title:tides on small moons of large planets']),
  refOf(['doi:10.1000/a', 'title:tides on small moons of large planets'], {
    abstract: 'Longer text of it.',
  }),
  refOf(['arxiv:2401.00002', 'title:rings of dust around stars'], {
    title: 'Rings of Dust around Stars',
  }),
  // A page that knows two ids of one paper, and one that knows a title alone.
  refOf(['arxiv:2401.00002', 'doi:10.1000/c', 'title:rings of dust around stars'], {
    title: 'Rings of Dust around Stars',
  }),
  refOf(['doi:10.1000/a', 'doi:10.1000/c'], { title: 'Rings and Tides' }),
  refOf(['title:rings of dust around stars'], { title: 'Rings of Dust around Stars' }),
];

const highlightRecord = {
  ...passage('h'),
  removed: false,
  stamps: { colour: stampAt(1, 'ann') },
};

type Edit =
  | { kind: 'status'; paper: number; status: Status | null }
  | { kind: 'tag'; paper: number; name: string; on: boolean }
  | { kind: 'note'; paper: number; text: string }
  | { kind: 'highlight'; paper: number; id: string; on: boolean }
  | { kind: 'delete'; paper: number }
  | { kind: 'restore'; paper: number }
  | { kind: 'mute'; word: string }
  | { kind: 'search'; id: string; query: string | null }
  | { kind: 'rename'; name: string }
  | { kind: 'join'; papers: [number, number] }
  | { kind: 'part'; paper: number }
  | { kind: 'undo' }
  | { kind: 'empty' };

const paper = fc.nat({ max: PAPERS.length - 1 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('status' as const),
    paper,
    status: fc.constantFrom<(Status | null)[]>('saved', 'read', 'dismissed', null),
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    paper,
    name: fc.constantFrom('Moons', 'to read'),
    on: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    paper,
    text: fc.constantFrom('alpha beta', 'gamma delta', 'epsilon'),
  }),
  fc.record({
    kind: fc.constant('highlight' as const),
    paper,
    id: fc.constantFrom('h1', 'h2'),
    on: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom<('delete' | 'restore')[]>('delete', 'restore'), paper }),
  fc.record({ kind: fc.constant('mute' as const), word: fc.constantFrom('survey', 'poster') }),
  fc.record({
    kind: fc.constant('search' as const),
    id: fc.constantFrom('s1', 's2'),
    query: fc.option(fc.constantFrom('tag:moons', 'has:note')),
  }),
  fc.record({ kind: fc.constant('join' as const), papers: fc.tuple(paper, paper) }),
  fc.record({ kind: fc.constant('part' as const), paper }),
  fc.record({ kind: fc.constantFrom<('undo' | 'empty')[]>('undo', 'empty') }),
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('Satellites', 'moon') }),
);

let operations = 0;

async function perform({ db, env }: Machine, name: string, one: Edit): Promise<void> {
  const opId = `${name}${(operations += 1)}`;
  if (one.kind === 'undo') return void (await undo(db, env, opId));
  if (one.kind === 'empty') return void (await emptyTrash(db));
  if (one.kind === 'mute') return void (await saveSettings(db, env, { muted: [one.word] }));
  if (one.kind === 'rename')
    return void (await renameTag(db, env, { opId, id: 'moons', name: one.name }));
  // Papers that are not there, or one already, are refused.
  if (one.kind === 'join') {
    const ids = one.papers.map((at) => PAPERS[at]!.keys[0]!);
    return void (await joinMany(db, env, { opId, ids }));
  }
  if (one.kind === 'part')
    return void (await splitNewest(db, env, { opId, id: PAPERS[one.paper]!.keys[0]! }));
  if (one.kind === 'search') {
    const search = one.query && { id: one.id, name: one.id, query: one.query, sort: '' };
    return void (await saveSearch(db, env, { id: one.id, search: search || null }));
  }
  const operation = { opId, paper: PAPERS[one.paper]! };
  if (one.kind === 'delete' || one.kind === 'restore') {
    const ids = [operation.paper.keys[0]!];
    // One that is not there is refused.
    return void (await changeMany(db, env, { opId, ids, change: { kind: one.kind } }));
  }
  if (one.kind === 'status') await writeStatus(db, env, { ...operation, status: one.status });
  else if (one.kind === 'tag')
    await writeTag(db, env, { ...operation, name: one.name, on: one.on });
  else if (one.kind === 'note')
    await writeNote(db, env, { ...operation, base: '', text: one.text });
  else if (one.on)
    await addHighlight(db, env, {
      ...operation,
      highlight: passage(`${name}-${one.id}-${one.paper}`),
    });
  else await removeHighlight(db, env, { ...operation, id: `${name}-${one.id}-${one.paper}` });
}

/** Reads a file into a library, in pages of two items. */
async function load({ db, env }: Machine, file: string, id = `import${(operations += 1)}`) {
  const items = await Array.fromAsync(readGloss([file]));
  for (let page = 0; page === 0 || page * 2 < items.length; page++) {
    const staged = await stagePage(db, env, {
      id,
      page,
      items: items.slice(page * 2, page * 2 + 2),
    });
    if (!staged.ok) throw new Error(staged.error.message);
  }
  return { id, ...(await applyImport(db, env, { id, opId: id })) };
}

const machine = (start: number): Machine => openLibrary(start);

async function edited(name: string, to: Machine, edits: Edit[]): Promise<void> {
  for (const one of edits) await perform(to, name, one);
}

const edits = fc.array(edit, { maxLength: 6 });

/** Whether it removes words because a person wants them gone. */
const takesWords = ({ kind }: Edit): boolean => kind === 'undo' || kind === 'empty';

test('a library with all that it may hold is the same after its file was read elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (done) => {
      const [a, b] = [machine(1_700_000_000_000), machine(1_800_000_000_000)];
      await edited('a', a, done);
      await writeSightings(a.db, { site: 'arxiv', at: 7, papers: [{ keys: ['arxiv:1'] }] });
      const file = await exportedText(a.db);
      await load(b, file);
      expect(await exportedText(b.db)).toBe(file);
    }),
    { numRuns: 25 },
  );
});

describe('two machines', () => {
  test('with a common start, edited apart and exchanged in any order, end equal and lose no word', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, edits, fc.boolean(), async (common, ours, theirs, first) => {
        const [a, b] = [machine(1_700_000_000_000), machine(1_700_000_000_500)];
        await edited('c', a, common);
        await load(b, await exportedText(a.db));
        await edited('a', a, ours);
        await edited('b', b, theirs);
        const words = await wordsOf(a.db, b.db);
        const [fileA, fileB] = [await exportedText(a.db), await exportedText(b.db)];
        if (first) await load(a, fileB);
        await load(b, fileA);
        if (!first) await load(a, fileB);
        expect(await exportedText(b.db)).toBe(await exportedText(a.db));
        if (![...common, ...ours, ...theirs].some(takesWords))
          expect(await wordsOf(a.db)).toEqual(words);
      }),
      { numRuns: 25 },
    );
  });

  test('with a third end equal in whichever pairs they meet', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, edits, edits, async (common, ...own) => {
        const start = machine(1_700_000_000_000);
        await edited('c', start, common);
        const file = await exportedText(start.db);
        const files: string[] = [];
        for (const [at, done] of own.entries()) {
          const one = machine(1_700_000_000_100 + at);
          await load(one, file);
          await edited('abc'[at]!, one, done);
          files.push(await exportedText(one.db));
        }
        const join = async (...parts: string[]): Promise<string> => {
          const one = machine(1_800_000_000_000);
          for (const part of parts) await load(one, part);
          return exportedText(one.db);
        };
        const [a = '', b = '', c = ''] = files;
        const whole = await join(a, b, c);
        expect(await join(a, await join(c, b))).toBe(whole);
        expect(await join(b, await join(a, c))).toBe(whole);
        expect(await join(whole, a)).toBe(whole);
        expect(await joinFiles(c, a, b)).toBe(whole);
      }),
      { numRuns: 15 },
    );
  });

  test('reading a file again changes nothing and leaves nothing to undo', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, async (ours, theirs) => {
        const [a, b] = [machine(1_700_000_000_000), machine(1_700_000_000_500)];
        await edited('a', a, ours);
        await edited('b', b, theirs);
        const file = await exportedText(b.db);
        await load(a, file);
        const [before, journal] = [await exportedText(a.db), await a.db.journal.count()];
        const { changed } = await load(a, file);
        expect(changed).toEqual([]);
        expect(await exportedText(a.db)).toBe(before);
        expect(await a.db.journal.count()).toBe(journal);
      }),
      { numRuns: 15 },
    );
  });
});

test('a file ends as the same library in whatever order and pages its papers come', async () => {
  const papers = fc.array(fc.tuple(fc.oneof(contradicting, parted), fc.boolean()), {
    minLength: 2,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(papers, fc.infiniteStream(fc.nat()), async (all, chance) => {
      const items = all.map(([record, isMarked], at) => ({
        kind: 'paper' as const,
        place: '',
        value: paperDocument(
          { ...record, updatedAt: record.updatedAt + 1 },
          isMarked ? [{ ...highlightRecord, id: `h${at}`, paperId: record.id }] : [],
        ),
      }));
      const read = async (order: Incoming[], size: number): Promise<string> => {
        const { db, env } = machine(1_800_000_000_000);
        for (let page = 0; page * size < order.length; page++)
          await valueOf(
            stagePage(db, env, {
              id: 'x',
              page,
              items: order.slice(page * size, page * size + size),
            }),
          );
        await applyImport(db, env, { id: 'x', opId: 'x' });
        return exportedText(db);
      };
      const whole = await read(items, items.length);
      const order = items.toSorted(() => (chance.next().value % 2) - 0.5);
      expect(await read(order, 1 + (chance.next().value % 3))).toBe(whole);
      const again = machine(1_800_000_000_000);
      await load(again, whole);
      expect(await exportedText(again.db)).toBe(whole);
    }),
    { numRuns: 60 },
  );
});

describe('papers that a person parted', () => {
  const refs = [
    refOf(['arxiv:2401.00007'], { title: 'Ebb' }),
    refOf(['doi:10.1000/e'], { title: 'Ebb too' }),
  ];
  const ids = refs.map(({ keys }) => keys[0]!);

  test.each([true, false])(
    'are parted on another machine that has them as one (%s)',
    async (first) => {
      const [a, b] = [machine(1_700_000_000_000), machine(1_700_000_000_500)];
      for (const [index, ref] of refs.entries())
        await writeNote(a.db, a.env, {
          opId: `n${index}`,
          paper: ref,
          base: '',
          text: `Note ${index}`,
        });
      await joinMany(a.db, a.env, { opId: 'm', ids });
      await load(b, await exportedText(a.db));
      expect(await b.db.papers.count()).toBe(1);
      await splitNewest(a.db, a.env, { opId: 'u', id: ids[0]! });
      await writeNote(b.db, b.env, {
        opId: 'later',
        paper: refs[0]!,
        base: '',
        text: 'Later words',
      });
      const [fileA, fileB] = [await exportedText(a.db), await exportedText(b.db)];
      if (first) await load(a, fileB);
      await load(b, fileA);
      if (!first) await load(a, fileB);
      expect(await exportedText(b.db)).toBe(await exportedText(a.db));
      expect((await b.db.papers.toArray()).map(({ id }) => id)).toEqual(ids);
      expect(await wordsOf(b.db)).toEqual(['0', '1', 'Later', 'Note', 'words']);
      expect((await load(b, fileB)).changed).toEqual([]);
    },
  );
});

test('papers that a person parted stay parted through a file', () => {
  const apart = { ...paperRecords(bare).paper, apart: ['doi:10.1000/b'] };
  expect(paperRecords(paperDocument(apart, [])).paper).toEqual(apart);
});

const bare = bareDocument('arxiv:2401.00001', 'Tides');

/** Every word of the notes, each once. */
async function wordsOf(...libraries: GlossDatabase[]): Promise<string[]> {
  const words = new Set<string>();
  for (const db of libraries)
    for (const { note } of await db.papers.toArray())
      for (const word of noteText(note).split(/\W+/)) if (word !== '') words.add(word);
  return [...words].toSorted();
}

describe('an import', () => {
  async function source(): Promise<string> {
    const other = machine(1_700_000_000_000);
    await edited('s', other, [
      { kind: 'status', paper: 0, status: 'saved' },
      { kind: 'note', paper: 0, text: 'alpha beta' },
      { kind: 'status', paper: 2, status: 'read' },
      { kind: 'tag', paper: 2, name: 'Moons', on: true },
    ]);
    await writeSightings(other.db, { site: 'arxiv', at: 7, papers: [{ keys: ['arxiv:1'] }] });
    return exportedText(other.db);
  }

  test('that is cancelled, or breaks, leaves the library as it was', async () => {
    const library = machine(1_700_000_000_000);
    await edited('l', library, [{ kind: 'status', paper: 0, status: 'dismissed' }]);
    const before = await exportedText(library.db);
    const items = await Array.fromAsync(readGloss([await source()]));
    const { db, env } = library;
    for (const [page, item] of items.entries())
      await stagePage(db, env, { id: 'x', page, items: [item] });
    let pages = 0;
    const watch = { progress: () => undefined, isCancelled: () => (pages += 1) > 2 };
    await expect(applyImport(db, env, { id: 'x', opId: 'x' }, watch)).rejects.toThrow(Cancelled);
    expect(await exportedText(db)).toBe(before);
    expect(await db.journal.where('opId').equals('x').count()).toBe(0);
  });

  test('is foretold by its preview, and undone in one step', async () => {
    const library = machine(1_700_000_100_000);
    await edited('l', library, [{ kind: 'note', paper: 0, text: 'gamma' }]);
    const { db, env } = library;
    const items = await Array.fromAsync(readGloss([await source()]));
    await stagePage(db, env, { id: 'p', page: 0, items });
    const { changes, ...preview } = await previewPage(db, env.now(), { id: 'p', page: 0 });
    expect(preview).toEqual({
      new: 1,
      merged: 1,
      rejected: [],
      future: { count: 0, until: 0 },
      isLast: true,
    });
    expect(changes).toMatchObject([
      {
        id: 'arxiv:2401.00001',
        changes: [
          { field: 'status', from: '', to: 'saved' },
          { field: 'note', from: 'gamma', to: expect.stringContaining('alpha beta') },
        ],
      },
    ]);
    const { report } = await applyImport(db, env, { id: 'p', opId: 'p' });
    expect(report).toEqual({ new: 1, merged: 1, rejected: 0 });
    const undone = await undo(db, env, 'u', 'p');
    expect(undone.ok && undone.value?.field).toBe('import');
    const papers = await exportedPapers(db);
    expect(
      papers.map(({ status, removed, note }) => [status, removed ?? false, note.text]),
    ).toEqual([
      [null, false, 'gamma'],
      ['read', true, ''],
    ]);
  });

  test('says where a file is wrong', async () => {
    const { db, env } = machine(1_700_000_000_000);
    const value = { id: 'arxiv:1', highlights: [{ id: 1 }] };
    const staged = await stagePage(db, env, {
      id: 'w',
      page: 0,
      items: [{ kind: 'paper', place: 'papers[3]', value }],
    });
    expect(!staged.ok && staged.error.message).toMatch(/^papers\[3\]\.\w+: expected /);
  });
});
