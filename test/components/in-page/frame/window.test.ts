// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCardWindow } from '@/components/in-page/frame/window';
import { fail, ok } from '@/domain/result';

let life = new AbortController();
const here = { isVisible: true, hasFocus: true };

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(here, { isVisible: true, hasFocus: true });
  const { onConnect } = fakeBrowser.runtime;
  for (const name of ['addListener', 'removeListener'] as const)
    vi.spyOn(onConnect, name).mockImplementation(() => undefined);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    here.isVisible ? 'visible' : 'hidden',
  );
  vi.spyOn(document, 'hasFocus').mockImplementation(() => here.hasFocus);
});

afterEach(() => {
  life.abort();
  life = new AbortController();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page whose cards need a window; `asked` says which windows were asked for, `done` what was told. */
function page() {
  const done: string[] = [];
  const asked: (number | null)[] = [];
  const browser = { answer: Promise.resolve(ok({ id: 7 })) as Promise<unknown> };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: {
    ask: { opened: number | null };
  }) => {
    asked.push(message.ask.opened);
    return browser.answer;
  }) as never);
  const card = { isWaiting: true };
  const cardWindow = createCardWindow({
    word: 'word',
    isWaiting: () => card.isWaiting,
    called: () => () => undefined,
    unneeded: () => void done.push('unneeded'),
    failed: () => void done.push('failed'),
    signal: life.signal,
  });
  return { cardWindow, card, asked, done, browser };
}

const soon = () => vi.advanceTimersByTimeAsync(1_000);

test.each<[string, Partial<typeof here>]>([
  ['the tab is hidden', { isVisible: false, hasFocus: false }],
  ['the person is in another window', { hasFocus: false }],
])('while %s no window opens, and then one', async (_, away) => {
  const { cardWindow, asked } = page();
  Object.assign(here, away);
  cardWindow.openWhenSeen();
  await soon();
  expect(asked).toEqual([]);
  Object.assign(here, { isVisible: true, hasFocus: true });
  await soon();
  expect(asked).toEqual([null]);
});

test('a card that is closed before the person comes back needs no window', async () => {
  const { cardWindow, card, asked, done } = page();
  here.isVisible = false;
  cardWindow.openWhenSeen();
  card.isWaiting = false;
  here.isVisible = true;
  await soon();
  expect([asked, done]).toEqual([[], ['unneeded']]);
});

test('two cards have one window, also before it has called', async () => {
  const { cardWindow, asked, browser } = page();
  const opened = Promise.withResolvers<unknown>();
  browser.answer = opened.promise;
  cardWindow.openWhenSeen();
  cardWindow.open();
  await soon();
  expect(asked).toEqual([null]);
  opened.resolve(ok({ id: 7 }));
  await soon();
  cardWindow.open();
  expect(asked).toEqual([null, 7]);
});

test('where the browser opens no window this is told, and the next card asks again', async () => {
  const { cardWindow, asked, done, browser } = page();
  browser.answer = Promise.resolve(fail('forbidden', 'for the test'));
  cardWindow.open();
  await soon();
  expect(done).toEqual(['failed']);
  cardWindow.open();
  expect(asked).toEqual([null, null]);
});
