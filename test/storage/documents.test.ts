import { describe, expect, it } from 'vitest';
import { addHighlight, writeStatus, writeTag } from '@/storage/steps/actions';
import { documentsAfter } from '@/storage/read/documents';
import { passRevision } from '@/storage/mark';
import { ALL_PAPERS } from '@/storage/revisions';
import { saveSettings } from '@/storage/settings';
import { renameTag } from '@/storage/steps/tags';
import { revisionOf } from '@/storage/told';
import { openLibrary, refOf } from './open';

describe('what search reads of the library', () => {
  it('is each paper that was written since, once, and what was deleted', async () => {
    const { db, env } = openLibrary();
    for (const name of ['a', 'b', 'c'])
      await writeStatus(db, env, { opId: name, paper: refOf([`arxiv:${name}`]), status: 'saved' });
    const first = await documentsAfter(db, 0, 10);
    expect(first.documents.map(({ id }) => id)).toEqual(['arxiv:a', 'arxiv:b', 'arxiv:c']);
    expect((await documentsAfter(db, first.rev, 10)).documents).toEqual([]);

    await writeTag(db, env, { opId: 't', paper: refOf(['arxiv:a']), name: 'Tides', on: true });
    const second = await documentsAfter(db, first.rev, 10);
    expect(second.documents.map(({ id, tags }) => [id, tags])).toEqual([['arxiv:a', ['tides']]]);

    await writeStatus(db, env, { opId: 'u', paper: refOf(['arxiv:b']), status: null });
    await db.papers.delete('arxiv:c');
    const third = await documentsAfter(db, second.rev, 10);
    expect(third.documents).toEqual([]);
    expect(third.gone.toSorted()).toEqual(['arxiv:b', 'arxiv:c']);

    await db.papers.clear();
    expect((await documentsAfter(db, third.rev, 10)).gone).toEqual([ALL_PAPERS]);
  });

  it('comes in batches that leave nothing out', async () => {
    const { db, env } = openLibrary();
    for (let index = 0; index < 25; index += 1)
      await writeStatus(db, env, {
        opId: `s${index}`,
        paper: refOf([`arxiv:${index}`]),
        status: 'saved',
      });
    await db.papers.bulkDelete(['arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:6']);
    const seen = new Set<string>();
    let rev = 0;
    for (let round = 0; round < 20; round += 1) {
      const batch = await documentsAfter(db, rev, 3);
      for (const id of batch.gone) seen.delete(id);
      for (const { id } of batch.documents) seen.add(id);
      if (batch.rev === rev) break;
      rev = batch.rev;
    }
    expect(seen.size).toBe(21);
  });

  it('is no tag and no setting, though their writes are numbered too', async () => {
    const { db, env } = openLibrary();
    await writeTag(db, env, { opId: 't', paper: refOf(['arxiv:a']), name: 'Tides', on: true });
    const before = await revisionOf(db);
    await renameTag(db, env, { opId: 'r', id: 'tides', name: 'Ebb' });
    const renamed = await revisionOf(db);
    expect(renamed).toBeGreaterThan(before);
    await saveSettings(db, env, { isPrinted: true });
    expect(await revisionOf(db)).toBeGreaterThan(renamed);
    expect(await documentsAfter(db, before, 10)).toMatchObject({ documents: [], gone: [] });
  });

  it('is numbered above what a library that was lost had come to', async () => {
    const { db, env } = openLibrary();
    const paper = refOf(['arxiv:a']);
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    await passRevision(db, { library: 'l', rev: 70, at: 1, papers: 1, countedRev: 70, schema: 2 });
    const passed = await revisionOf(db);
    await writeStatus(db, env, { opId: 'b', paper, status: 'read' });
    expect((await documentsAfter(db, passed, 10)).documents).toHaveLength(1);
  });

  it('goes on counting after the library was opened again', async () => {
    const { db, env } = openLibrary();
    const paper = refOf(['arxiv:a']);
    await writeStatus(db, env, { opId: 'a', paper, status: 'saved' });
    const { rev } = await documentsAfter(db, 0, 10);
    db.close();
    await db.open();
    const highlight = {
      id: 'h',
      field: 'abstract' as const,
      quote: { exact: 'tides', prefix: '', suffix: '' },
      position: { start: 0, end: 5 },
      colour: 'amber' as const,
      comment: 'why',
      source: '',
      createdAt: 1,
    };
    await addHighlight(db, env, { opId: 'h', paper, highlight });
    const next = await documentsAfter(db, rev, 10);
    expect(next.documents[0]?.highlights).toEqual(['tides', 'why']);
    expect(next.rev).toBeGreaterThan(rev);
  });
});
