import type { SegmentHead, Segment } from '@/domain/search/segment';
import { answerOf } from '@/storage/read/request';
import { hasRoom } from '@/storage/room';

/*
 * Where the search index is kept: a database of its own beside the library's, so that the index, which can be
 * made again at any time, is never in the way of a write to the library, and needs no step of its schema.
 */

/** Changes with the form of the index; one of another form is thrown away. */
const FORM = 2;
const NAME = 'gloss-search';
const HEADS = 'heads';
const BLOCKS = 'blocks';
const DEAD = 'dead';
const STATE = 'state';

/** How far the index is. */
export interface IndexState {
  form: number;
  /** Highest revision of the library that is in it. */
  rev: number;
  /** Number of the next segment. */
  next: number;
  segments: number[];
  /** Rises with every write, so that another worker sees that it must read again. */
  serial: number;
}

export const EMPTY: IndexState = { form: FORM, rev: 0, next: 1, segments: [], serial: 0 };

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    for (const end of ['abort', 'error'])
      transaction.addEventListener(end, () =>
        reject(transaction.error ?? new Error('Not written.')),
      );
  });

/** Reads the index. */
const readingOf = (db: IDBDatabase) => ({
  async state(): Promise<IndexState> {
    const store = db.transaction(STATE).objectStore(STATE);
    const known = (await answerOf(store.get(STATE))) as IndexState | undefined;
    return known?.form === FORM ? known : { ...EMPTY, serial: (known?.serial ?? 0) + 1 };
  },

  /** Heads and dead papers of segments; `undefined` where one was merged away meanwhile. */
  async heads(
    ids: readonly number[],
  ): Promise<({ head: SegmentHead; dead: number[] } | undefined)[]> {
    const transaction = db.transaction([HEADS, DEAD]);
    const [heads, dead] = [transaction.objectStore(HEADS), transaction.objectStore(DEAD)];
    return Promise.all(
      ids.map(async (id) => {
        const [head, places] = await Promise.all([answerOf(heads.get(id)), answerOf(dead.get(id))]);
        return head && { head: head as SegmentHead, dead: (places as number[] | undefined) ?? [] };
      }),
    );
  },

  async blocks(segment: number, numbers: readonly number[]): Promise<Uint8Array[]> {
    const store = db.transaction(BLOCKS).objectStore(BLOCKS);
    return Promise.all(
      numbers.map(async (number) => {
        const block = (await answerOf(store.get([segment, number]))) as Uint8Array | undefined;
        if (!block) throw new Error('The segment was merged away.');
        return block;
      }),
    );
  },
});

/** Writes the index, each time all of a change or nothing. */
const writingOf = (db: IDBDatabase, isRoom: () => Promise<boolean>) => ({
  /** Writes what changed in one transaction: it is there whole or not at all. */
  async commit(
    state: IndexState,
    change: {
      added?: Segment;
      removed?: readonly number[];
      dead?: ReadonlyMap<number, number[]>;
    },
  ): Promise<void> {
    if (!(await isRoom())) throw new Error('The disk is full.');
    const transaction = db.transaction([HEADS, BLOCKS, DEAD, STATE], 'readwrite');
    const store = (which: string): IDBObjectStore => transaction.objectStore(which);
    if (change.added) {
      const { head, blocks } = change.added;
      store(HEADS).put(head, head.id);
      blocks.forEach((block, number) => store(BLOCKS).put(block, [head.id, number]));
    }
    for (const [id, places] of change.dead ?? []) store(DEAD).put(places, id);
    for (const id of change.removed ?? []) {
      store(HEADS).delete(id);
      store(DEAD).delete(id);
      store(BLOCKS).delete(IDBKeyRange.bound([id], [id, []]));
    }
    store(STATE).put(state, STATE);
    await endOf(transaction);
  },

  async clear(state: IndexState): Promise<void> {
    const names = [HEADS, BLOCKS, DEAD, STATE];
    const transaction = db.transaction(names, 'readwrite');
    for (const which of names) transaction.objectStore(which).clear();
    transaction.objectStore(STATE).put(state, STATE);
    await endOf(transaction);
  },
});

export type IndexStore = Awaited<ReturnType<typeof openStore>>;

/** Opens the index's database. */
export async function openStore(factory: IDBFactory, database = NAME, isRoom = hasRoom) {
  const opening = factory.open(database, 1);
  opening.addEventListener('upgradeneeded', () => {
    for (const store of [HEADS, BLOCKS, DEAD, STATE]) opening.result.createObjectStore(store);
  });
  const db = await answerOf(opening);
  // A newer Gloss may want to change the form of the database.
  db.addEventListener('versionchange', () => db.close());

  return { ...readingOf(db), ...writingOf(db, isRoom), close: (): void => db.close() };
}
