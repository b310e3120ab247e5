import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperDocument, paperRecords } from '@/domain/export/convert';
import { readGloss } from '@/domain/import/gloss';
import type { Incoming } from '@/domain/import/incoming';
import { noteText } from '@/domain/paper/note';
import { writeNote } from '@/storage/steps/actions';
import type { GlossDatabase } from '@/storage/db';
import { applyImport, Cancelled } from '@/storage/import/import';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { previewPage } from '@/storage/import/preview';
import { writeSightings } from '@/storage/sightings';
import { stagePage } from '@/storage/import/staging';
import { paperHistory } from '@/storage/steps/history';
import { redo, undo } from '@/storage/steps/undo';
import { contradicting, parted } from '../domain/arbitrary';
import { joinFiles } from '../domain/import/join-files';
import { bareDocument } from './bare';
import { exportedPapers, exportedText } from './exported';
import { type Edit, highlightRecord, edits, edit, machine, load, edited } from './machine';
import { refOf, valueOf } from './open';

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
      others: [],
      otherChanges: 0,
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

  test('that brought nothing to take back is undone without a trace', async () => {
    const [library, other] = [machine(1_700_000_000_000), machine(1_700_000_100_000)];
    const { db, env } = library;
    await edited('l', library, [{ kind: 'status', paper: 0, status: 'saved' }]);
    await load(other, await exportedText(db));
    await edited('o', other, [{ kind: 'tag', paper: 0, name: 'Moons', on: false }]);
    const { id } = await load(library, await exportedText(other.db));
    await valueOf(undo(db, env, 'u', id));
    await valueOf(redo(db, env, 'r'));
    expect((await splitNewest(db, env, { opId: 's', id: 'arxiv:2401.00001' })).ok).toBe(false);
    const { entries } = await paperHistory(db, { id: 'arxiv:2401.00001', before: null, limit: 9 });
    expect(entries.map(({ kind }) => kind)).toEqual(['import', 'status']);
  });

  test('of a paper that was joined since is not undone, so that no record of the paper goes', async () => {
    const library = machine(1_700_000_000_000);
    const { db, env } = library;
    await edited('l', library, [{ kind: 'note', paper: 1, text: 'alpha' }]);
    const { id } = await load(library, await source());
    const ids = ['arxiv:2401.00002', 'doi:10.1000/a'];
    await valueOf(joinMany(db, env, { opId: 'j', ids }));
    await valueOf(undo(db, env, 'u', id));
    const [joined] = (await exportedPapers(db)).filter(({ parts }) => parts);
    expect(joined?.keys).toEqual(expect.arrayContaining(ids));
    expect(await wordsOf(db)).toContain('alpha');
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
