import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStaged, stageFiles } from '@/components/app/transfer/import';
import { readHere } from '@/components/app/transfer/pages';
import { IMPORT_FORMATS, type ImportFormatId } from '@/domain/import/formats';
import type { Result } from '@/domain/result';
import { importsFor } from '@/entrypoints/background/imports';
import type { Call } from '@/rpc/client';
import { untilDone } from '@/rpc/until-done';
import type { AppProtocol } from '@/rpc/protocol';
import { addHighlight, writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import type { GlossDatabase } from '@/storage/db';
import { saveSettings } from '@/storage/settings';
import { writeSightings } from '@/storage/sightings';
import { fileOf, libraryOf, NOW, SAMPLE } from '../domain/export/library';
import { HOSTILE } from '../domain/import/hostile';
import { bareDocument } from './bare';
import { exportedText } from './exported';
import { openLibrary, refOf, passage } from './open';

/** Something of everything that a library holds. */
async function library() {
  const opened = openLibrary(NOW);
  const { db, env } = opened;
  const paper = refOf(['arxiv:2401.00001', 'title:tides on small moons of large planets']);
  await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
  await writeTag(db, env, { opId: 'b', paper, name: 'Moons', on: true });
  await writeNote(db, env, { opId: 'c', paper, base: '', text: 'A note\nof two lines' });
  await addHighlight(db, env, {
    opId: 'd',
    paper,
    highlight: passage('h1', { comment: 'Check the units.' }),
  });
  await saveSettings(db, env, { muted: ['survey'] });
  await writeSightings(db, { site: 'arxiv', at: 7, papers: [{ keys: ['arxiv:2401.00001'] }] });
  return opened;
}

/** Every row of every table, as text. */
async function dump(db: GlossDatabase): Promise<string> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return JSON.stringify(Object.fromEntries(tables));
}

/** A page that imports files into a library, as the library page does. */
function pageOf({ db, env }: Awaited<ReturnType<typeof library>>) {
  const calls = importsFor(db, env, () => Promise.resolve());
  const call = ((name: keyof typeof calls, ask: never) =>
    calls[name](ask, {})) as unknown as Call<AppProtocol>;
  return async (file: Blob, format: ImportFormatId): Promise<Result<unknown>> => {
    const job = {
      call,
      id: 'x',
      signal: new AbortController().signal,
      progress: () => undefined,
      read: readHere,
    };
    const source = { name: 'x', file, format, options: { now: env.now() } };
    const staged = await stageFiles(job, [source]);
    return staged.ok ? applyStaged(call, { id: 'x', opId: 'x' }) : staged;
  };
}

/** A file that is made as it is read, so that a gigabyte takes no memory. */
function fileFrom(bytes: (typeof HOSTILE)[number]['bytes']): Blob {
  const pieces = (typeof bytes === 'function' ? bytes() : [bytes])[Symbol.iterator]();
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const { done, value } = pieces.next();
    if (done) controller.close();
    else controller.enqueue(value);
  };
  const stream = () => new ReadableStream({ pull });
  return { size: 1, stream } as unknown as Blob;
}

test('a hostile file leaves every table of the library as it was, byte for byte', async () => {
  const opened = await library();
  const read = pageOf(opened);
  const before = await dump(opened.db);
  for (const { name, format, bytes, says } of HOSTILE) {
    const done = await read(fileFrom(bytes), format);
    expect(done.ok ? 'imported' : done.error.message, name).toContain(says);
    expect(await dump(opened.db), name).toBe(before);
  }
});

test('a file that is given up does not take along another that is read meanwhile', async () => {
  const { db, env } = await library();
  const calls = importsFor(db, env, () => Promise.resolve());
  const items = '[{"kind":"rejected","place":"line 1","value":"no title"}]';
  for (const id of ['first', 'second']) await calls['import.stage']({ id, page: 0, items }, {});
  await calls['import.cancel']({ id: 'first' }, {});
  expect(await calls['import.preview']({ id: 'second', page: 0 }, {})).toMatchObject({
    value: { rejected: [{ place: 'line 1' }] },
  });
});

