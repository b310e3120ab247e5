import type { Told } from '@/components/in-page/dock/bar';

/** How long the last action can be undone from the bar, milliseconds. */
const UNDO_SHOWN = 6_000;
/** How long a message stays on while a person is at it, milliseconds. */
const STAY = UNDO_SHOWN / 4;

/** What the page bar says: the last thing that was done, for a moment. */
export interface Telling {
  /** What it says now. */
  now: () => Told | null;
  tell: (text: string, more?: Partial<Told>) => void;
  /** Ends a message that lasts: what it said is over. */
  untellLasting: () => void;
}

interface Options {
  changed: () => void;
  /** Whether a person is about to press something on the bar: they get the time for it. */
  isAttended: () => boolean;
  signal: AbortSignal;
}

export function createTelling({ changed, isAttended, signal }: Options): Telling {
  let told: Told | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (next: Told | null): void => {
    told = next;
    changed();
  };
  const untell = (): void => {
    if (isAttended()) timer = setTimeout(untell, STAY);
    else say(null);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    now: () => told,
    tell: (text, more) => {
      clearTimeout(timer);
      if (!more?.lasts) timer = setTimeout(untell, UNDO_SHOWN);
      say({ text, offers: null, isFailure: false, ...more });
    },
    untellLasting: () => {
      if (told?.lasts) say(null);
    },
  };
}
