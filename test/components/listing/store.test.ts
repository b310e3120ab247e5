import { describe, expect, it } from 'vitest';
import { createStore } from '@/components/listing/store';
import type { IdentifiedEntry } from '@/domain/entry';
import { unknownState } from '@/domain/paper';
import { ok } from '@/domain/result';

const entry = (title: string): IdentifiedEntry =>
  ({
    title,
    abstract: '',
    authors: [],
    ids: {},
    links: [],
    titlePlace: [{ node: {} }],
    abstractPlace: [],
    identity: { ids: {}, title, opening: '' },
    listing: { url: 'https://example.org/list', site: 'test' },
  }) as unknown as IdentifiedEntry;

/** A background that answers when it is told to. */
function slowBackground() {
  const waiting: (() => void)[] = [];
  let ids = 0;
  const store = createStore({
    newId: () => `op${(ids += 1)}`,
    changed: () => undefined,
    call: (async (name: string, ask: { papers?: unknown[]; status?: 'saved' }) => {
      if (name === 'page.states') return ok(ask.papers?.map(() => unknownState()) ?? []);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return ok({ ...unknownState(), status: ask.status ?? null });
    }) as never,
  });
  const answerAll = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  return { store, answerAll };
}

describe('a decision that the disk has not answered yet', () => {
  it('counts for the next one, and shows only once it is stored', async () => {
    const { store, answerAll } = slowBackground();
    await store.load([entry('A telling title about graphs')]).known;
    const [item] = store.listed;
    if (!item) throw new Error('nothing is listed');
    const saving = store.setStatus(item, 'saved');
    expect(store.statusToBe(item)).toBe('saved');
    expect(item.state.status).toBeNull();
    answerAll();
    await saving;
    expect(store.statusToBe(item)).toBe(item.state.status);
  });

  it('is replaced by a later one, whichever is answered first', async () => {
    const { store, answerAll } = slowBackground();
    await store.load([entry('A telling title about graphs')]).known;
    const [item] = store.listed;
    if (!item) throw new Error('nothing is listed');
    const first = store.setStatus(item, 'saved');
    const second = store.setStatus(item, null);
    expect(store.statusToBe(item)).toBeNull();
    answerAll();
    await Promise.all([first, second]);
    expect(store.statusToBe(item)).toBe(item.state.status);
  });

  it('is waited for by whoever needs all of them stored', async () => {
    const { store, answerAll } = slowBackground();
    await store.load([entry('A telling title about graphs')]).known;
    const [item] = store.listed;
    if (!item) throw new Error('nothing is listed');
    const done: string[] = [];
    void store.setStatus(item, 'read').then(() => done.push('read'));
    const settled = store.settled().then(() => done.push('settled'));
    await Promise.resolve();
    expect(done).toEqual([]);
    answerAll();
    await settled;
    expect(done).toEqual(['read', 'settled']);
  });
});
