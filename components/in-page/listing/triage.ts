import type { ListedEntry } from '@/components/in-page/highlight/contract';
import { around, inLayer } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import { boxOf, elementOf } from '@/components/in-page/marks/placement';

/** Where the person is on the page: at an entry, by keyboard (triage mode) or walking from the page bar. */
export interface Triage {
  /** Whether triage mode is on; a list that is filled anew may have no entry for it just now. */
  isOn: () => boolean;
  /** Index of the current entry in triage mode; `null` where there is none. */
  current: () => number | null;
  /** Index of the current entry, in triage or on a walk; `null` where there is none. */
  at: () => number | null;
  /** The entry to go on from: the current one, else the one before the first in the window. */
  from: () => number;
  start: () => void;
  leave: () => void;
  /** Ends a walk; triage goes on. */
  rest: () => void;
  move: (index: number) => void;
  /** Draws the bar where the entry is now. */
  place: () => void;
}

interface Options {
  layer: Layer;
  listed: () => readonly ListedEntry[];
  isFolded: (item: ListedEntry) => boolean;
  changed: () => void;
}

const placesOf = ({ entry }: ListedEntry) => [entry.titlePlace, entry.abstractPlace];

const entryBox = (item: ListedEntry) =>
  around(placesOf(item).flatMap((place) => boxOf(place) ?? []));

/** One entry is current, marked by a bar at its left. */
export function createTriage({ layer, listed, isFolded, changed }: Options): Triage {
  let bar: HTMLElement | null = null;
  const makeBar = (): HTMLElement => {
    const made = document.createElement('div');
    made.className = 'focus';
    layer.region('focus-region').append(made);
    return made;
  };
  let current: ListedEntry | null = null;
  let isOn = false;
  /** Where the current entry was last, should it leave the page. */
  let last = 0;
  const index = (): number | null => {
    if (!current) return null;
    if (current.index < 0) current = listed()[Math.min(last, listed().length - 1)] ?? current;
    if (current.index < 0) return null;
    last = current.index;
    return last;
  };

  const place = (): void => {
    const box = index() !== null && current && current.index >= 0 && entryBox(current);
    if (!box) {
      if (bar) bar.hidden = true;
      return;
    }
    const { left, top, height } = inLayer(box, layer.origin());
    bar ??= makeBar();
    bar.hidden = false;
    // Between the entry and its mark.
    bar.style.transform = `translate(${Math.max(0, Math.round(left) - 4)}px, ${Math.round(top)}px)`;
    bar.style.height = `${Math.round(height)}px`;
  };
  const move = (to: number): void => {
    current = listed()[Math.max(0, Math.min(to, listed().length - 1))] ?? null;
    if (current) scrollToThird(current);
    place();
    changed();
  };
  const stop = (): void => {
    current = null;
    place();
    changed();
  };
  return {
    isOn: () => isOn,
    current: () => (isOn ? index() : null),
    at: index,
    from: () => index() ?? firstInWindow(listed(), isFolded) - 1,
    start: () => {
      isOn = true;
      move(index() ?? firstInWindow(listed(), isFolded));
    },
    leave: () => {
      isOn = false;
      stop();
    },
    rest: () => {
      if (!isOn) stop();
    },
    move,
    place,
  };
}

/** Brings an entry's title to a third of the window, at once. */
function scrollToThird(item: ListedEntry): void {
  const box = boxOf(item.entry.titlePlace);
  if (!box) return;
  // In a list that scrolls by itself the element comes into view first.
  if (box.top < 0 || box.top > innerHeight)
    elementOf(item.entry.titlePlace)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const top = boxOf(item.entry.titlePlace)?.top ?? 0;
  scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}

function firstInWindow(
  listed: readonly ListedEntry[],
  isFolded: (item: ListedEntry) => boolean,
): number {
  const index = listed.findIndex((item) => {
    const box = isFolded(item) ? null : boxOf(item.entry.titlePlace);
    return box !== null && box.top >= 0;
  });
  return Math.max(0, index);
}
