import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/domain/result';
import { pageCall } from '@/rpc/client';

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.runtime.id = 'gloss';
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A background that answers one message after the other as told. */
function background(...answers: Promise<unknown>[]) {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  for (const answer of answers) send.mockReturnValueOnce(answer as never);
  return send;
}

it('asks again when a message was lost with the worker, and nobody said so', async () => {
  const send = background(new Promise(() => undefined), Promise.resolve(ok(null)));
  const answer = pageCall('settings.open', null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toEqual(ok(null));
  expect(send).toHaveBeenCalledTimes(2);
});

it('fails as unreachable when nobody ever answers', async () => {
  background(...Array.from({ length: 4 }, () => Promise.resolve(undefined)));
  const answer = pageCall('settings.open', null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
});
