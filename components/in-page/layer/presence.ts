import { openGate } from './gate';
import type { Layer } from './layer';

/**
 * The outcome of a page's taking the layer away: it is `back`; it stays `away`, where the page takes it again and
 * again; or it is `deaf`, because the page was written anew, which ends all listeners on it.
 */
export type Taking = 'back' | 'away' | 'deaf';

/** The layer's presence on the page. */
export interface Presence {
  /** Puts the layer on the page, unless the page has taken it away again and again; has it come back from then on. */
  attach: () => void;
  /** Calls back whenever the page has taken the layer away. */
  onTaken: (heed: (outcome: Taking) => void) => void;
}

/** The layer comes back so often within this, milliseconds: more would be a fight that costs the page its time. */
const MOST = 3;
const SPAN = 10_000;

/** Our own, in the closed root: no script of the page can hear it. */
const CALL = 'gloss-call';

/** Notices that the page takes the layer away, and has it come back. */
export function createPresence(
  layer: Pick<Layer, 'host' | 'root' | 'attach'>,
  signal: AbortSignal,
): Presence {
  const { host, root } = layer;
  const heeding: ((outcome: Taking) => void)[] = [];
  const tell = (outcome: Taking): void => {
    for (const heed of heeding) heed(outcome);
  };
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
      openGate();
      return tell('deaf');
    }
    if (!mayReturn()) return tell('away');
    returns.push(performance.now());
    // The page may have put it elsewhere.
    host.remove();
    layer.attach();
    tell('back');
  };
  const observer = new MutationObserver(look);
  const follow = (): void => {
    observer.disconnect();
    for (const node of [document, document.documentElement])
      observer.observe(node, { childList: true });
  };
  let isFollowing = false;
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    attach: () => {
      if (signal.aborted || !mayReturn()) return;
      layer.attach();
      if (!isFollowing) follow();
      isFollowing = true;
    },
    onTaken: (heed) => void heeding.push(heed),
  };
}
