import type { ListedEntry } from '@/components/in-page/listed-entry';

/** How long a finger rests on a mark to open its toolbar, milliseconds. */
const LONG = 500;
/** How far a resting finger may move, pixels. */
const SLOP = 10;

export const isByFinger = (event: Event): event is PointerEvent =>
  event instanceof PointerEvent && event.pointerType === 'touch';

/** A finger that rests on a mark: what hovering is to a mouse. */
export interface LongPress {
  down: (item: ListedEntry, event: PointerEvent) => void;
  move: (event: PointerEvent) => void;
  /** The finger was lifted, or the page is scrolled with it. */
  end: () => void;
  /** Whether the last press was a long one, which is no click. */
  wasLong: () => boolean;
}

export function createLongPress(open: (item: ListedEntry) => void, signal: AbortSignal): LongPress {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { clientX: 0, clientY: 0 };
  let isLong = false;
  const end = (): void => clearTimeout(timer);
  signal.addEventListener('abort', end);
  return {
    down: (item, { clientX, clientY }) => {
      end();
      isLong = false;
      from = { clientX, clientY };
      timer = setTimeout(() => {
        isLong = true;
        open(item);
      }, LONG);
    },
    move: ({ clientX, clientY }) => {
      if (Math.hypot(clientX - from.clientX, clientY - from.clientY) > SLOP) end();
    },
    end,
    wasLong: () => isLong,
  };
}
