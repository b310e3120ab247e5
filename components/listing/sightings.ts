import type { ListedEntry } from '@/components/highlight/contract';
import type { Box } from '@/components/layer/geometry';

/** How long an entry must be in the window to have been seen, milliseconds. */
const LOOK = 1_000;

/** Notices which entries were in the window for a moment, once each. */
export interface Sightings {
  /** Entries whose marks are placed, and where in the viewport. */
  placed: (shown: ReadonlyMap<ListedEntry, Box>) => void;
}

/** `seen` is told of entries that were in the visible tab's window for a second, in groups. */
export function createSightings(
  seen: (items: ListedEntry[]) => void,
  signal: AbortSignal,
): Sightings {
  const counted = new Set<ListedEntry>();
  let waiting = new Set<ListedEntry>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    if (signal.aborted || document.visibilityState !== 'visible') return;
    const fresh = [...waiting];
    for (const item of fresh) counted.add(item);
    if (fresh.length > 0) seen(fresh);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    placed: (shown) => {
      const inWindow = [...shown].flatMap(([item, { top, height }]) =>
        top + height > 0 && top < innerHeight && !counted.has(item) ? item : [],
      );
      const isSame =
        inWindow.length === waiting.size && inWindow.every((item) => waiting.has(item));
      if (isSame && timer !== undefined) return;
      // Who scrolls past has not seen: the second starts again.
      waiting = new Set(inWindow);
      clearTimeout(timer);
      timer = inWindow.length > 0 ? setTimeout(look, LOOK) : undefined;
    },
  };
}
