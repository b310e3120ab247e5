import type { ListedEntry } from '@/components/in-page/listed-entry';
import { type Box, bottomOf, inLayer, type Origin } from '@/components/in-page/layer/geometry';
import { shownAt } from './clear';
import { elementOf, linesOf } from './placement';
import { type MarkSize, type Spot, spotFor } from './spot';

/** Where marks go; asked again while a page is scrolled, which moves every title and changes none. */
export interface Spots {
  /** Where in the viewport an entry's mark goes; `seat` is its title's box there. Reads the layout. */
  of: (item: ListedEntry, seat: Box, origin: Origin, height: number) => Spot | null;
  /** Forgets all spots: other things may be beside the titles now. */
  forget: () => void;
}

interface Known {
  seat: Box;
  spot: Box;
  size: MarkSize;
}

const isSame = (a: Box, b: Box): boolean =>
  Math.abs(a.left - b.left) < 0.5 &&
  Math.abs(a.top - b.top) < 0.5 &&
  Math.abs(a.width - b.width) < 0.5 &&
  Math.abs(a.height - b.height) < 0.5;

const inViewport = ({ left, top, width, height }: Box, origin: Origin): Box => ({
  left: left * origin.scale + origin.left,
  top: top * origin.scale + origin.top,
  width: width * origin.scale,
  height: height * origin.scale,
});

/** Whether something else shows where an entry's title begins. */
function isCovered({ entry: { titlePlace } }: ListedEntry): boolean {
  const [line] = linesOf(titlePlace);
  const at = line && shownAt(line.left + 1, line.top + line.height / 2);
  return elementOf(titlePlace)?.contains(at ?? null) !== true;
}

/**
 * A spot is found by asking what the page shows beside a title, which on a long list costs more than
 * all else. It is asked once for a title that stays where it is on the page.
 */
export function createSpots(): Spots {
  let known = new WeakMap<ListedEntry, Known>();
  return {
    of: (item, seat, origin, height) => {
      const placed = inLayer(seat, origin);
      const before = known.get(item);
      if (before && isSame(before.seat, placed))
        return { ...inViewport(before.spot, origin), size: before.size };
      const spot = spotFor(item.entry.titlePlace, origin.scale);
      // Outside the window the page can't be asked; a fixed header may hide the rest.
      if (
        spot &&
        spot.top >= 0 &&
        bottomOf(spot) <= height &&
        !(spot.size !== 'full' && isCovered(item))
      )
        known.set(item, { seat: placed, spot: inLayer(spot, origin), size: spot.size });
      return spot;
    },
    forget: () => {
      known = new WeakMap();
    },
  };
}
