import { describe, expect, it } from 'vitest';
import { createStore } from '@/components/in-page/listing/entries/store';
import { type PaperState, type Status, unknownState } from '@/domain/paper/paper';
import { ok } from '@/domain/result';
import { entryOf, listedOf } from '../../listed';

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

describe('entries whose marks are drawn already', () => {
  it('stay the same objects, and their states are asked for', async () => {
    const asked: unknown[] = [];
    const drawn = listedOf({}, {}).map((item) => ({ ...item, state: unknownState() }));
    const [first, second] = drawn;
    if (!first || !second) throw new Error('nothing is drawn');
    const store = createStore({
      drawn,
      newId: () => 'op',
      changed: () => undefined,
      call: (async (_: string, { papers }: { papers: unknown[] }) => {
        asked.push(...papers);
        return ok(papers.map(() => ({ ...unknownState(), rev: 1, status: 'saved' })));
      }) as never,
    });
    // Meanwhile the page shows another paper in the second row.
    const read = entryOf(first.entry.title, { titlePlace: first.entry.titlePlace });
    const other = entryOf('Another telling title', { titlePlace: second.entry.titlePlace });
    await store.load([read, other]).known;
    expect(store.listed[0]).toBe(first);
    expect(first.entry).toBe(read);
    expect(first.state.status).toBe('saved');
    expect(asked).toContain(first.entry.identity);
    // What was meant for the one before does not go to it.
    expect(store.listed[1]).not.toBe(second);
    expect(second.index).toBe(-1);
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
