import { describe, expect, test } from 'vitest';
import { readGloss } from '@/domain/import/gloss';
import { applyImport, Cancelled } from '@/storage/import/import';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { previewPage } from '@/storage/import/preview';
import { writeSightings } from '@/storage/sightings';
import { stagePage } from '@/storage/import/staging';
import { paperHistory } from '@/storage/steps/history';
import { redo, undo } from '@/storage/steps/undo';
import { exportedPapers, exportedText } from './exported';
import { machine, load, edited, wordsOf } from './machine';
import { valueOf } from './open';

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
