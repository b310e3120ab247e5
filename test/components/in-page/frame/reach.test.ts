// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createReach, type Reach } from '@/components/in-page/frame/reach';
import { fail, ok } from '@/domain/result';

let life = new AbortController();
beforeEach(() => {
  vi.stubGlobal('crossOriginIsolated', false);
  const { onConnect } = fakeBrowser.runtime;
  for (const name of ['addListener', 'removeListener'] as const)
    vi.spyOn(onConnect, name).mockImplementation(() => undefined);
});
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
    windowless: log('windowless'),
    signal: life.signal,
  });
  reach.make();
  const load = (): void => void region.querySelector('iframe')?.dispatchEvent(new Event('load'));
  const frames = () => region.querySelectorAll('iframe').length;
  return { reach, load, done, frames };
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

test('where no window can be made, the card that is opened next is on the page again', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  let answer: unknown = fail('forbidden', 'for the test');
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => answer });
  const { reach, load, done, frames } = page();
  load();
  reach.leavePage();
  expect(frames(), 'the frame is there until the window is').toBe(1);
  await expect.poll(() => done).toEqual(['windowless']);
  expect(frames()).toBe(0);
  reach.open();
  expect(frames()).toBe(1);
  answer = ok({ id: 1 });
  reach.leavePage();
  reach.open();
  expect(reach.element()).toBeNull();
  expect(done).toEqual(['windowless']);
});
