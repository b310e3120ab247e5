import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHint } from '@/components/in-page/listing/hint';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function hinting() {
  const state = { isNewcomer: true };
  const changed = vi.fn<() => void>();
  const { signal } = new AbortController();
  return {
    state,
    changed,
    hint: createHint({ isNewcomer: () => state.isNewcomer, changed, signal }),
  };
}

it('a hint goes by itself after a while, and does not come again', () => {
  const { changed, hint } = hinting();
  expect(hint.isShown()).toBe(true);
  vi.runAllTimers();
  expect(changed).toHaveBeenCalledOnce();
  expect(hint.isShown()).toBe(false);
});

it('a hint ends when something is done, and is not shown to who knows', () => {
  const { state, changed, hint } = hinting();
  state.isNewcomer = false;
  expect(hint.isShown()).toBe(false);
  state.isNewcomer = true;
  expect(hint.isShown()).toBe(true);
  hint.end();
  hint.end();
  vi.runAllTimers();
  expect([hint.isShown(), changed.mock.calls.length]).toEqual([false, 1]);
});
