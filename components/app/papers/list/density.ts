import { signal } from '@preact/signals';

/** How much of a paper a row of the list shows. */
export const DENSITIES = ['roomy', 'even', 'dense'] as const;
export type Density = (typeof DENSITIES)[number];

/**
 * Heights of rows, px. Roomy: a title of two lines, facts, and a line of what was written or found; even: the same with
 * a title of one line; dense: title and facts.
 */
export const ROW_HEIGHTS: Record<Density, number> = { roomy: 90, even: 70, dense: 52 };

/** Where a page of ours keeps it. */
const KEPT = 'density';

const isDensity = (text: string | null): text is Density =>
  (DENSITIES as readonly (string | null)[]).includes(text);

/** The density that a person chose; kept for this browser, as it depends on the screen. */
export function createDensity(memory: Pick<Storage, 'getItem' | 'setItem'>) {
  const kept = memory.getItem(KEPT);
  const density = signal<Density>(isDensity(kept) ? kept : 'roomy');
  return {
    density,
    setDensity: (text: string): void => {
      if (!isDensity(text)) return;
      density.value = text;
      memory.setItem(KEPT, text);
    },
  };
}
