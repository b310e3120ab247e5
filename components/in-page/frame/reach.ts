import { browser } from '#imports';
import type { Layer } from '@/components/in-page/layer/layer';
import { pageCall } from '@/rpc/client';
import type { FromFrame, ToFrame } from './contract';
import { type Wire, wireToFrame, wireToWindow } from './wire';

/** Our page beside the listing page: in a frame, or in a window where the browser shows no frame of ours. */
export interface Reach {
  /** Loads it, if it is not there. */
  make: () => void;
  /** Makes sure that a card can be seen: loads the frame, or opens the window. */
  open: () => void;
  /** Leaves the page for a window, from now on. */
  leavePage: () => void;
  /** The page took the frame away, and with it what was in it: it loads anew, or did not come back. */
  lost: () => void;
  post: (message: ToFrame) => void;
  /** The frame; `null` before it is made, and where there is a window instead. */
  element: () => HTMLIFrameElement | null;
}

interface Options {
  layer: Layer;
  /** The word that our page proves itself with. */
  nonce: string;
  take: (message: FromFrame) => void;
  /** Whether a card waits to be shown. */
  isWaiting: () => boolean;
  /** The window was closed. */
  closed: () => void;
  signal: AbortSignal;
}

/** A page may forbid frames of other origins (`Cross-Origin-Embedder-Policy`): what loads in ours does not answer, milliseconds. */
const ANSWERED = 3_000;

export function createReach({ layer, nonce, take, isWaiting, closed, signal }: Options): Reach {
  let element: HTMLIFrameElement | null = null;
  let wire: Wire | null = null;
  let isReady = false;
  /** The page shows no frame of ours. */
  let isBarred = false;
  const heard = (message: FromFrame): void => {
    if (message.type === 'ready') isReady = true;
    take(message);
  };
  const openWindow = async (): Promise<void> => {
    const opened = await pageCall('frame.window', { nonce });
    if (!opened.ok) closed();
  };
  const leavePage = (): void => {
    if (isBarred || signal.aborted) return;
    isBarred = true;
    element?.remove();
    element = null;
    wire?.end();
    wire = null;
    const made = (own: Wire) => {
      wire = own;
      return heard;
    };
    const gone = (): void => {
      wire = null;
      closed();
    };
    wireToWindow(nonce, made, gone, signal);
    if (isWaiting()) void openWindow();
  };
  const lost = (): void => {
    if (!element) return;
    wire?.end();
    wire = null;
    isReady = false;
  };
  const make = (): void => {
    if (element || isBarred || signal.aborted) return;
    const made = document.createElement('iframe');
    element = made;
    made.className = 'frame';
    made.dataset.open = 'false';
    made.allow = 'clipboard-write';
    made.title = 'Gloss';
    made.addEventListener('load', () => {
      if (element !== made) return;
      wire?.end();
      const own = wireToFrame(made, nonce, heard);
      wire = own;
      const bar = (): void => {
        if (wire === own && !isReady) leavePage();
      };
      setTimeout(bar, crossOriginIsolated ? 0 : ANSWERED);
    });
    made.src = `${browser.runtime.getURL('/frame.html')}#${nonce}`;
    layer.region('frame-region').append(made);
  };
  signal.addEventListener('abort', () => wire?.end());
  return {
    make,
    open: () => {
      make();
      if (isBarred && !wire) void openWindow();
    },
    leavePage,
    lost,
    post: (message) => wire?.post(message),
    element: () => element,
  };
}
