import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { GlossDatabase } from '@/storage/db';
import { byRules } from '@/storage/opening';
import { exportedText } from '../exported';
import { dump, type RawDatabase, restore } from './raw';

globalThis.IDBKeyRange = IDBKeyRange;

const folder = import.meta.dirname;
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const VERSIONS = readdirSync(folder).flatMap(
  (name) => /^version-(\d+)\.json$/.exec(name)?.[1] ?? [],
);

const open = (factory: IDBFactory): GlossDatabase =>
  new GlossDatabase('gloss', byRules(factory, { mayCreate: false }));

async function fixture(version: string) {
  const factory = new IDBFactory();
  await restore(factory, 'gloss', read(`version-${version}.json`) as RawDatabase);
  return factory;
}

/** The ladder with a further step that breaks midway. */
class Broken extends GlossDatabase {
  constructor(factory: IDBFactory) {
    super('gloss', byRules(factory, { mayCreate: false }));
    this.version(this.verno + 1)
      .stores({ later: 'id' })
      .upgrade(async (upgrade) => {
        await upgrade.table('papers').clear();
        throw new Error('Interrupted.');
      });
  }
}

test('every version up to the current one has a fixture', () => {
  const current = new GlossDatabase('unopened').verno;
  expect(VERSIONS.map(Number).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: current }, (_, at) => at + 1),
  );
});

describe.each(VERSIONS)('a library that version %s wrote', (version) => {
  test('is opened with nothing lost', async () => {
    const db = open(await fixture(version));
    expect(JSON.parse(await exportedText(db))).toMatchObject(
      read(`version-${version}.export.json`) as object,
    );
    const { stores } = read(`version-${version}.json`) as RawDatabase;
    expect(await db.journal.count()).toBe(stores['journal']?.rows.length);
  });

  test('is as it was after an upgrade that was interrupted', async () => {
    const factory = await fixture(version);
    const before = await dump(factory, 'gloss');
    const broken = new Broken(factory);
    await expect(broken.open()).rejects.toThrow('Interrupted');
    broken.close();
    expect(await dump(factory, 'gloss')).toEqual(before);
    expect(await open(factory).papers.count()).toBe(before.stores['papers']?.rows.length);
  });
});
