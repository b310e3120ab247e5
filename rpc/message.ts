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

/** What came of a message, and of those that it came after. */
export interface Answers {
  own: Result<unknown>;
  after: Result<unknown>[];
}
