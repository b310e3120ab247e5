import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { View } from './view';

/** Which entries of a list are folded away. */
export interface Folding {
  /** The entries that are to be folded now. */
  due: (view: Pick<View, 'mayFold' | 'treatmentOf'>) => ListedEntry[];
  /** Takes in changed entries: an entry that a person has met unfolded stays unfolded, whatever changed. */
  changed: (items: readonly ListedEntry[], isFolded: (item: ListedEntry) => boolean) => void;
  /** Brings everything back, for this visit. */
  unfold: () => void;
  /** Folds all that the settings fold, also what was decided just now. */
  begin: () => void;
}

/** Decides which entries are folded: nothing that a person was just looking at goes from under their eyes. */
export function createFolding(listed: () => readonly ListedEntry[]): Folding {
  let isUnfolded = false;
  let stay = new WeakSet<ListedEntry>();
  return {
    due: ({ mayFold, treatmentOf }) =>
      isUnfolded || !mayFold
        ? []
        : listed().filter((item) => !stay.has(item) && treatmentOf(item) === 'fold'),
    changed: (items, isFolded) => {
      for (const item of items) {
        if (item.isMet && !isFolded(item)) stay.add(item);
        item.isMet = true;
      }
    },
    unfold: () => {
      isUnfolded = true;
    },
    begin: () => {
      isUnfolded = false;
      stay = new WeakSet();
    },
  };
}
