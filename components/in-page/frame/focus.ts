import type { Layer } from '@/components/in-page/layer/layer';

/** Whether a person is in the frame. */
export interface FrameFocus {
  has: () => boolean;
  /** Whether the pointer or the focus is in it. */
  isBusy: () => boolean;
  /** Gives the keyboard back to the page: it would go on to write into a card that is gone. */
  giveBack: () => void;
}

export function createFrameFocus(
  { root }: Pick<Layer, 'root'>,
  element: () => HTMLIFrameElement | null,
): FrameFocus {
  const has = (): boolean => {
    const frame = element();
    return frame !== null && root.activeElement === frame;
  };
  return {
    has,
    isBusy: () => has() || (element()?.matches(':hover') ?? false),
    giveBack: () => {
      element()?.blur();
      window.focus();
    },
  };
}
