// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReach, type Reach } from '@/components/in-page/frame/reach';

let life = new AbortController();
beforeEach(() => void vi.stubGlobal('crossOriginIsolated', false));
afterEach(() => {
  life.abort();
  life = new AbortController();
});

/** A page with a frame; `done` says what the frame's parts are told. */
function page() {
  const done: string[] = [];
  const log = (what: string) => (): void => void done.push(what);
  const region = document.createElement('div');
  const reach: Reach = createReach({
    layer: { region: () => region } as never,
    nonce: 'nonce',
    word: 'word',
    take: ({ type }) => void done.push(type),
    isWaiting: () => true,
    reloaded: () => {
      done.push('reloaded');
      void reach.lost();
    },
    closed: log('closed'),
    signal: life.signal,
  });
  reach.make();
  const load = (): void => void region.querySelector('iframe')?.dispatchEvent(new Event('load'));
  return { reach, load, done };
}

test('a frame that loads anew is told of once, noticed by others or not', () => {
  const { reach, load, done } = page();
  load();
  void reach.lost();
  load();
  expect(done).toEqual([]);
  load();
  expect(done).toEqual(['reloaded']);
});
