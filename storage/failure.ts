import { type Failure, fail, type Result } from '@/domain/result';

/** Names of an error and of all that it wraps: Dexie wraps what the browser throws. */
function namesOf(error: unknown): Set<string> {
  const names = new Set<string>();
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException; ) {
    names.add(at.name);
    at = (at as { inner?: unknown }).inner;
  }
  return names;
}

/** What went wrong in the database, as a reason that the interface has a sentence for. */
export function storageFailure(error: unknown): { ok: false; error: Failure } {
  // A full disk comes as an AbortError around it.
  const reason = namesOf(error).has('QuotaExceededError') ? 'quota' : 'storage';
  return fail(reason, (error instanceof Error && error.message) || String(error));
}

/** What work fails with whose database was closed under its hands, as it is when the browser stops a worker. */
const INTERRUPTED = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'PrematureCommitError',
  'TransactionInactiveError',
]);

/**
 * Work on the database; what it throws is answered with its reason. Work that was interrupted is done again,
 * once: every write is known by its operation. In a worker that is being stopped that ends with it, unanswered,
 * and whoever asked asks the next worker.
 */
export async function orFailure<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const names = [...namesOf(error)];
    if (names.length === 0 || !names.every((name) => INTERRUPTED.has(name)))
      return storageFailure(error);
    return work().catch(storageFailure);
  }
}
