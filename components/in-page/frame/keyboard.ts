import type { Layer } from '@/components/in-page/layer/layer';
import { type Claim, createClaim } from './claim';
import type { ToFrame } from './contract';
import { createKeptKeys, type KeptKeys } from './kept-keys';
import { swallowStrays } from './strays';
import type { Turns } from './turns';

/** The keyboard of the shown card: its claim to it, and the keys for it that come to the page. */
export interface FrameKeyboard {
  kept: KeptKeys;
  claim: Claim;
  /** Takes a key that came to the page; `true` when it was for the card. */
  take: (event: KeyboardEvent) => boolean;
  /** Whether keys are for the shown card: the keyboard is in it, or on its way there. */
  has: () => boolean;
  /** The card that has it is gone, and will be back: keys wait for it. */
  lost: () => void;
  /** No card is open. */
  close: () => void;
}

interface Options {
  layer: Pick<Layer, 'host' | 'root' | 'pending'>;
  element: () => HTMLIFrameElement | null;
  turns: Pick<Turns, 'now'>;
  post: (message: ToFrame) => void;
  /** The page takes the keyboard again and again: the card can't stay on it. */
  robbed: () => void;
  signal: AbortSignal;
}

export function createFrameKeyboard(options: Options): FrameKeyboard {
  const { layer, element, turns, post, robbed, signal } = options;
  const more = (): void => {
    claim.missed();
    post({ type: 'more', turn: turns.now() });
  };
  const kept = createKeptKeys(() => claim.holds(), more);
  const claim = createClaim({ layer, element, robbed, signal });
  return {
    kept,
    claim,
    take: (event) => {
      const pressed = layer.pending();
      if (!pressed || event.key === 'Escape') return kept.take(event);
      // The card that the click opens gets the key.
      void pressed.then(() => kept.take(event));
      return true;
    },
    has: () => claim.holds() || kept.isAwaited(),
    lost: () => {
      kept.await();
      claim.release();
      swallowStrays(signal);
      // With a frame that had the focus goes the browser's knowledge of where to send keys.
      window.focus();
    },
    close: () => {
      kept.close();
      claim.release();
    },
  };
}
