import type { ListedEntry } from '@/components/in-page/highlight/contract';
import { type Box, inLayer } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import { createMark, type Seen, showState as showStateOf } from './mark';
import { createNear } from './near';
import { elementOf, type Spot } from './placement';
import { createSpots } from './spots';

/** Marks of the entries near the window. */
export interface Marks {
  /** The entries are others, or stand elsewhere. */
  observe: () => void;
  /** Shows the states of entries again. */
  refresh: (indexes: readonly number[]) => void;
  refreshAll: () => void;
  /** Puts marks where their titles are now, in the next frame. */
  place: () => void;
  /** The same, if any title has moved: cheap to ask often. */
  follow: () => void;
  near: () => Iterable<number>;
  /** A mark that is shown. */
  get: (item: ListedEntry) => HTMLButtonElement | undefined;
}

interface Options {
  layer: Layer;
  container: HTMLElement;
  listed: () => readonly ListedEntry[];
  /** Nothing is drawn before: what is known of the papers comes in one go with the marks. */
  isReady: () => boolean;
  /** What an entry is to this person beside its paper's state. */
  seen: (item: ListedEntry) => Seen;
  /** The entries near the window are others now. */
  nearChanged: (indexes: ReadonlySet<number>) => void;
  /** Entries whose marks are placed, and where in the viewport, whose height is given. */
  placed: (shown: ReadonlyMap<ListedEntry, Box>, height: number) => void;
  signal: AbortSignal;
}

export function createMarks({
  layer,
  container,
  listed,
  isReady,
  seen,
  nearChanged,
  placed,
  signal,
}: Options): Marks {
  const showState = (mark: HTMLButtonElement, item: ListedEntry): void =>
    showStateOf(mark, item, seen(item));
  const shown = new Map<ListedEntry, HTMLButtonElement>();
  const spare: HTMLButtonElement[] = [];
  let indexes = new Set<number>();
  let isDue = false;
  const asked = createSpots();
  const near = createNear({ listed, changed: () => place(), signal });

  const place = (): void => {
    if (isDue || signal.aborted || !isReady()) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!signal.aborted) update();
    });
  };

  /** Where the titles were when marks were put to them. */
  let seats = new Map<Element, DOMRect>();
  const hasMoved = (): boolean =>
    [...seats].some(([element, { left, top, width, height }]) => {
      const now = element.getBoundingClientRect();
      return now.left !== left || now.top !== top || now.width !== width || now.height !== height;
    });

  const update = (): void => {
    // All is read before anything is written: each look at a page that was changed lays it out anew.
    const { innerHeight: height } = window;
    const now = near.items();
    seats = seatsOf(now);
    const origin = layer.origin();
    const spots = new Map<ListedEntry, Spot>();
    for (const item of now) {
      const title = elementOf(item.entry.titlePlace);
      const seat = title && seats.get(title);
      const spot = seat && asked.of(item, seat, origin, height);
      if (spot) spots.set(item, spot);
    }
    for (const [item, mark] of shown)
      if (!spots.has(item)) {
        mark.remove();
        spare.push(mark);
        shown.delete(item);
      }
    for (const [item, spot] of spots) {
      let mark = shown.get(item);
      if (!mark) {
        mark = spare.pop() ?? createMark();
        mark.dataset.open = 'false';
        shown.set(item, mark);
        showState(mark, item);
        container.append(mark);
      }
      const { left, top } = inLayer(spot, origin);
      move(mark, `translate(${Math.round(left)}px, ${Math.round(top)}px)`, String(spot.small));
    }
    layer.settle(origin);
    const isSame = now.length === indexes.size && now.every(({ index }) => indexes.has(index));
    indexes = new Set(now.map(({ index }) => index));
    if (!isSame) nearChanged(indexes);
    placed(spots, height);
  };

  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener(
    'resize',
    () => {
      asked.forget();
      place();
    },
    { signal },
  );
  let size: string | undefined;
  const sizes = new ResizeObserver(([body]) => {
    const now = body && `${body.contentRect.width} ${body.contentRect.height}`;
    // The first call tells the size that the marks were placed at.
    if (size !== undefined && now !== size) {
      asked.forget();
      near.observe();
      place();
    }
    size = now;
  });
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => sizes.disconnect());

  return {
    observe: () => {
      asked.forget();
      near.observe();
      for (const [item, mark] of shown) if (item.index >= 0) showState(mark, item);
      place();
    },
    refreshAll: () => {
      asked.forget();
      for (const [item, mark] of shown) if (item.index >= 0) showState(mark, item);
      place();
    },
    refresh: (changed) => {
      for (const index of changed) {
        const item = listed()[index];
        const mark = item && shown.get(item);
        if (mark) showState(mark, item);
      }
    },
    place,
    follow: () => {
      asked.forget();
      if (!isDue && hasMoved()) place();
    },
    near: () => indexes,
    get: (item) => shown.get(item),
  };
}

/** Puts a mark somewhere; one that stands there already costs nothing. */
function move(mark: HTMLButtonElement, transform: string, small: string): void {
  if (mark.style.transform !== transform) mark.style.transform = transform;
  if (mark.dataset.small !== small) mark.dataset.small = small;
}

const seatsOf = (items: readonly ListedEntry[]): Map<Element, DOMRect> => {
  const elements = new Set(items.flatMap(({ entry }) => elementOf(entry.titlePlace) ?? []));
  return new Map([...elements].map((element) => [element, element.getBoundingClientRect()]));
};
