import { around, inLayer } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { boxOf, elementOf, shownAbstract } from '@/components/in-page/marks/placement';
import { createWhereabouts } from './whereabouts';

/** Where the person is on the page: at an entry, by keyboard (triage mode) or walking from the page bar. */
export interface Triage {
  /** Whether triage mode is on; a page that fills its list again may list no entry just now. */
  isOn: () => boolean;
  /** The current entry in triage mode; `null` where there is none. */
  current: () => ListedEntry | null;
  /** The current entry, in triage or on a walk; `null` where there is none. */
  at: () => ListedEntry | null;
  /** The place in the list to go on from: the current entry's, else the one before the first in the window. */
  from: () => number;
  start: () => void;
  leave: () => void;
  /** Ends a walk; triage goes on. */
  rest: () => void;
  move: (to: ListedEntry) => void;
  /** Brings the current entry back where the person has scrolled it out of the window; whether that was so. */
  comeBack: (item: ListedEntry) => boolean;
  /** Draws the bar where the entry is now. */
  place: () => void;
}

interface Options {
  layer: Layer;
  listed: () => readonly ListedEntry[];
  /** Whether an entry is folded, or in a closed part of the page: nobody can go there. */
  isOut: (item: ListedEntry) => boolean;
  /** Called when another entry became the current one. */
  moved: () => void;
  changed: () => void;
}

/** Marks one entry as current, by a bar at its left. */
export function createTriage({ layer, listed, isOut, moved, changed }: Options): Triage {
  const bar = createEntryBar(layer);
  const { at, go, leave } = createWhereabouts(listed);
  let isOn = false;
  const place = (): void => bar.place(at());
  const show = (): void => {
    place();
    changed();
  };
  const move = (to: ListedEntry): void => {
    if (go(to)) moved();
    scrollToThird(to);
    show();
  };
  const stop = (): void => {
    leave();
    show();
  };
  return {
    isOn: () => isOn,
    current: () => (isOn ? at() : null),
    at,
    from: () => at()?.index ?? firstInWindow(listed(), isOut) - 1,
    start: () => {
      isOn = true;
      const to = at() ?? listed()[firstInWindow(listed(), isOut)];
      if (to) move(to);
      else show();
    },
    leave: () => {
      isOn = false;
      stop();
    },
    rest: () => {
      if (!isOn) stop();
    },
    move,
    comeBack: (item) => {
      if (!isOutOfWindow(item)) return false;
      move(item);
      return true;
    },
    place,
  };
}

/** Draws the bar between an entry and its mark. */
function createEntryBar(layer: Layer) {
  let bar: HTMLElement | null = null;
  const makeBar = (): HTMLElement => {
    const made = document.createElement('div');
    made.className = 'focus';
    layer.region('focus-region').append(made);
    return made;
  };
  return {
    /** Puts the bar where an entry is now; without an entry it hides. */
    place: (item: ListedEntry | null): void => {
      const places = item ? [item.entry.titlePlace, shownAbstract(item.entry)] : [];
      const box = around(places.flatMap((place) => boxOf(place) ?? []));
      if (!box) {
        if (bar) bar.hidden = true;
        return;
      }
      const title = item && elementOf(item.entry.titlePlace);
      const isRtl = title ? getComputedStyle(title).direction === 'rtl' : false;
      const { left, top, width, height } = inLayer(box, layer.origin());
      const beside = Math.max(0, Math.round(isRtl ? left + width + 2 : left - 4));
      bar ??= makeBar();
      bar.hidden = false;
      bar.style.transform = `translate(${beside}px, ${Math.round(top)}px)`;
      bar.style.height = `${Math.round(height)}px`;
    },
  };
}

/** Whether nothing of an entry's title is in the window, though it has a place. */
function isOutOfWindow({ entry }: ListedEntry): boolean {
  const box = boxOf(entry.titlePlace);
  return box !== null && (box.top + box.height <= 0 || box.top >= innerHeight);
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
  isOut: (item: ListedEntry) => boolean,
): number {
  const index = listed.findIndex((item) => {
    const box = isOut(item) ? null : boxOf(item.entry.titlePlace);
    return box !== null && box.top >= 0;
  });
  return Math.max(0, index);
}
