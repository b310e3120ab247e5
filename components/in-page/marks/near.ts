import type { ListedEntry } from '@/components/in-page/listed-entry';
import { elementOf, linesOf } from './placement';

/** Which entries are near the window. */
export interface Near {
  /** Takes in that the page lists other entries, or shows them elsewhere. */
  observe: () => void;
  /** Those near the window now, in page order. Reads the layout. */
  items: () => readonly ListedEntry[];
}

interface Options {
  listed: () => readonly ListedEntry[];
  /** Called when other entries came near without a scroll. */
  changed: () => void;
  signal: AbortSignal;
}

/** How far around the window entries are near: as a share of its height. */
const MARGIN = 0.5;

/** So many entries are observed without a cost that a person feels. */
const FEW = 200;

/** How many entries are looked at to tell how a long list is laid out. */
const SAMPLE = 24;

/**
 * Nearly all long lists run down the page, and those near the window are found by halving: nothing is observed.
 * In others (short ones, columns, hidden rows, boxes that scroll) the browser watches each entry's element.
 */
export function createNear({ listed, changed, signal }: Options): Near {
  let runsDown = false;
  /** Entries by the element that is observed for them; in plain text all share one. */
  let byElement = new Map<Element, ListedEntry[]>();
  const inView = new Set<Element>();
  let observer: IntersectionObserver | null = null;
  signal.addEventListener('abort', () => observer?.disconnect());

  const watch = (now: Map<Element, ListedEntry[]>): void => {
    observer ??= new IntersectionObserver(
      (records) => {
        for (const { target, isIntersecting } of records)
          if (isIntersecting) inView.add(target);
          else inView.delete(target);
        changed();
      },
      { rootMargin: `${100 * MARGIN}% 0px` },
    );
    for (const element of byElement.keys())
      if (!now.has(element)) {
        observer.unobserve(element);
        inView.delete(element);
      }
    for (const element of now.keys()) if (!byElement.has(element)) observer.observe(element);
    byElement = now;
  };

  return {
    observe: () => {
      runsDown = isPlain(listed());
      if (runsDown && byElement.size === 0) return;
      watch(runsDown ? new Map() : elementsOf(listed()));
    },
    items: () =>
      runsDown
        ? nearOf(listed())
        : [...inView].flatMap((element) => nearOf(byElement.get(element) ?? [])),
  };
}

function elementsOf(items: readonly ListedEntry[]): Map<Element, ListedEntry[]> {
  const elements = new Map<Element, ListedEntry[]>();
  for (const item of items) {
    const element = elementOf(item.entry.titlePlace);
    if (!element) continue;
    const same = elements.get(element);
    if (same) same.push(item);
    else elements.set(element, [item]);
  }
  return elements;
}

/** Where a title begins in the viewport; nowhere for one that is not shown. */
function topOf(item: ListedEntry | undefined): number {
  const place = item?.entry.titlePlace;
  const node = place?.[0]?.node;
  if (!place || !node) return Number.NaN;
  // A text node may hold many titles, an element holds one: its box says enough.
  if (node.nodeType !== 1) return linesOf(place)[0]?.top ?? Number.NaN;
  const { top, width, height } = (node as Element).getBoundingClientRect();
  return width > 1 && height > 1 ? top : (linesOf(place)[0]?.top ?? Number.NaN);
}

/** Whether a long list is in no scrolling box, one entry under the other. */
const isPlain = (items: readonly ListedEntry[]): boolean =>
  items.length > FEW && !isClipped(items[0]) && areInOrder(items);

/** Whether an entry is in a box that scrolls by itself and may hide it. */
function isClipped(item: ListedEntry | undefined): boolean {
  const { body } = document;
  const title = item && elementOf(item.entry.titlePlace);
  for (let at = title?.parentElement; at && at !== body; at = at.parentElement)
    if (getComputedStyle(at).overflowY !== 'visible') return true;
  return false;
}

/** Whether later entries are further down the page, by a sample that holds the last. */
function areInOrder(items: readonly ListedEntry[]): boolean {
  const step = Math.max(1, (items.length - 1) / (SAMPLE - 1));
  let above = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= items.length - 1; at += step) {
    const top = topOf(items[Math.round(at)]);
    // A hidden title has no place.
    if (!(top >= above)) return false;
    above = top;
  }
  return true;
}

/** The entries near the window, of those one under the other, and the one above whose text may reach into it. */
function nearOf(items: readonly ListedEntry[]): readonly ListedEntry[] {
  if (items.length < 2) return items;
  const { innerHeight } = window;
  const first = firstBelow(items, -MARGIN * innerHeight);
  return items.slice(Math.max(0, first - 1), firstBelow(items, (1 + MARGIN) * innerHeight));
}

/** The first entry that begins at or below an edge, by halving; hidden entries are skipped. */
function firstBelow(items: readonly ListedEntry[], edge: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    let top = topOf(items[at]);
    while (Number.isNaN(top) && at + 1 < high) top = topOf(items[(at += 1)]);
    if (top < edge) low = at + 1;
    else high = middle;
  }
  return low;
}
