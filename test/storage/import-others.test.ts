import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { readGloss } from '@/domain/import/gloss';
import type { OtherChange } from '@/domain/import/others';
import { LIMITS } from '@/domain/limits';
import { BackupDatabase } from '@/storage/backup/db';
import { otherFiles, syncFolder, takeFile } from '@/storage/backup/folder';
import { replaceByBackup } from '@/storage/backup/restore';
import { backUpNow } from '@/storage/backup/write';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport } from '@/storage/import/import';
import { previewPage } from '@/storage/import/preview';
import { stagePage } from '@/storage/import/staging';
import { exportHead } from '@/storage/read/export';
import { listTags } from '@/storage/read/tags';
import { listSearches, saveSearch } from '@/storage/searches';
import { loadSettings, saveSettings } from '@/storage/settings';
import { writeTag } from '@/storage/steps/actions';
import { redo, undo } from '@/storage/steps/undo';
import { folderInMemory } from './folder';
import { openLibrary, refOf, valueOf } from './open';
import { readBackup } from './whole-backup';

interface Library {
  db: GlossDatabase;
  env: Environment;
}

const LATER = '0lqzzzzzz-0000-other';
const shared = (key: string, value: unknown) => ({ key, value, stamp: LATER });

/** Reads a file up to the person's word; gives what they are told. */
async function look({ db, env }: Library, id: string, file: object) {
  const whole = { format: 'gloss', version: 1, minReader: 1, papers: [], ...file };
  const items = await Array.fromAsync(readGloss([JSON.stringify(whole)]));
  await valueOf(stagePage(db, env, { id, page: 0, items }));
  return previewPage(db, env.now(), { id, page: 0 });
}

async function take(library: Library, id: string, file: object) {
  const preview = await look(library, id, file);
  const { report } = await applyImport(library.db, library.env, { id, opId: id });
  return { preview, report };
}

let opened = 0;
const openBackups = () =>
  new BackupDatabase(`others-backups${(opened += 1)}`, { indexedDB, IDBKeyRange });

/** A library whose person chose something of everything. */
async function chosen(): Promise<Library> {
  const library = openLibrary();
  const { db, env } = library;
  await saveSettings(db, env, { muted: ['survey', 'poster'] });
  const search = { id: 's1', name: 'Mine', query: 'tag:moons', sort: '' };
  await saveSearch(db, env, { id: 's1', search });
  const paper = refOf(['arxiv:2401.00001']);
  await writeTag(db, env, { opId: 't', paper, name: 'Moons', on: true });
  return library;
}

const choicesOf = async ({ db }: Library) => ({
  settings: await loadSettings(db),
  searches: await listSearches(db),
  tags: (await listTags(db)).map(({ name }) => name),
});

const change = (field: OtherChange['field'], from: string, to: string, name = ''): OtherChange => ({
  field,
  name,
  from,
  to,
});

describe('what a file changes beside papers', () => {
  const file = {
    shared: [
      shared('settings:muted', ['survey', 'the']),
      shared('settings:isCompleting', true),
      shared('settings:isDiscreet', true),
      shared('settings:keys', { save: 'd', dismiss: 's' }),
      shared('settings:treatments', { seen: 'fold' }),
      shared('settings:sites', { 'arxiv.org': { isOff: true, isCollapsed: true } }),
      shared('search:s1', null),
      shared('topic:a b', { name: 'Tides' }),
    ],
    tags: [
      {
        id: 'moons',
        name: 'Moons',
        colour: 0,
        usedAt: 1,
        removed: true,
        stamps: { removed: LATER },
      },
      { id: 'seas', name: 'Seas', colour: 0, usedAt: 1, stamps: { name: LATER } },
    ],
  };
  const told = [
    change('tag', 'Moons', ''),
    change('muted', '', 'the'),
    change('muted', 'poster', ''),
    change('isDiscreet', 'off', 'on'),
    change('keys', 's', 'd', 'save'),
    change('keys', 'd', 's', 'dismiss'),
    change('treatments', 'show', 'fold', 'seen'),
    change('siteOff', '', 'arxiv.org'),
    change('sites', '', 'arxiv.org'),
    change('search', 'Mine: tag:moons', ''),
    change('topic', '', 'Tides'),
  ];

  test('is named before it is imported, counted after, and taken back by undo', async () => {
    const library = await chosen();
    const before = await choicesOf(library);
    const { preview, report } = await take(library, 'i', file);
    expect(preview.others).toHaveLength(told.length);
    expect(preview.others).toEqual(expect.arrayContaining(told));
    expect(preview.otherChanges).toBe(told.length);
    expect(report).toEqual({ new: 0, merged: 0, rejected: 0, others: told.length });
    expect((await choicesOf(library)).settings.muted).toEqual(['survey', 'the']);
    expect((await look(library, 'again', file)).others).toEqual([]);
    await valueOf(undo(library.db, library.env, 'u', 'i'));
    expect(await choicesOf(library)).toEqual(before);
  });

  test('is never that Gloss asks services for what papers lack, nor by a file of a folder', async () => {
    const [library, elsewhere] = [openLibrary(), openLibrary()];
    const { db, env } = library;
    await take(library, 'i', file);
    expect((await loadSettings(db)).isCompleting).toBe(false);
    await saveSettings(elsewhere.db, elsewhere.env, { isCompleting: true, isPrinted: true });
    const [backups, read, { folder }] = [openBackups(), openBackups(), folderInMemory()];
    await backUpNow(elsewhere.db, backups, elsewhere.env, 'asked');
    await syncFolder(backups, folder);
    const [name = ''] = await otherFiles(read, folder);
    const { id } = await valueOf(takeFile(read, folder, env, name));
    await replaceByBackup(db, read, env, { opId: 'r', id });
    expect(await loadSettings(db)).toMatchObject({ isCompleting: false, isPrinted: true });
    // A backup of this very browser brings back what was chosen in it.
    const own = await backUpNow(elsewhere.db, backups, elsewhere.env, 'asked');
    await replaceByBackup(elsewhere.db, backups, elsewhere.env, { opId: 'r', id: own });
    expect((await loadSettings(elsewhere.db)).isCompleting).toBe(true);
  });
});

