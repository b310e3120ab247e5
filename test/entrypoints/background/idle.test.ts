import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '@/domain/result';
import { createAttention } from '@/entrypoints/background/idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what the background does by itself', () => {
  it('goes on soon while no call comes', async () => {
    const { quiet } = createAttention();
    let isQuiet = false;
    void quiet().then(() => (isQuiet = true));
    await vi.advanceTimersByTimeAsync(60);
    expect(isQuiet).toBe(true);
  });

  it('waits for a call that is being answered, and a moment more', async () => {
    const { attend, quiet } = createAttention();
    let finish: () => void = () => undefined;
    const calls = attend({
      slow: () =>
        new Promise<Result<null>>((resolve) => {
          finish = () => resolve(ok(null));
        }),
    });
    const answer = calls.slow();
    let isQuiet = false;
    void quiet().then(() => (isQuiet = true));
    await vi.advanceTimersByTimeAsync(1_000);
    finish();
    await answer;
    await vi.advanceTimersByTimeAsync(100);
    expect(isQuiet).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(isQuiet).toBe(true);
  });

  it('goes on in the end though somebody never rests', async () => {
    const { attend, quiet } = createAttention();
    void attend({ endless: () => new Promise<never>(() => undefined) }).endless();
    let isQuiet = false;
    void quiet().then(() => (isQuiet = true));
    await vi.advanceTimersByTimeAsync(3_100);
    expect(isQuiet).toBe(true);
  });
});
