import type { ListedEntry } from '@/components/in-page/listed-entry';

/** The current entry of a page that may fill its list anew. */
export interface Whereabouts {
  /** The current entry; where it left the page, the one that is in its place now; `null` where there is none. */
  at: () => ListedEntry | null;
  /** Takes an entry as the current one; tells whether it is another. */
  go: (to: ListedEntry) => boolean;
  /** Leaves the current entry. */
  leave: () => void;
}

/** Keeps where a person is in a list. An empty list loses nothing: it may be on its way. */
export function createWhereabouts(listed: () => readonly ListedEntry[]): Whereabouts {
  let current: ListedEntry | null = null;
  let last = 0;
  return {
    at: () => {
      if (!current) return null;
      if (current.index < 0) current = listed()[Math.min(last, listed().length - 1)] ?? current;
      if (current.index < 0) return null;
      last = current.index;
      return current;
    },
    go: (to) => {
      const isOther = to !== current;
      current = to;
      last = to.index;
      return isOther;
    },
    leave: () => {
      current = null;
    },
  };
}
