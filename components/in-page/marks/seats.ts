import type { ListedEntry } from '@/components/in-page/listed-entry';
import { elementOf } from './placement';

/** Where in the viewport the elements of titles are. */
export interface Seats {
  /** Measures the titles of entries. Reads the layout. */
  measure: (items: readonly ListedEntry[]) => void;
  /** The box of an entry's title when it was measured. */
  of: (item: ListedEntry) => DOMRect | null;
  /** Whether any title that was measured is elsewhere now. Reads the layout. */
  haveMoved: () => boolean;
}

export function createSeats(): Seats {
  let seats = new Map<Element, DOMRect>();
  return {
    measure: (items) => {
      const elements = new Set(items.flatMap(({ entry }) => elementOf(entry.titlePlace) ?? []));
      seats = new Map([...elements].map((one) => [one, one.getBoundingClientRect()]));
    },
    of: ({ entry }) => {
      const title = elementOf(entry.titlePlace);
      return (title && seats.get(title)) ?? null;
    },
    haveMoved: () =>
      [...seats].some(([element, before]) => !isSame(before, element.getBoundingClientRect())),
  };
}

const isSame = (a: DOMRect, b: DOMRect): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
