/** After the last key, milliseconds. */
const PAUSE = 200;
/** A person who types without a pause is saved this often, milliseconds. */
const PATIENCE = 2_000;
/** Waits before trying again what could not be saved, milliseconds. */
const AGAIN = [1_000, 5_000, 15_000, 60_000];

/** Decides when a text that is typed is saved. */
export interface Pace {
  /** A key was pressed: the text is saved after a pause, and at the latest some seconds after the first key. */
  typed: () => void;
  /** A text came from elsewhere: it is saved after a pause. */
  pause: () => void;
  /** Saving failed: it is tried again, later each time. */
  failed: () => void;
  saved: () => void;
  /** The text is being saved now. */
  begun: () => void;
}

interface Options {
  /** Saves the text. */
  save: () => void;
  /** Calls back after so many milliseconds; returns what cancels it. */
  later: (callback: () => void, wait: number) => () => void;
  /** Milliseconds of any clock. */
  now: () => number;
}

export function createPace({ save, later, now }: Options): Pace {
  let cancel: (() => void) | null = null;
  let since: number | null = null;
  let failures = 0;
  const soon = (wait: number): void => {
    cancel?.();
    cancel = later(save, wait);
  };
  return {
    typed: () => {
      since ??= now();
      soon(Math.max(0, Math.min(PAUSE, since + PATIENCE - now())));
    },
    pause: () => soon(PAUSE),
    failed: () => {
      soon(AGAIN[Math.min(failures, AGAIN.length - 1)] ?? PATIENCE);
      failures += 1;
    },
    saved: () => {
      failures = 0;
    },
    begun: () => {
      cancel?.();
      cancel = null;
      since = null;
    },
  };
}
