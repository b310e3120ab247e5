import type { Shelf } from './shelf';

/** The name of what is kept: `true` from the welcome page on, `false` from the first paper that was decided about. */
const NEWCOMER = 'newcomer';

/** Knows whether a person has still to find out what a mark does. */
export interface Newcomer {
  is: () => Promise<boolean>;
  /** The welcome page has opened; nobody who was here before is new again. */
  arrives: () => Promise<void>;
  /** The person has done something with a paper. */
  acts: () => Promise<void>;
}

/** Keeps outside the library whether a person is new to Gloss; one for each context that asks. */
export function createNewcomer(shelf: Pick<Shelf, 'get' | 'set'>): Newcomer {
  let hasActed = false;
  return {
    is: async () => !hasActed && (await shelf.get(NEWCOMER)) === true,
    arrives: async () => {
      if ((await shelf.get(NEWCOMER)) === undefined) await shelf.set({ [NEWCOMER]: true });
    },
    acts: async () => {
      if (hasActed) return;
      hasActed = true;
      if ((await shelf.get(NEWCOMER)) === true) await shelf.set({ [NEWCOMER]: false });
    },
  };
}
