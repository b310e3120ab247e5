import type { ListedEntry } from '@/components/highlight/contract';
import { elementOf, linesOf } from './placement';

/** Which entries are near the window. */
export interface Near {
  /** The entries are others, or stand elsewhere. */
  observe: () => void;
  /** Those near the window now, in page order. Reads the layout. */
  items: () => readonly ListedEntry[];
}

interface Options {
  listed: () => readonly ListedEntry[];
  /** Other entries came near without a scroll. */
  changed: () => void;
  signal: AbortSignal;
}

/** How far around the window entries are near: as a share of its height. */
const MARGIN = 0.5;

/** So many entries are looked at one by one: rows of a short list may stand in any order, and change it. */
const FEW = 200;

/** How many entries are looked at to tell how a long list is laid out. */
const SAMPLE = 24;

/**
 * Nearly all long lists run down the page, and those near the window are found by halving: nothing is observed.
 * In others (columns, hidden rows) each entry's element is watched by the browser.
 */
export function createNear({ listed, changed, signal }: Options): Near {
  let runsDown = true;
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
      runsDown = areInOrder(listed());
      if (runsDown && byElement.size === 0) return;
      watch(runsDown ? new Map() : elementsOf(listed()));
    },
    items: () => {
      const all = listed();
      if (all.length <= FEW) return all.filter(isNear);
      return runsDown
        ? nearOf(all)
        : [...inView].flatMap((element) => nearOf(byElement.get(element) ?? []));
    },
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
const topOf = (item: ListedEntry | undefined): number =>
  (item && linesOf(item.entry.titlePlace)[0]?.top) ?? Number.NaN;

function isNear({ entry }: ListedEntry): boolean {
  const [line] = linesOf(entry.titlePlace);
  const { innerHeight } = window;
  return (
    line !== undefined &&
    line.top + line.height >= -MARGIN * innerHeight &&
    line.top <= (1 + MARGIN) * innerHeight
  );
}

/** Whether entries that come later stand further down, by a sample that holds the last. */
function areInOrder(items: readonly ListedEntry[]): boolean {
  const step = Math.max(1, (items.length - 1) / (SAMPLE - 1));
  let above = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= items.length - 1; at += step) {
    const top = topOf(items[Math.round(at)]);
    // What is not shown stands nowhere.
    if (!(top >= above)) return false;
    above = top;
  }
  return true;
}

/** Of entries that stand one under the other, those near the window, and the one above whose text may reach into it. */
function nearOf(items: readonly ListedEntry[]): readonly ListedEntry[] {
  if (items.length < 2) return items;
  const { innerHeight } = window;
  const first = firstBelow(items, -MARGIN * innerHeight);
  return items.slice(Math.max(0, first - 1), firstBelow(items, (1 + MARGIN) * innerHeight));
}

/** The first entry that begins at or below an edge, by halving; what is not shown is skipped. */
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
