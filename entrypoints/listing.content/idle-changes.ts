/** A kind of change that never tells anything new is looked at after so long, milliseconds; twice that the next time. */
const FIRST_WAIT = 400;
/** Most kinds that are remembered; with more the memory begins from nothing. */
const MOST_KINDS = 500;

/**
 * Learns which changes of a page are idle: a ticker, a clock, an animation. Each kind (a text that names where
 * on the page something happens) is looked at less and less as long as it leads to no other entries, and at once again
 * after it did. Times are milliseconds of one clock.
 */
export interface Quiet {
  /** When a change of this kind, seen at `now`, is worth a look. */
  dueAt: (kind: string, now: number) => number;
  /** Takes in whether a look at changes of these kinds found other entries. */
  learn: (kinds: Iterable<string>, hasChanged: boolean, now: number) => void;
}

/** `longest` bounds how late a change is seen that does tell something, milliseconds. */
export function createQuiet(longest: number): Quiet {
  const waits = new Map<string, { wait: number; until: number }>();
  return {
    dueAt: (kind, now) => Math.max(now, waits.get(kind)?.until ?? 0),
    learn: (kinds, hasChanged, now) => {
      for (const kind of kinds) {
        const wait = hasChanged
          ? 0
          : Math.min(longest, Math.max(FIRST_WAIT, 2 * (waits.get(kind)?.wait ?? 0)));
        if (waits.size > MOST_KINDS) waits.clear();
        if (wait > 0) waits.set(kind, { wait, until: now + wait });
        else waits.delete(kind);
      }
    },
  };
}
