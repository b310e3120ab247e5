import type { ListedEntry } from '@/components/highlight/contract';
import { type Box, inLayer } from '@/components/layer/geometry';
import type { Layer } from '@/components/layer/layer';
import { createMark, showState } from './mark';
import { elementOf, linesOf, spotFor } from './placement';

/** Marks of the entries near the window. */
export interface Marks {
  /** The entries are others, or stand elsewhere. */
  observe: () => void;
  /** Shows the states of entries again. */
  refresh: (indexes: readonly number[]) => void;
  /** Puts marks where their titles are now, in the next frame. */
  place: () => void;
  near: () => Iterable<number>;
  /** A mark that is shown. */
  get: (index: number) => HTMLButtonElement | undefined;
}

interface Options {
  layer: Layer;
  container: HTMLElement;
  listed: () => readonly ListedEntry[];
  /** The entries near the window are others now. */
  nearChanged: (indexes: ReadonlySet<number>) => void;
  /** Entries that stand in the window, for sightings. */
  placed: (shown: ReadonlyMap<number, Box>) => void;
  signal: AbortSignal;
}

/** How far around the window marks are kept ready. */
const MARGIN = '50% 0px';

export function createMarks({
  layer,
  container,
  listed,
  nearChanged,
  placed,
  signal,
}: Options): Marks {
  const shown = new Map<number, HTMLButtonElement>();
  const spare: HTMLButtonElement[] = [];
  /** Entries by the element that is observed for them; in plain text all share one. */
  let byElement = new Map<Element, number[]>();
  const inView = new Set<Element>();
  let near = new Set<number>();
  let isDue = false;

  const observer = new IntersectionObserver(
    (records) => {
      for (const { target, isIntersecting } of records)
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      place();
    },
    { rootMargin: MARGIN },
  );

  const place = (): void => {
    if (isDue || signal.aborted) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!signal.aborted) update();
    });
  };

  const update = (): void => {
    const now = new Set<number>();
    for (const element of inView)
      for (const index of nearOf(byElement.get(element) ?? [], listed())) now.add(index);
    const spots = [...now].flatMap((index) => {
      const item = listed()[index];
      const spot = item && spotFor(item.entry.titlePlace);
      return item && spot ? [{ index, item, spot }] : [];
    });
    for (const [index, mark] of shown)
      if (!now.has(index)) {
        mark.remove();
        spare.push(mark);
        shown.delete(index);
      }
    const origin = layer.origin();
    for (const { index, item, spot } of spots) {
      let mark = shown.get(index);
      if (!mark) {
        mark = spare.pop() ?? createMark();
        shown.set(index, mark);
        showState(mark, index, item);
        container.append(mark);
      }
      const { left, top } = inLayer(spot, origin);
      mark.dataset.small = String(spot.small);
      mark.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    }
    const isSame = now.size === near.size && [...now].every((index) => near.has(index));
    near = now;
    if (!isSame) nearChanged(near);
    placed(new Map(spots.map(({ index, spot }) => [index, spot])));
  };

  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
  const sizes = new ResizeObserver(place);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    sizes.disconnect();
  });

  return {
    observe: () => {
      observer.disconnect();
      inView.clear();
      byElement = new Map();
      for (const [index, { entry }] of listed().entries()) {
        const element = elementOf(entry.titlePlace);
        if (!element) continue;
        const indexes = byElement.get(element);
        if (indexes) indexes.push(index);
        else byElement.set(element, [index]);
      }
      for (const mark of shown.values()) mark.remove();
      shown.clear();
      for (const element of byElement.keys()) observer.observe(element);
      place();
    },
    refresh: (indexes) => {
      for (const index of indexes) {
        const [mark, item] = [shown.get(index), listed()[index]];
        if (mark && item) showState(mark, index, item);
      }
    },
    place,
    near: () => near,
    get: (index) => shown.get(index),
  };
}

/** Of entries that stand one under the other in one element, those near the window, by halving. */
function nearOf(indexes: readonly number[], listed: readonly ListedEntry[]): readonly number[] {
  if (indexes.length < 2) return indexes;
  const topOf = (at: number): number => {
    const item = listed[indexes[at] ?? -1];
    return (item && linesOf(item.entry.titlePlace)[0]?.top) ?? Number.POSITIVE_INFINITY;
  };
  const firstBelow = (edge: number): number => {
    let [low, high] = [0, indexes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(middle) < edge) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const { innerHeight } = window;
  return indexes.slice(firstBelow(-innerHeight / 2), firstBelow(innerHeight * 1.5));
}
