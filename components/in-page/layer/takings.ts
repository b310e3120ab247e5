import { openGate } from './gate';

/**
 * The outcome of a page's taking the layer away: it is `back`; it stays `away`, where the page takes it again and
 * again; or it is `deaf`, because the page was written anew, which ends all listeners on it.
 */
export type Taking = 'back' | 'away' | 'deaf';

interface Options {
  host: HTMLElement;
  root: ShadowRoot;
  /** Puts the layer on the page again. */
  putBack: () => void;
  taken: (outcome: Taking) => void;
  signal: AbortSignal;
}

/** The layer comes back so often within this, milliseconds: more would be a fight that costs the page its time. */
const MOST = 3;
const SPAN = 10_000;

/** Our own, in the closed root: no script of the page can hear it. */
const CALL = 'gloss-call';

/** Notices that a page takes the layer away, and has it come back. */
export interface Takings {
  /** Whether the layer may be put on the page now. */
  mayReturn: () => boolean;
}

export function watchTakings({ host, root, putBack, taken, signal }: Options): Takings {
  let hears = false;
  root.addEventListener(CALL, () => {
    hears = true;
  });
  const isDeaf = (): boolean => {
    hears = false;
    root.dispatchEvent(new Event(CALL));
    return !hears;
  };
  let returns: number[] = [];
  const mayReturn = (): boolean => {
    const now = performance.now();
    returns = returns.filter((at) => now - at < SPAN);
    return returns.length < MOST;
  };
  const look = (): void => {
    const page = document.documentElement as HTMLElement | null;
    if (!page || host.parentNode === page) return;
    follow();
    if (isDeaf()) {
      observer.disconnect();
      // Keys are ours to hear before all else, and cards go on in a window.
      openGate().open();
      return taken('deaf');
    }
    if (!mayReturn()) return taken('away');
    returns.push(performance.now());
    putBack();
    taken('back');
  };
  const observer = new MutationObserver(look);
  const follow = (): void => {
    observer.disconnect();
    for (const node of [document, document.documentElement])
      observer.observe(node, { childList: true });
  };
  follow();
  signal.addEventListener('abort', () => observer.disconnect());
  return { mayReturn };
}
