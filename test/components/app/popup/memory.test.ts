import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRemembering, recall } from '@/components/app/popup/memory';

const was = { at: 1_000, tab: 'topics', text: 'tides', status: 'read', tag: null } as const;

test('where a person was is taken up: the tab always, the search while it is fresh', () => {
  const memory = { get: () => JSON.stringify(was), set: () => undefined };
  expect(recall(memory, 2_000, ['recent', 'topics'])).toMatchObject({
    tab: 'topics',
    text: 'tides',
  });
  expect(recall(memory, 1e9, ['recent', 'topics'])).toEqual({ tab: 'topics' });
  expect(recall(memory, 1e9, ['recent'])).toEqual({});
  expect(recall({ ...memory, get: () => '{' }, 1, ['recent'])).toEqual({});
});

/** A memory that tells what texts it was given. */
function written() {
  const texts: string[] = [];
  const remembering = createRemembering({
    get: () => null,
    set: (text) => {
      texts.push((JSON.parse(text) as { text: string }).text);
    },
  });
  return { ...remembering, texts };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is typed is written once its keys are over, not at each of them', () => {
  const { remember, texts } = written();
  for (const text of ['t', 'ti', 'tid']) remember({ ...was, text });
  expect(texts).toEqual([]);
  vi.runAllTimers();
  expect(texts).toEqual(['tid']);
});

test('a popup that is left has written what was typed last, once', () => {
  const { remember, flush, texts } = written();
  remember({ ...was, text: 'tide' });
  flush();
  flush();
  vi.runAllTimers();
  expect(texts).toEqual(['tide']);
});
