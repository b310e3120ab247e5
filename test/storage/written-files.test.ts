import fc from 'fast-check';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { exportFile, type ExportScope } from '@/components/app/transfer/export';
import { admitItem } from '@/domain/import/incoming';
import { readGloss } from '@/domain/import/gloss';
import { PAGE_WEIGHT } from '@/domain/limits';
import { ok } from '@/domain/result';
import { libraryHandlers } from '@/entrypoints/background/library';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { BackupDatabase } from '@/storage/backup/db';
import { otherFiles, syncFolder } from '@/storage/backup/folder';
import { unpack } from '@/storage/backup/compress';
import { backUpNow } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport } from '@/storage/import/import';
import { stagePage } from '@/storage/import/staging';
import { bareDocument } from './bare';
import { folderInMemory } from './folder';
import { openLibrary } from './open';

interface Opened {
  db: GlossDatabase;
  env: Environment;
}

const GLOSS = { format: 'gloss', version: 1, minReader: 1 };
const STAMP = '0lq5zzzzz-0000-other';

async function take({ db, env }: Opened, file: object): Promise<void> {
  const items = await Array.fromAsync(readGloss([JSON.stringify({ ...GLOSS, ...file })]));
  expect(await stagePage(db, env, { id: 'i', page: 0, items })).toEqual(ok(null));
  await applyImport(db, env, { id: 'i', opId: 'i' });
}

/** What the Export button writes, and the longest answer on the way. */
async function exported({ db, env }: Opened, scope: ExportScope = { kind: 'all' }) {
  const handlers = libraryHandlers(db, env);
  let longest = 0;
  const call = (async (name: keyof typeof handlers, ask: never) => {
    const answer: unknown = await handlers[name](ask, {});
    longest = Math.max(longest, JSON.stringify(answer).length);
    return answer;
  }) as Call<AppProtocol>;
  const job = { call, target: 'gloss', scope, now: new Date(0) } as const;
  const { signal } = new AbortController();
  const done = await exportFile({ ...job, progress: () => undefined, signal });
  if (!done.ok) throw new Error(done.error.message);
  return { text: await done.value.blob.text(), longest };
}

let opened = 0;

/** The file that a backup has in a folder. */
async function kept({ db, env }: Opened): Promise<string> {
  const backups = new BackupDatabase(`written${(opened += 1)}`, { indexedDB, IDBKeyRange });
  const { folder, files } = folderInMemory();
  await backUpNow(db, backups, env, 'asked');
  await syncFolder(backups, folder);
  await backups.files.clear();
  const [name = ''] = await otherFiles(backups, folder);
  return JSON.stringify(await unpack(files.get(name)!));
}

/** A file's items as the border lets them in. */
const itemsIn = async (text: string) =>
  (await Array.fromAsync(readGloss([text]))).map(admitItem).map(({ kind, value }) => [kind, value]);

/** What a head may hold that looks like another part of the file. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constant({ papers: [] }),
  fc.constant('"papers":['),
  fc.constant([{ name: 'x', papers: [], sightings: [] }]),
);

test('a file that is written, by the button or into a folder, can be read whatever newer versions left in its head', async () => {
  await fc.assert(
    fc.asyncProperty(odd, odd, odd, async (section, value, more) => {
      const library = openLibrary();
      const tag = { id: 'a', name: 'A', colour: 0, usedAt: 1, stamps: { name: STAMP } };
      await take(library, {
        reading: section,
        tags: [{ ...tag, more }],
        shared: [{ key: 'topic:x', value, stamp: STAMP }],
        papers: [bareDocument('arxiv:2401.00001', 'Tides on small moons')],
      });
      const written = (await exported(library)).text;
      expect(await itemsIn(written)).toEqual(await itemsIn(await kept(library)));
      const plain = (json: unknown): unknown => JSON.parse(JSON.stringify(json));
      expect(JSON.parse(written)).toMatchObject({
        reading: plain(section),
        tags: [{ more: plain(more) }],
        shared: [{ value: plain(value) }],
        papers: [{ id: 'arxiv:2401.00001' }],
      });
    }),
    { numRuns: 30 },
  );
});

describe('what is longer than a message may be', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `arxiv:2301.${String(10_000 + index)}`);
  const abstract = 'word '.repeat(39_000);

  test.each<[string, ExportScope]>([
    ['all papers', { kind: 'all' }],
    ['chosen papers', { kind: 'ids', ids }],
  ])('is exported in answers that are short enough: %s', async (_, scope) => {
    const library = openLibrary();
    const papers = ids.map((id) => ({ ...bareDocument(id, `Paper ${id}`), abstract }));
    await take(library, { papers });
    const { text, longest } = await exported(library, scope);
    expect((JSON.parse(text) as { papers: { id: string }[] }).papers.map(({ id }) => id)).toEqual(
      ids,
    );
    expect(longest).toBeLessThan(PAGE_WEIGHT * 1.1);
  });

  test('is shown in pages that go on where the one before ended', async () => {
    const library = openLibrary();
    const papers = ids.map((id, at) => ({
      ...bareDocument(id, `Paper ${id}`),
      abstract,
      status: 'saved' as const,
      savedAt: 1 + Math.floor(at / 3),
    }));
    await take(library, { papers });
    const handlers = libraryHandlers(library.db, library.env);
    const shown: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await handlers['library.newest']({ after, limit: 500 }, {});
      if (!page.ok) throw new Error(page.error.message);
      expect(JSON.stringify(page).length).toBeLessThan(PAGE_WEIGHT * 1.1);
      shown.push(...page.value.papers.map(({ id }) => id));
      after = page.value.next;
      if (after === null) break;
    }
    expect(shown.toSorted()).toEqual(ids);
    const first = await handlers['library.papers']({ ids }, {});
    expect(first).toMatchObject({ ok: true, value: { next: expect.stringMatching(/^arxiv:/) } });
  });

  test('a head comes in pages, and is whole in the file', async () => {
    const library = openLibrary();
    const shared = Array.from({ length: 12 }, (_, at) => ({
      key: `topic:${at}`,
      value: 'x'.repeat(1_000_000),
      stamp: STAMP,
    }));
    await take(library, { reading: { a: 1 }, shared, papers: [] });
    const { text, longest } = await exported(library);
    const head = JSON.parse(text) as { shared: { key: string }[] };
    expect(head.shared.map(({ key }) => key).toSorted()).toEqual(
      shared.map(({ key }) => key).toSorted(),
    );
    expect(head).toMatchObject({ reading: { a: 1 } });
    expect(longest).toBeLessThan(PAGE_WEIGHT * 1.1);
  });
});
