import { browser } from '#imports';
import type { Layer } from '@/components/in-page/layer/layer';
import { pageCall } from '@/rpc/client';
import type { FromFrame, ToFrame } from './contract';
import { createFarewell, isLate, lastOf } from './last-words';
import { type Wire, wireToFrame, wireToWindow } from './wire';

/** Our page beside the listing page: in a frame, or in a window where the browser shows no frame of ours. */
export interface Reach {
  /** Loads it, if it is not there. */
  make: () => void;
  /** Makes sure that a card can be seen: loads the frame, or opens the window. */
  open: () => void;
  /** Begins to leave the frame: resolves once all is here that the frame had for the page's script. */
  farewell: () => Promise<void>;
  /** Leaves the page for a window, from now on. */
  leavePage: () => void;
  /**
   * The page took the frame away, and with it what was in it: it loads anew, or did not come back. Resolves once all is
   * here that it had sent; `null` where no frame was.
   */
  lost: () => Promise<void> | null;
  post: (message: ToFrame) => void;
  /** The frame; `null` before it is made, and where there is a window instead. */
  element: () => HTMLIFrameElement | null;
}

interface Options {
  layer: Layer;
  /** By this, in its address, our frame asks whether it is ours. A page may know it. */
  nonce: string;
  /** By this our frame knows the port that we send it, and we the window that calls us. No page knows it. */
  word: string;
  take: (message: FromFrame) => void;
  /** Whether a card waits to be shown. */
  isWaiting: () => boolean;
  /** The frame loads anew, and what was in it is gone. */
  reloaded: () => void;
  /** The window was closed. */
  closed: () => void;
  signal: AbortSignal;
}

/** A page may forbid frames of other origins (`Cross-Origin-Embedder-Policy`): what loads in ours does not answer, milliseconds. */
const ANSWERED = 3_000;

export function createReach(options: Options): Reach {
  const { layer, nonce, word, take, isWaiting, reloaded, closed, signal } = options;
  let element: HTMLIFrameElement | null = null;
  let wire: Wire | null = null;
  let isReady = false;
  /** The page shows no frame of ours. */
  let isBarred = false;
  const farewell = createFarewell();
  const hear = (own: Wire | null, message: FromFrame): void => {
    const isCurrent = wire === own;
    if (!isCurrent && !isLate(message)) return;
    if (message.type === 'ready') isReady = true;
    take(message);
    if (!isCurrent) farewell.heard(message);
  };
  /** Takes the wire away: nothing more is sent by it. */
  const unwire = (): Wire | null => {
    const before = wire;
    [wire, isReady] = [null, false];
    return before;
  };
  const leavePage = (): void => {
    if (isBarred || signal.aborted) return;
    isBarred = true;
    const frame = element;
    element = null;
    unwire()?.end();
    // The frame is there until the window is.
    const endFrame = (): void => {
      frame?.remove();
      farewell.end();
    };
    const made = (own: Wire) => {
      wire = own;
      endFrame();
      void own.gone.then(() => {
        if (wire !== own) return;
        wire = null;
        closed();
      });
      return (message: FromFrame) => hear(own, message);
    };
    wireToWindow(word, made, signal);
    if (isWaiting()) void openWindow(word, closed);
    else endFrame();
  };
  const loaded = (made: HTMLIFrameElement): void => {
    if (element !== made) return;
    // It was lost, and nobody noticed.
    if (wire) reloaded();
    const own: Wire = wireToFrame(made, word, (message) => hear(own, message));
    wire = own;
    const bar = (): void => {
      if (wire === own && !isReady) leavePage();
    };
    setTimeout(bar, crossOriginIsolated ? 0 : ANSWERED);
  };
  const make = (): void => {
    if (element || isBarred || signal.aborted) return;
    element = createElement(nonce, loaded);
    layer.region('frame-region').append(element);
  };
  signal.addEventListener('abort', () => [wire, farewell].forEach((one) => one?.end()));
  return {
    make,
    open: () => {
      make();
      if (isBarred && !wire) void openWindow(word, closed);
    },
    farewell: async () => {
      const before = unwire();
      if (before) await farewell.begin(before);
    },
    leavePage,
    lost: () => {
      if (!element) return null;
      const before = unwire();
      return before ? lastOf(before) : Promise.resolve();
    },
    post: (message) => wire?.post(message),
    element: () => element,
  };
}

async function openWindow(word: string, failed: () => void): Promise<void> {
  const opened = await pageCall('frame.window', { nonce: word });
  if (!opened.ok) failed();
}

function createElement(
  nonce: string,
  loaded: (made: HTMLIFrameElement) => void,
): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.className = 'frame';
  made.dataset.open = 'false';
  made.allow = 'clipboard-write';
  made.title = 'Gloss';
  made.src = `${browser.runtime.getURL('/frame.html')}#${nonce}`;
  made.addEventListener('load', () => loaded(made));
  return made;
}
