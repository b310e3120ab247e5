import { computed, signal } from '@preact/signals';
import type { createList } from './list-state';

/**
 * Papers chosen for an action on all of them. They stay chosen while the list is scrolled or sorted, and no longer than
 * the list has them.
 */
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
    /** Lets go of papers that the list has no more: nothing is done to papers that show nowhere. */
    keepListed: async (): Promise<void> => {
      if (chosen.peek().size === 0) return;
      const listed = new Set(await list.idsBetween());
      const kept = [...chosen.peek()].filter((id) => listed.has(id));
      if (kept.length < chosen.peek().size) set(kept);
    },
  };
}
