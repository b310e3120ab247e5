import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Query } from '@/domain/query/query';
import { findByReading } from '@/domain/query/reference';
import { type LibrarySource, SearchEngine } from '@/search/engine';
import { openStore } from '@/search/store';
import { chance, contextOf, paperAt } from '../domain/query/papers';

globalThis.IDBKeyRange ??= IDBKeyRange;

const word = (text: string): Query => ({ is: 'words', field: null, text, isQuoted: false });

/** A library in memory, whose papers are written and deleted by number. */
function libraryOf() {
  const rows = new Map<string, { rev: number; paper: ReturnType<typeof paperAt> | null }>();
  let rev = 0;
  const documents = () =>
    [...rows.values()].toSorted((a, b) => a.rev - b.rev).flatMap(({ paper }) => paper ?? []);
  const source: LibrarySource = {
    all: '*',
    after: async (since, limit) => {
      const taken = [...rows]
        .filter(([, row]) => row.rev > since)
        .toSorted(([, a], [, b]) => a.rev - b.rev)
        .slice(0, limit);
      return {
        documents: taken.flatMap(([, { paper }]) => paper ?? []),
        gone: taken.flatMap(([id, { paper }]) => (paper ? [] : id)),
        rev: taken.at(-1)?.[1].rev ?? since,
      };
    },
    context: async () => contextOf(documents()),
  };
  return {
    source,
    documents,
    write: (index: number, seed: number) => {
      const paper = paperAt(index, seed);
      rows.set(paper.id, { rev: (rev += 1), paper });
    },
    remove: (index: number) => rows.set(paperAt(index).id, { rev: (rev += 1), paper: null }),
    clear: () => {
      rows.clear();
      rows.set('*', { rev: (rev += 1), paper: null });
    },
  };
}

let opened = 0;
const storeName = () => `search${(opened += 1)}`;
const engineOf = async (source: LibrarySource, name: string) => {
  const engine = new SearchEngine(
    await openStore(indexedDB, name, () => Promise.resolve(true)),
    source,
    (work) => work(),
    async () => undefined,
  );
  await engine.load();
  return engine;
};

const found = async (engine: SearchEngine, query: Query) => {
  const { ids, count } = await engine.search(query, 'newest');
  return ids(0, count).toSorted();
};

describe('the search engine', () => {
  it('answers as reading does after any run of writes and deletions, and after it was opened again', async () => {
    const [{ source, documents, write, remove }, name] = [libraryOf(), storeName()];
    const next = chance(5);
    const engine = await engineOf(source, name);
    for (let round = 0; round < 60; round += 1) {
      for (let left = next(12); left >= 0; left -= 1)
        if (next(4) === 0) remove(next(90));
        else write(next(90), round);
      await engine.update();
    }
    const again = await engineOf(source, name);
    expect(again.size).toBe(documents().length);
    for (const query of [EVERYTHING, word('tid'), word('学习'), word('grippres')]) {
      const expected = findByReading(query, documents(), contextOf(documents())).toSorted();
      expect(await found(engine, query)).toEqual(expected);
      expect(await found(again, query)).toEqual(expected);
    }
  });

  it('reads what another worker wrote, also when the segments it knew are gone', async () => {
    const [{ source, documents, write }, name] = [libraryOf(), storeName()];
    const [one, other] = [await engineOf(source, name), await engineOf(source, name)];
    for (let index = 0; index < 40; index += 1) {
      write(index, 1);
      await one.update();
      if (index === 20) await other.load();
    }
    const expected = findByReading(word('moon'), documents(), contextOf(documents())).toSorted();
    expect(await found(other, word('moon'))).toEqual(expected);
    await other.update();
    expect(await found(other, word('moon'))).toEqual(expected);
  });

  it('stops counting for a search that is not shown any more', async () => {
    const { source, write } = libraryOf();
    const engine = await engineOf(source, storeName());
    for (let index = 0; index < 20; index += 1) write(index, 1);
    await engine.update();
    const { count, facets } = await engine.search(EVERYTHING, 'newest');
    const { status } = (await facets())!;
    expect(Object.values(status).reduce((sum, papers) => sum + papers, 0)).toBe(count);
    expect(await facets(() => false)).toBeNull();
  });

  it('forgets everything with the library', async () => {
    const { source, write, clear } = libraryOf();
    const engine = await engineOf(source, storeName());
    write(1, 1);
    await engine.update();
    clear();
    write(2, 1);
    await engine.update();
    expect(engine.size).toBe(1);
  });
});
