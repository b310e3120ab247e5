import { browser } from '#imports';
import type { Layer } from '@/components/in-page/layer/layer';
import type { FromFrame, ToFrame } from './contract';
import { createCardWindow } from './window';
import { type Wire, wireToFrame } from './wire';
import { createWiring } from './wiring';

/** Our page beside the listing page: in a frame, or in a window where the browser shows no frame of ours. */
export interface Reach {
  /** Loads it, if it is not there. */
  make: () => void;
  /** Makes sure that a card can be seen: loads the frame, or opens the window. */
  open: () => void;
  /** Begins to leave the frame: resolves once all is here that the frame had for the page's script. */
  farewell: () => Promise<void>;
  /** Leaves the page for a window, from now on; the window waits until the person is at the page. */
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
  /** The browser opens no window. */
  windowless: () => void;
  signal: AbortSignal;
}

/** A page may forbid frames of other origins (`Cross-Origin-Embedder-Policy`): what loads in ours does not answer, milliseconds. */
const ANSWERED = 3_000;

export function createReach(options: Options): Reach {
  const { layer, nonce, word, isWaiting, reloaded, closed, windowless, signal } = options;
  const wiring = createWiring(options.take, signal);
  let element: HTMLIFrameElement | null = null;
  /** A frame that cards have left: it is there until the window is. */
  let former: HTMLIFrameElement | null = null;
  /** The page shows no frame of ours: cards have left it, or it can't have one. */
  let isBarred = false;
  let isForbidden = false;
  const endFormer = (): void => {
    former?.remove();
    former = null;
    wiring.endFarewell();
  };
  const cardWindow = createCardWindow({
    word,
    isWaiting: () => wiring.is(null) && isWaiting(),
    called: (own) => {
      // Of two windows the later one has the cards.
      wiring.end();
      wiring.set(own);
      endFormer();
      void own.gone.then(() => {
        if (!wiring.is(own)) return;
        wiring.end();
        closed();
      });
      return (message) => wiring.hear(own, message);
    },
    unneeded: endFormer,
    failed: () => {
      endFormer();
      isBarred = isForbidden;
      windowless();
    },
    signal,
  });
  const leavePage = (): void => {
    if (isBarred || signal.aborted) return;
    isBarred = true;
    [former, element] = [element, null];
    wiring.end();
    cardWindow.openWhenSeen();
  };
  const loaded = (made: HTMLIFrameElement): void => {
    if (element !== made) return;
    // It was lost, and nobody noticed.
    if (!wiring.is(null)) reloaded();
    const own: Wire = wireToFrame(made, word, (message) => wiring.hear(own, message));
    wiring.set(own);
    const bar = (): void => {
      if (!wiring.is(own) || wiring.isReady()) return;
      isForbidden = true;
      leavePage();
    };
    setTimeout(bar, crossOriginIsolated ? 0 : ANSWERED);
  };
  const make = (): void => {
    if (element || isBarred || signal.aborted) return;
    element = createElement(nonce, loaded);
    layer.region('frame-region').append(element);
  };
  return {
    make,
    open: () => {
      make();
      if (isBarred && wiring.is(null)) cardWindow.open();
    },
    farewell: wiring.farewell,
    leavePage,
    lost: () => element && wiring.lost(),
    post: wiring.post,
    element: () => element,
  };
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
