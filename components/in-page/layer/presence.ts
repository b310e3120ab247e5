import { openGate } from './gate';
import type { Layer } from './layer';
import { comeLate } from './screen';

/**
 * The outcome of a page's taking the layer away: it is `back`; it stays `away`, where the page takes it again and
 * again; or it is `deaf`, because the page was written anew, which ends all listeners on it.
 */
export type Taking = 'back' | 'away' | 'deaf';

/** The layer's presence on the page. */
export interface Presence {
  /** Puts the layer on the page, unless the page has taken it away again and again; has it come back from then on. */
  attach: () => void;
  /** A person asks for Gloss here: has the layer come back, however often the page has taken it away. */
  recall: () => void;
  /** Calls back whenever the page has taken the layer away. */
  onTaken: (heed: (outcome: Taking) => void) => void;
}

/** The layer comes back so often within this, milliseconds: more would be a fight that costs the page its time. */
const MOST_RETURNS = 3;
const SPAN = 10_000;

interface Options {
  layer: Pick<Layer, 'host' | 'root' | 'attach'>;
  newId: () => string;
  signal: AbortSignal;
}

/** Notices that the page takes the layer away, and has it come back. A person who comes to the tab recalls it. */
export function createPresence({ layer, newId, signal }: Options): Presence {
  const { host, root } = layer;
  const heeding: ((outcome: Taking) => void)[] = [];
  const tell = (outcome: Taking): void => {
    for (const heed of heeding) heed(outcome);
  };
  const isDeaf = createHearing([root, window], newId(), signal);
  /** The page was written anew: what hears nothing any more must not show. */
  let isOver = false;
  let returns: number[] = [];
  const mayReturn = (): boolean => {
    const now = performance.now();
    returns = returns.filter((at) => now - at < SPAN);
    return returns.length < MOST_RETURNS;
  };
  /** A frame that is moved loads anew, also where the page has put the layer back. */
  const isTaking = ({ removedNodes }: MutationRecord): boolean =>
    [...removedNodes].some((node) => node.contains(host));
  let isTaken = false;
  const look = (records: MutationRecord[]): void => {
    isTaken ||= records.some(isTaking);
    const page = document.documentElement as HTMLElement | null;
    // Between two roots nothing can be done; the next one brings a look of its own.
    if (!page || (host.parentNode === page && !isTaken)) return;
    isTaken = false;
    follow();
    if (isDeaf()) {
      isOver = true;
      observer.disconnect();
      host.remove();
      // Keys are ours to hear before all else, and cards go on in a window.
      openGate();
      if (import.meta.env.FIREFOX) comeLate();
      return tell('deaf');
    }
    // Wherever the page may have put it.
    host.remove();
    if (mayReturn()) {
      returns.push(performance.now());
      layer.attach();
    }
    // Our own changes are no taking.
    observer.takeRecords();
    tell(host.isConnected ? 'back' : 'away');
  };
  const observer = new MutationObserver(look);
  const follow = (): void => {
    observer.disconnect();
    for (const node of [document, document.documentElement])
      observer.observe(node, { childList: true });
  };
  let isFollowing = false;
  signal.addEventListener('abort', () => observer.disconnect());
  const attach = (): void => {
    if (signal.aborted || isOver || !mayReturn()) return;
    layer.attach();
    if (!isFollowing) follow();
    isFollowing = true;
  };
  const recall = (): void => {
    // Where it never was, it comes with the first entries.
    if (!isFollowing || host.isConnected) return;
    returns = [];
    attach();
    if (host.isConnected) tell('back');
  };
  const shown = ({ isTrusted }: Event): void => {
    if (isTrusted && document.visibilityState === 'visible') recall();
  };
  document.addEventListener('visibilitychange', shown, { signal });
  return {
    attach,
    recall,
    onTaken: (heed) => void heeding.push(heed),
  };
}

/**
 * Whether any of these has lost its listeners: a page that is written anew ends those of all that is on it then, and of
 * its window. `name` is a secret: pages hear events on the window, too.
 */
function createHearing(
  targets: readonly EventTarget[],
  name: string,
  signal: AbortSignal,
): () => boolean {
  let heard = 0;
  const hear = (): void => {
    heard += 1;
  };
  for (const target of targets) target.addEventListener(name, hear, { signal });
  return () => {
    heard = 0;
    for (const target of targets) target.dispatchEvent(new Event(name));
    return heard < targets.length;
  };
}
