import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { IdentifiedEntry } from '@/domain/entry';
import { keysOfIdentity, refOf } from '@/domain/identity/identify';
import { mayJoin } from '@/domain/identity/paper-key';
import type { PaperKey, PaperState } from '@/domain/paper/paper';

/** Finds the entries of a paper. */
export interface ByPaper {
  entriesOf: (state: PaperState) => ListedEntry[];
  /** Forgets the index: the page lists other entries. */
  forget: () => void;
}

/** Indexes entries when papers first come in, as most pages are read and left. */
export function createByPaper(all: () => readonly ListedEntry[]): ByPaper {
  let byKey: Map<PaperKey, ListedEntry[]> | null = null;
  return {
    entriesOf: (state) => {
      const index = (byKey ??= indexByKey(all()));
      const found = new Set([state.id, ...state.keys].flatMap((key) => index.get(key) ?? []));
      return [...found].filter(({ entry }) => isOf(entry, state));
    },
    forget: () => {
      byKey = null;
    },
  };
}

function indexByKey(items: readonly ListedEntry[]): Map<PaperKey, ListedEntry[]> {
  const index = new Map<PaperKey, ListedEntry[]>();
  for (const item of items)
    for (const key of keysOfIdentity(item.entry.identity)) {
      const known = index.get(key);
      if (known) known.push(item);
      else index.set(key, [item]);
    }
  return index;
}

/** A title that tells too little to join papers still is the title of the paper that was just written. */
function isOf(entry: IdentifiedEntry, state: PaperState): boolean {
  const { keys } = refOf(entry);
  return mayJoin(keys, state.keys) || (keys.length > 0 && keys[0] === state.id);
}
