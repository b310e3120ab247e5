import { type Failure, fail } from '@/domain/result';

/** What went wrong in the database, as a reason that the interface has a sentence for. */
export function storageFailure(error: unknown): { ok: false; error: Failure } {
  const names = new Set<string>();
  let message = '';
  // Dexie wraps what the browser throws: a full disk comes as an AbortError around it.
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException; ) {
    names.add(at.name);
    message ||= at.message;
    at = (at as { inner?: unknown }).inner;
  }
  return fail(names.has('QuotaExceededError') ? 'quota' : 'storage', message || String(error));
}
