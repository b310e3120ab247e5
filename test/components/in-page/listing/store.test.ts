import { describe, expect, it } from 'vitest';
import { createStore } from '@/components/in-page/listing/store';
import { type PaperState, type Status, unknownState } from '@/domain/paper/paper';
import { ok } from '@/domain/result';
import { entryOf } from '../listed';

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
    await store.load([entryOf('A telling title about graphs')]).known;
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
    await store.load([entryOf('A telling title about graphs')]).known;
    const [item] = store.listed;
    if (!item) throw new Error('nothing is listed');
    const first = store.setStatus(item, 'saved');
    const second = store.setStatus(item, null);
    expect(store.statusToBe(item)).toBeNull();
    answerAll();
    await Promise.all([first, second]);
    expect(store.statusToBe(item)).toBe(item.state.status);
  });
});

describe('what is told of a paper in another order than it was written', () => {
  const KEY = 'title:a telling title about graphs';
  const state = (rev: number, status: Status) => ({
    ...unknownState([KEY]),
    id: 'p1',
    status,
    rev,
  });
  const told = async (...states: PaperState[]) => {
    const { store } = slowBackground();
    await store.load([entryOf('A telling title about graphs')]).known;
    for (const one of states) store.apply([one]);
    return store.listed[0]?.state.status;
  };

  it('ends with the last that was written', async () => {
    expect(await told(state(1, 'saved'), state(2, 'read'))).toBe('read');
    expect(await told(state(2, 'read'), state(1, 'saved'))).toBe('read');
  });

  it('takes the same again: a tag of it may have another name', async () => {
    expect(await told(state(2, 'read'), state(2, 'saved'))).toBe('saved');
  });

  it('is not undone by an answer that was on its way', async () => {
    let answer = (): void => undefined;
    const store = createStore({
      newId: () => 'op',
      changed: () => undefined,
      call: (async () => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return ok([state(1, 'saved')]);
      }) as never,
    });
    const { known } = store.load([entryOf('A telling title about graphs')]);
    store.apply([state(2, 'read')]);
    answer();
    await known;
    expect(store.listed[0]?.state.status).toBe('read');
  });
});
