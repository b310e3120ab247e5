import { type Failure, fail, type Result } from '@/domain/result';

/** An error and all that it wraps: Dexie wraps what the browser throws. */
function* chainOf(error: unknown): Generator<Error | DOMException> {
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException; ) {
    yield at;
    at = (at as { inner?: unknown }).inner;
  }
}

const namesOf = (error: unknown): Set<string> =>
  new Set([...chainOf(error)].map(({ name }) => name));

/** What Chromium's file system says of a full disk, in the message of an `UnknownError` (env_chromium.cc). */
const NO_SPACE = /NO_SPACE|no space left/i;

/** Whether work failed because no room was left: the browser's quota, or the disk's. */
export const isFull = (error: unknown): boolean =>
  namesOf(error).has('QuotaExceededError') ||
  [...chainOf(error)].some(({ message }) => NO_SPACE.test(message));

/** Whether a database can't be opened because a newer version wrote it. */
export const isNewer = (error: unknown): boolean => namesOf(error).has('VersionError');

/** What went wrong in the database, as a reason that the interface has a sentence for. */
export function storageFailure(error: unknown): { ok: false; error: Failure } {
  const reason = isFull(error) ? 'quota' : 'storage';
  return fail(reason, (error instanceof Error && error.message) || String(error));
}

/** The errors of work whose database was closed meanwhile, as when the browser stops a worker. */
const INTERRUPTED = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'PrematureCommitError',
  'TransactionInactiveError',
]);

/**
 * Runs work on the database and answers what it throws with a reason. Interrupted work runs once more, which is safe:
 * every write has an operation id. In a worker that is being stopped the call stays unanswered, and the caller asks
 * the next worker.
 */
export async function orFailure<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const names = [...namesOf(error)];
    if (isFull(error) || names.length === 0 || !names.every((name) => INTERRUPTED.has(name)))
      return storageFailure(error);
    return work().catch(storageFailure);
  }
}
