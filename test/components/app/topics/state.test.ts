import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createTopicsState } from '@/components/app/topics/state';
import { ok } from '@/domain/result';
import type { StoredTopics } from '@/domain/topics/types';
import type { RunTask } from '@/topics/tasks';

const topic = (id: string, members: string[]) => ({
  id,
  label: id,
  colour: 0,
  keywords: [],
  members,
});
const grouped = (count: number, id = 'tides'): StoredTopics => ({
  topics: [topic(id, ['a'])],
  themes: [],
  unclustered: [],
  library: '',
  grouped: count,
});

const idle: (() => void)[] = [];
beforeEach(() => void vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act)));

/** Lets all work go on until none is left: what waits for an idle browser, and what waits for an answer. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    for (const act of idle.splice(0)) act();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Topics of a library of six papers that was grouped when it had so many. */
async function stateOf(count: number) {
  const papers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, title: id, at: 0 }));
  const changes: unknown[] = [];
  const told: { text: string; undo?: (() => void) | undefined }[] = [];
  const run = (async (name: string) =>
    name === 'regroup'
      ? { after: grouped(6, 'rings'), change: {} }
      : { stored: grouped(count), papers, profiles: null }) as unknown as RunTask;
  const state = createTopicsState({
    run,
    call: (async (name: string, ask: unknown) => {
      if (name === 'topics.change') changes.push(ask);
      return ok(null);
    }) as never,
    tell: (text, undo) => told.push({ text, undo }),
    undoStep: async () => undefined,
    refuse: () => undefined,
  });
  state.load(1);
  await settled();
  return { state, changes, told };
}

describe('a library that has grown', () => {
  test('by half is grouped anew by itself, once', async () => {
    const { state, changes, told } = await stateOf(4);
    expect(changes).toMatchObject([{ put: [{ id: 'rings' }], remove: ['tides'] }]);
    expect(told).toHaveLength(1);
    state.refresh();
    await settled();
    expect(changes).toHaveLength(1);
  });

  test('is not, once a person took that back', async () => {
    const { changes, told } = await stateOf(4);
    told[0]?.undo?.();
    await settled();
    expect(changes.at(-1)).toMatchObject({ put: [], remove: [], head: { grouped: 6 } });
  });

  test('by less stays as it is', async () => {
    expect((await stateOf(5)).changes).toEqual([]);
  });
});
