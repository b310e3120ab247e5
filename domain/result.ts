import type { Trouble } from './mark';

/** An expected failure as a value, with a reason the interface can explain. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/**
 * What went wrong, in a form that survives being sent between contexts as JSON.
 * `kept` tells the interface whether what the person wrote is safe anywhere.
 */
export interface Failure {
  /** Machine-readable reason; the interface has a sentence for each. */
  reason: FailureReason;
  /** One plain sentence for logs and for reasons that carry a place ("papers[3].title: expected text"). */
  message: string;
}

export type FailureReason =
  /** The background could not be reached, or answered nothing. */
  | 'unreachable'
  /** The extension was updated or removed under a page that is still open. */
  | 'orphaned'
  /** The disk or the browser's quota is full. */
  | 'quota'
  /** The message or the file does not have the expected shape. */
  | 'invalid'
  /** What the call refers to is not there (any more). */
  | 'missing'
  /** The sender may not make this call. */
  | 'forbidden'
  /** The sender asked for more than may be done at once; later it may ask again. */
  | 'busy'
  /** The person stopped it; nothing was changed. */
  | 'cancelled'
  /** Anything else that storage reports. */
  | 'storage'
  /** The library is not the one that was here, can't be opened, or is of a newer Gloss: `quota` aside, see `Trouble`. */
  | Trouble;

/** The result of a call that succeeded. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** The result of a call that failed: a reason that the interface has a sentence for, and a message for diagnostics. */
export const fail = (reason: FailureReason, message: string): { ok: false; error: Failure } => ({
  ok: false,
  error: { reason, message },
});
