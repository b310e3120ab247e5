import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperDocument, paperRecords } from '@/domain/export/convert';
import type { Incoming } from '@/domain/import/incoming';
import { writeNote } from '@/storage/steps/actions';
import { applyImport } from '@/storage/import/import';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { writeSightings } from '@/storage/sightings';
import { stagePage } from '@/storage/import/staging';
import { contradicting, parted } from '../domain/arbitrary';
import { joinFiles } from '../domain/import/join-files';
import { bareDocument } from './bare';
import { exportedText } from './exported';
import { type Edit, highlightRecord, edits, edit, machine, load, edited, wordsOf } from './machine';
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
