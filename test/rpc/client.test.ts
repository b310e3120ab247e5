import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import type { Message } from '@/rpc/message';

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

it('asks again when a message was lost with the worker, without notice', async () => {
  const send = background(new Promise(() => undefined), Promise.resolve(ok(null)));
  const answer = pageCall('settings.open', null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toEqual(ok(null));
  expect(send).toHaveBeenCalledTimes(2);
});

it('fails as unreachable when no answer ever comes', async () => {
  background(...Array.from({ length: 4 }, () => Promise.resolve(undefined)));
  const answer = pageCall('settings.open', null);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
});

describe('writes of a page', () => {
  const papers = ['first', 'second', 'third'].map((opId) => ({ opId }));
  const never = () => new Promise(() => undefined);
  const answerOf = (opId: string) => ok({ field: opId });

  it('take along those before them that have no answer, and bring it', async () => {
    const send = background(never(), never());
    send.mockImplementationOnce(((message: Message) =>
      Promise.resolve({
        after: message.after?.map(({ ask }) => answerOf((ask as { opId: string }).opId)),
        own: answerOf('third'),
      })) as never);
    const answers = papers.map((ask) => pageCall('undo', ask));
    await vi.advanceTimersByTimeAsync(0);
    expect(await Promise.all(answers)).toEqual(papers.map(({ opId }) => answerOf(opId)));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send, 'none is sent again').toHaveBeenCalledTimes(3);
  });

  it('go alone where the one before was answered, or given up', async () => {
    const send = background(Promise.resolve(answerOf('first')));
    await pageCall('undo', { opId: 'first' });
    send.mockImplementation(() => Promise.resolve() as never);
    const failed = pageCall('undo', { opId: 'second' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await failed).toMatchObject({ ok: false });
    send.mockReset().mockResolvedValue(answerOf('third') as never);
    await pageCall('undo', { opId: 'third' });
    expect(send).toHaveBeenCalledExactlyOnceWith({ gloss: 'undo', ask: { opId: 'third' } });
  });
});