test('a search that is longer than a person can keep is kept for no list', async () => {
  const library = await chosen();
  const search = { name: 'Deep', query: '('.repeat(2_000), sort: '' };
  await take(library, 'i', { shared: [shared('search:s2', search)] });
  expect((await listSearches(library.db)).map(({ name }) => name)).toEqual(['Mine']);
});

describe('sections of a newer version', () => {
  const sectionsOf = async ({ db }: Library) => (await exportHead(db)).extra ?? {};
  const half = 'x'.repeat(LIMITS.sections / 2 + 1);

  test('are told, taken back by undo, and come again by redo', async () => {
    const library = openLibrary();
    const { db, env } = library;
    await take(library, 'first', { reading: { a: 1 }, other: null });
    const { preview } = await take(library, 'second', { reading: { b: 2 }, lists: [1, 2] });
    expect(preview.others).toEqual([
      change('section', '', 'lists'),
      change('section', '', 'reading'),
    ]);
    const after = { reading: { b: 2 }, other: null, lists: [1, 2] };
    expect(await sectionsOf(library)).toEqual(after);
    await valueOf(undo(db, env, 'u', 'second'));
    expect(await sectionsOf(library)).toEqual({ reading: { a: 1 }, other: null });
    await valueOf(redo(db, env, 'r'));
    expect(await sectionsOf(library)).toEqual(after);
    await valueOf(undo(db, env, 'v', 'first'));
    expect(await sectionsOf(library)).toEqual({ reading: { b: 2 }, lists: [1, 2] });
  });

  test.each<[string, object]>([
    ['long', { long: 'x'.repeat(LIMITS.sections) }],
    ['list', { list: Array.from({ length: 50 }, () => 'x'.repeat(LIMITS.sections / 40)) }],
    ['b', { a: half, b: half }],
    ['shared[0]', { shared: [shared('topic:a', 'x'.repeat(LIMITS.value))] }],
  ])('that are too large are left out by name (%s); all else is taken in', async (name, file) => {
    const library = openLibrary();
    const { preview, report } = await take(library, 'i', { ...file, small: 1 });
    expect(preview.rejected).toEqual([
      { place: name, reason: 'more than this Gloss keeps of what it does not know (4 MB)' },
    ]);
    expect(report.rejected).toBe(1);
    expect(await sectionsOf(library)).toMatchObject({ small: 1 });
    expect(JSON.stringify(await exportHead(library.db)).length).toBeLessThan(LIMITS.sections);
  });

  test('find no more room than there is beside those of earlier files', async () => {
    const library = openLibrary();
    await take(library, 'i', { a: half });
    const { preview, report } = await take(library, 'j', { b: half, c: 1 });
    expect(preview.rejected.map(({ place }) => place)).toEqual(['b']);
    expect(report).toMatchObject({ rejected: 1, others: 1 });
    expect(Object.keys(await sectionsOf(library)).toSorted()).toEqual(['a', 'c']);
  });

  test('are those of the backup that replaces a library, however large an older version let them be', async () => {
    const library = openLibrary();
    const { db, env } = library;
    await db.settings.put({ key: 'extra', value: { large: 'x'.repeat(LIMITS.sections + 1) } });
    const backups = openBackups();
    const id = await backUpNow(db, backups, env, 'asked');
    await db.settings.put({ key: 'extra', value: { since: 1 } });
    await replaceByBackup(db, backups, env, { opId: 'r', id });
    expect(Object.keys(await sectionsOf(library))).toEqual(['large']);
    expect(await readBackup(backups, id)).toMatchObject({ extra: { large: expect.any(String) } });
  });
});
