import type { Box } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createMarkPool } from './mark-pool';
import { createNear } from './near';
import type { Spot } from './spot';
import { createSeats } from './seats';
import { createSpots } from './spots';

/** Marks of the entries near the window. */
export interface Marks {
  /** Takes in that the page lists other entries, or shows them elsewhere. */
  observe: () => void;
  /** Shows the states of entries again. */
  refresh: (items: Iterable<ListedEntry>) => void;
  refreshAll: () => void;
  /** Puts marks where their titles are now, in the next frame. */
  place: () => void;
  /** The same, if any title has moved: cheap to ask often. */
  follow: () => void;
  /** A mark that is shown. */
  get: (item: ListedEntry) => HTMLButtonElement | undefined;
  /** Where in the viewport the marks of all other entries are. Reads the layout. */
  boxes: (except: ListedEntry) => Box[];
  /** The entry whose mark an element is now. */
  itemOf: (mark: Element) => ListedEntry | null;
}

interface Options {
  layer: Layer;
  container: HTMLElement;
  /** Marks that are on the page already. */
  drawn?: ReadonlyMap<ListedEntry, HTMLButtonElement> | undefined;
  listed: () => readonly ListedEntry[];
  /** Marks are drawn from then on: with all that is known of the papers, in one go. */
  isReady: () => boolean;
  /** Shows an entry's state on its mark. */
  showState: (mark: HTMLButtonElement, item: ListedEntry) => void;
  /** Other entries are near the window now. */
  nearChanged: (near: ReadonlySet<ListedEntry>) => void;
  /** Entries whose marks are placed, and where in the viewport, whose height is given. */
  placed: (shown: ReadonlyMap<ListedEntry, Box>, height: number) => void;
  signal: AbortSignal;
}

export function createMarks(options: Options): Marks {
  const { layer, container, listed, isReady, showState, nearChanged, placed, signal } = options;
  const { drawn = new Map() } = options;
  const pool = createMarkPool({ container, drawn, showState });
  const seats = createSeats();
  const asked = createSpots();
  const near = createNear({ listed, changed: () => place(), signal });
  let items: ReadonlySet<ListedEntry> = new Set();
  let isDue = false;

  const place = (): void => {
    if (isDue || signal.aborted || !isReady()) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!signal.aborted) update();
    });
  };
  const update = (): void => {
    // All is read before anything is written: each look at a changed page lays it out again.
    const { innerHeight: height } = window;
    const now = near.items();
    // Short lists are not near before the browser says so, in the frame after this one.
    if (now.length + items.size === 0) return;
    seats.measure(now);
    const origin = layer.origin();
    const spots = new Map<ListedEntry, Spot>();
    for (const item of now) {
      const seat = seats.of(item);
      const spot = seat && asked.of(item, seat, origin, height);
      if (spot) spots.set(item, spot);
    }
    pool.put(spots, origin);
    layer.settle(origin);
    const isSame = now.length === items.size && now.every((item) => items.has(item));
    items = new Set(now);
    if (!isSame) nearChanged(items);
    placed(spots, height);
  };
  const showAll = (): void => {
    asked.forget();
    pool.each((mark, item) => {
      if (item.index >= 0) showState(mark, item);
    });
    place();
  };

  addEventListener('scroll', place, { capture: true, passive: true, signal });
  const resized = (): void => {
    asked.forget();
    place();
  };
  addEventListener('resize', resized, { signal });
  watchBodySize(() => {
    near.observe();
    resized();
  }, signal);

  return {
    observe: () => {
      near.observe();
      showAll();
    },
    refreshAll: showAll,
    refresh: (changed) => {
      for (const item of changed) {
        const mark = pool.get(item);
        if (mark) showState(mark, item);
      }
    },
    place,
    follow: () => {
      asked.forget();
      if (!isDue && seats.haveMoved()) place();
    },
    get: pool.get,
    boxes: pool.boxes,
    itemOf: pool.itemOf,
  };
}

/** Tells when the page's body has another size than at first. */
function watchBodySize(changed: () => void, signal: AbortSignal): void {
  let size: string | undefined;
  const sizes = new ResizeObserver(([body]) => {
    const now = body && `${body.contentRect.width} ${body.contentRect.height}`;
    // The first call tells the size that the marks were placed at.
    if (size !== undefined && now !== size) changed();
    size = now;
  });
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => sizes.disconnect());
}
