import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { ok } from '@/domain/result';
import { orFailure } from '@/storage/failure';

/** Work that fails as told, one time after the other, and is done then. */
function work(...errors: Error[]) {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error) throw error;
    return ok('done');
  };
}
const premature = () => new Dexie.PrematureCommitError();
const full = () =>
  new Dexie.AbortError(new DOMException('No room.', 'QuotaExceededError') as never);

test('work whose database was closed under its hands is done again, once', async () => {
  expect(await orFailure(work(premature()))).toEqual(ok('done'));
  expect(await orFailure(work(new Dexie.DatabaseClosedError()))).toEqual(ok('done'));
  const twice = await orFailure(work(premature(), premature()));
  expect(twice.ok || twice.error.reason).toBe('storage');
});

test('a full disk is told as such, and nothing is tried again', async () => {
  const answer = await orFailure(work(full()));
  expect(answer.ok || answer.error.reason).toBe('quota');
});

test('what is wrong by itself is told at once', async () => {
  const answer = await orFailure(work(new TypeError('That is no key.')));
  expect(answer).toEqual({ ok: false, error: { reason: 'storage', message: 'That is no key.' } });
});
