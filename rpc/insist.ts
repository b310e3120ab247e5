import { browser } from '#imports';
import { type Failure, fail, type Result } from '@/domain/result';

/** Waits between attempts, milliseconds: a worker that was stopped is up again after some 25 ms. */
const RETRIES = [30, 150, 600];

/** A call of a page that has no answer after so long is taken for lost with its worker, milliseconds: a note that is "saving" for ever is worse than one that is sent twice. */
export const LOST = 4_000;

/** The answer, or `undefined` where it does not come in time. */
function inTime<T>(answer: Promise<T>, patience: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}

/**
 * Sends until something comes back: every write carries an `opId`, so that doing it twice is doing it once. Fails
 * with `orphaned` when this page outlived its extension, with `unreachable` without an answer.
 */
export async function insist(
  send: () => Promise<Result<unknown> | undefined>,
  patience: number | null,
): Promise<Result<unknown>> {
  let last: Failure = { reason: 'unreachable', message: 'The background did not answer.' };
  for (const wait of [0, ...RETRIES]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (!browser.runtime?.id)
      return fail('orphaned', 'Gloss was updated or removed; reload the page.');
    try {
      const answer = await (patience === null ? send() : inTime(send(), patience));
      if (answer !== undefined && answer !== null) return answer;
    } catch (error) {
      last = { reason: 'unreachable', message: String(error) };
    }
  }
  return { ok: false, error: last };
}