test('two tabs read files at once, and each imports its own; files without an import are swept after a day', async () => {
  const { db, env } = await library();
  let later = 0;
  const calls = importsFor(db, { ...env, now: () => env.now() + later }, () => Promise.resolve());
  const stage = async (id: string, key: string) => {
    const value = bareDocument(key, `Ebb of ${key}`);
    await calls['import.begin']({ id }, {});
    const items = JSON.stringify([{ kind: 'paper', place: 'papers[0]', value }]);
    await calls['import.stage']({ id, page: 0, items }, {});
  };
  await stage('first', 'arxiv:2402.00001');
  await stage('second', 'arxiv:2402.00002');
  await stage('left', 'arxiv:2402.00003');
  const report = { ok: true, value: { new: 1, merged: 0, rejected: 0 } };
  for (const id of ['first', 'second'])
    expect(await calls['import.apply']({ id, opId: id }, {})).toEqual(report);
  // The first one's answer was lost; the second was done meanwhile.
  expect(await calls['import.apply']({ id: 'first', opId: 'first' }, {})).toEqual(report);
  expect(await db.staged.count()).toBe(1);
  later = 86_400_000 + 60_000;
  await calls['import.begin']({ id: 'next' }, {});
  expect(await db.staged.count()).toBe(0);
});

describe('an import that takes longer than one message may', () => {
  const ids = { id: 'x', opId: 'x' };
  const quietly = () => Promise.resolve();
  const staged = async () => {
    const opened = await library();
    const items = JSON.stringify([
      { kind: 'paper', place: 'papers[0]', value: bareDocument('arxiv:2402.00009', 'Ebb') },
    ]);
    await importsFor(opened.db, opened.env, quietly)['import.stage'](
      { id: 'x', page: 0, items },
      {},
    );
    return opened;
  };

  test('is asked for again, done once, and answered again where the answer was lost', async () => {
    const { db, env } = await staged();
    const calls = importsFor(db, env, quietly, 0);
    expect(await calls['import.apply'](ids, {})).toEqual({ ok: true, value: null });
    const call = ((name: keyof typeof calls, ask: never) =>
      calls[name](ask, {})) as unknown as Call<AppProtocol>;
    const report = { ok: true, value: { new: 1, merged: 0, rejected: 0 } };
    expect(await applyStaged(call, ids)).toEqual(report);
    const [rows, entries] = [await exportedText(db), await db.journal.count()];
    // Another worker, after the first was stopped: it knows nothing of the first.
    expect(await importsFor(db, env, quietly)['import.apply'](ids, {})).toEqual(report);
    expect([await exportedText(db), await db.journal.count()]).toEqual([rows, entries]);
  });

  test('is taken back in the same way, once', async () => {
    const { db, env } = await staged();
    const calls = importsFor(db, env, quietly, 0);
    expect(await importsFor(db, env, quietly)['import.apply'](ids, {})).toMatchObject({ ok: true });
    const ask = { opId: 'u', step: 'x' };
    expect(await calls['import.undo'](ask, {})).toEqual({ ok: true, value: null });
    const done = await untilDone(() => calls['import.undo'](ask, {}));
    expect(done).toMatchObject({ ok: true, value: { field: 'import', count: 1 } });
    const after = await exportedText(db);
    expect(await importsFor(db, env, quietly)['import.undo'](ask, {})).toMatchObject({ ok: true });
    expect(await exportedText(db)).toBe(after);
  });

  test('says so where what was read of the file is gone', async () => {
    const { db, env } = await staged();
    const before = await exportedText(db);
    await db.staged.clear();
    const done = await importsFor(db, env, quietly)['import.apply'](ids, {});
    expect(done).toMatchObject({ ok: false, error: { reason: 'missing' } });
    expect(await exportedText(db)).toBe(before);
  });
});

test('an import that the disk has no room for says so and leaves the library as it was', async () => {
  const opened = await library();
  const before = await dump(opened.db);
  opened.db.journal.hook('creating', () => {
    throw new Dexie.QuotaExceededError('The disk is full.');
  });
  const done = await pageOf(opened)(new Blob([await soundFile('csv')]), 'csv');
  expect(done.ok ? '' : done.error.reason).toBe('quota');
  expect(await dump(opened.db)).toBe(before);
});

