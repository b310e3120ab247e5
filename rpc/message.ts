import type { Result } from '@/domain/result';

/** What travels: the name of a call in `protocol.ts` and its argument. */
export interface Message {
  gloss: string;
  ask: unknown;
  /**
   * Writes that the same page asked for before and that have no answer yet, oldest first: they are done first.
   * What comes back is `Answers` then, else the one `Result`.
   */
  after?: Message[];
}

/** Whether a value that came in has the form of a message. */
export const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'gloss' in value &&
  typeof value.gloss === 'string' &&
  (!('after' in value) || (Array.isArray(value.after) && value.after.every(isMessage)));

/** The answer to a message, and the answers to those that it came after. */
export interface Answers {
  own: Result<unknown>;
  after: Result<unknown>[];
}

/** The argument of a call of a protocol. */
export type Ask<P, K extends keyof P> = P[K] extends (ask: infer A) => unknown ? A : never;

/** The answer to a call of a protocol. */
export type Answer<P, K extends keyof P> = P[K] extends (ask: never) => infer R ? R : never;
