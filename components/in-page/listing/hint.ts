/** How long a newcomer is told what can be done, milliseconds. */
const SHOWN = 30_000;

/** The hint above the bar. */
export interface HintState {
  isShown: () => boolean;
  /** The person knows, or does something else: it is gone from this page. */
  end: () => void;
}

interface Options {
  isNewcomer: () => boolean;
  changed: () => void;
  signal: AbortSignal;
}

/** Tells a newcomer what can be done, until something is done or some time has passed. */
export function createHint({ isNewcomer, changed, signal }: Options): HintState {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  const end = (): void => {
    clearTimeout(timer);
    if (isOver) return;
    isOver = true;
    changed();
  };
  return {
    isShown: () => {
      if (isOver || !isNewcomer()) return false;
      timer ??= setTimeout(end, SHOWN);
      return true;
    },
    end,
  };
}
