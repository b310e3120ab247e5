import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Box } from '@/components/in-page/layer/geometry';

/** How long an entry must be in the window to have been seen, milliseconds. */
const LOOK = 1_000;

/** Notices which entries were in the window for a moment, once each. */
export interface Sightings {
  /** Entries whose marks are placed, and where in the viewport, whose height is given: asking for it lays the page out. */
  placed: (shown: ReadonlyMap<ListedEntry, Box>, height: number) => void;
}

/**
 * Calls `seen` with entries, in groups, whose titles were in the window of a visible tab for a second on end. `counted`
 * holds those that were seen before, and takes those that are.
 */
export function createSightings(
  seen: (items: ListedEntry[]) => void,
  counted: Set<ListedEntry>,
  signal: AbortSignal,
): Sightings {
  /** Entries in the window, and since when. */
  const since = new Map<ListedEntry, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    timer = undefined;
    if (signal.aborted || document.visibilityState !== 'visible') return;
    const now = performance.now();
    const fresh = [...since].flatMap(([item, from]) => (now - from >= LOOK ? item : []));
    for (const item of fresh) {
      counted.add(item);
      since.delete(item);
    }
    if (fresh.length > 0) seen(fresh);
    wait();
  };
  const wait = (): void => {
    const [first] = since.values();
    if (first === undefined || timer !== undefined) return;
    timer = setTimeout(look, Math.max(0, first + LOOK - performance.now()));
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      // A tab that comes back to the screen begins its second again.
      const now = performance.now();
      for (const item of since.keys()) since.set(item, now);
      wait();
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    placed: (shown, height) => {
      const now = performance.now();
      const isIn = (item: ListedEntry): boolean => {
        const box = shown.get(item);
        return box !== undefined && box.top >= 0 && box.top + box.height <= height;
      };
      for (const item of since.keys()) if (!isIn(item)) since.delete(item);
      for (const item of shown.keys())
        if (!counted.has(item) && !since.has(item) && isIn(item)) since.set(item, now);
      wait();
    },
  };
}
