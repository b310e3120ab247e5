import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTelling } from '@/components/in-page/listing/page-bar/told';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function telling() {
  const bar = { isAttended: false };
  const ends = new AbortController();
  const { now, ...rest } = createTelling({
    changed: () => undefined,
    isAttended: () => bar.isAttended,
    signal: ends.signal,
  });
  return { ...rest, bar, said: () => now()?.text };
}

test('a message disappears by itself, each after its own time', () => {
  const { tell, said } = telling();
  tell('Saved');
  vi.advanceTimersByTime(5_000);
  tell('Dismissed');
  vi.advanceTimersByTime(5_000);
  expect(said()).toBe('Dismissed');
  vi.advanceTimersByTime(1_500);
  expect(said()).toBeUndefined();
});

test('Undo stays as long as the pointer or the focus is on the bar', () => {
  const { tell, said, bar } = telling();
  tell('Saved', { offers: 'undo' });
  bar.isAttended = true;
  vi.advanceTimersByTime(60_000);
  expect(said()).toBe('Saved');
  bar.isAttended = false;
  vi.advanceTimersByTime(2_000);
  expect(said()).toBeUndefined();
});

test('what lasts stays until it is over, and a moment’s message is not ended by that', () => {
  const { tell, said, untellLasting } = telling();
  tell('The library can’t be opened', { lasts: true });
  vi.advanceTimersByTime(600_000);
  expect(said()).toBe('The library can’t be opened');
  untellLasting();
  expect(said()).toBeUndefined();
  tell('Saved');
  untellLasting();
  expect(said()).toBe('Saved');
});