const FORMATS = Object.keys(IMPORT_FORMATS) as ImportFormatId[];

/** A memory of two papers as PaperMemory exports it. */
const PAPER_MEMORY = JSON.stringify({
  __dataVersion: 10_100,
  ...Object.fromEntries(
    ['2401.00001', '2401.00002'].map((id) => [
      `Arxiv-${id}`,
      {
        id: `Arxiv-${id}`,
        source: 'arxiv',
        title: `Tides on Small Moons of Planet ${id}`,
        author: 'Ann Author and Bo Builder',
        year: '2024',
        bibtex: `@article{a${id}, title={Tides}, year={2024}}`,
        pdfLink: `https://arxiv.org/pdf/${id}.pdf`,
        addDate: '2024-01-07T09:12:33.120Z',
        lastOpenDate: '2024-01-09T18:00:01.004Z',
        favorite: true,
        favoriteDate: '2024-01-08T10:00:00.000Z',
        count: 3,
        tags: ['moons', 'to-read'],
        note: 'Compare with ours',
        codeLink: 'https://github.com/example/tides',
        code: {},
        extras: {},
      },
    ]),
  ),
});

/** Files of formats that are read and not written. */
const SOUND = {
  nbib: 'PMID- 31942072\nTI  - Tides of small moons and their\n      seas.\nFAU - Author, Ann B\nAB  - We count tides.\nLID - 10.1000/tides [doi]\n\nPMID- 25163760\nTI  - Rings of large moons, seen.\n',
  enw: '%0 Journal Article\n%T Tides of small moons and seas\n%A Author, Ann\n%X We count tides.\n%R 10.1000/tides\n\n%0 Book\n%T Rings of large moons, seen\n',
  wos: 'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Author, AB\n   Other, C\nTI Tides of small moons and\n   seas\nDI 10.1000/tides\nER\n\nEF\n',
};

/** A sound file of each format. */
async function soundFile(format: ImportFormatId): Promise<string> {
  if (format === 'gloss') return exportedText((await library()).db);
  if (format === 'papermemory') return PAPER_MEMORY;
  if (format === 'nbib' || format === 'enw' || format === 'wos') return SOUND[format];
  return fileOf(format, libraryOf(SAMPLE));
}

/** Values of a wrong kind, for any place. */
const ODD = ['null', '[]', '{}', '-1', '1e999', '"\\u0000"', '"\\ud800"', 'true', '[[[[]]]]', '""'];

/** A file with one thing changed: cut, doubled, with another sign or another value. */
const harmed = (file: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat({ max: file.length - 1 }),
      fc.nat({ max: 40 }),
      fc.constantFrom(...ODD, '{', '"', '\n', '}', '@', ',', '\u0000'),
    )
    .chain(([at, length, odd]) =>
      fc.constantFrom(
        file.slice(0, at),
        file.slice(0, at) + file.slice(at + length),
        file.slice(0, at) + odd + file.slice(at),
        file.slice(0, at) + odd + file.slice(at + 1),
        file.slice(0, at) + file.slice(Math.max(0, at - length)),
        // A value of the file's JSON in place of another.
        file.replace(
          new RegExp(`^([\\s\\S]{${Math.min(at, 60_000)}}[^:]*: ?)("[^"]*"|[\\d.]+|\\[|\\{)`),
          `$1${odd}`,
        ),
      ),
    );

describe.each(FORMATS)('a file of %s that was harmed', (format) => {
  test('is imported, or refused by one sentence with the library as it was', async () => {
    const file = await soundFile(format);
    let opened = await library();
    let before = await dump(opened.db);
    await fc.assert(
      fc.asyncProperty(harmed(file), async (text) => {
        const done = await pageOf(opened)(new Blob([text]), format);
        if (done.ok) {
          opened = await library();
          before = await dump(opened.db);
          return;
        }
        expect(done.error.message).toMatch(/^[^\n]{8,300}$/);
        expect(done.error.message).not.toMatch(/undefined|\[object|TypeError/);
        expect(await dump(opened.db)).toBe(before);
      }),
      { numRuns: 25 },
    );
  });
});
