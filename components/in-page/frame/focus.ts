import type { Layer } from '@/components/in-page/layer/layer';

/** Whether a person is in the frame. */
export interface FrameFocus {
  has: () => boolean;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
  /** Gives the keyboard back to the page: it would go on to write into a card that is gone. */
  giveBack: () => void;
  /** The keyboard is in the frame: it stays there until a person takes it elsewhere. */
  arrived: () => void;
  /** The keyboard left the frame: a script of the page that took it hears none of the keys. */
  left: (isByTab: boolean) => void;
  /** Nobody types in the frame any more. */
  letGo: () => void;
  /** Whether a script of the page took the keyboard from a person who types in the frame. */
  isTaken: () => boolean;
}

export function createFrameFocus(
  { host, root }: Pick<Layer, 'host' | 'root'>,
  element: () => HTMLIFrameElement | null,
  signal: AbortSignal,
): FrameFocus {
  let isKept = false;
  const heedPress = ({ isTrusted, target }: Event): void => {
    if (isTrusted && target !== host) isKept = false;
  };
  addEventListener('pointerdown', heedPress, { capture: true, signal });
  // The keyboard is in another window, or in the browser's own controls, while the document has no focus.
  const isTaken = (): boolean =>
    isKept && element() !== null && document.hasFocus() && document.activeElement !== host;
  const has = (): boolean => {
    const frame = element();
    return frame !== null && root.activeElement === frame;
  };
  return {
    has,
    isBusy: () => has() || (element()?.matches(':hover') ?? false),
    arrived: () => {
      isKept = true;
    },
    left: (isByTab) => {
      if (isByTab) isKept = false;
      if (isTaken()) element()?.focus({ preventScroll: true });
    },
    isTaken,
    letGo: () => {
      isKept = false;
    },
    giveBack: () => {
      element()?.blur();
      window.focus();
    },
  };
}
