import { computed, signal } from '@preact/signals';
import type { createList } from './list-state';

/** Papers chosen for an action on all of them; they stay chosen while the list is scrolled or sorted. */
export function createSelection(list: ReturnType<typeof createList>) {
  const chosen = signal<ReadonlySet<string>>(new Set());
  let anchor = 0;

  const set = (ids: Iterable<string>): void => {
    chosen.value = new Set(ids);
  };
  return {
    chosen,
    count: computed(() => chosen.value.size),
    has: (id: string | undefined): boolean => id !== undefined && chosen.value.has(id),
    /** Chooses these and no others. */
    set,
    clear: (): void => set([]),
    /** Where the next Shift reaches from. */
    anchorAt: (index: number): void => {
      anchor = index;
    },
    toggle: (index: number): void => {
      anchor = index;
      const id = list.idAt(index);
      if (id === undefined) return;
      const next = new Set(chosen.peek());
      if (!next.delete(id)) next.add(id);
      set(next);
    },
    /** Adds everything from the anchor to here. */
    extend: async (index: number): Promise<void> => {
      const ids = await list.idsBetween(Math.min(anchor, index), Math.max(anchor, index));
      set([...chosen.peek(), ...ids]);
    },
    all: async (): Promise<void> => set(await list.idsBetween()),
  };
}
