import type { Shelf } from '@/domain/shelf';

const KEY = 'seal';

/**
 * A secret that only content scripts of this installation know, before and after an update. No export and no page
 * has it. It lies outside the library, because a restore may replace the library. Empty where it can't be kept.
 */
export function createSeal(shelf: Shelf, newId: () => string): () => Promise<string> {
  const made = async (): Promise<string> => {
    const known = await shelf.get(KEY);
    if (typeof known === 'string') return known;
    const seal = newId();
    await shelf.set({ [KEY]: seal });
    return seal;
  };
  let seal: Promise<string> | null = null;
  // Once for all who ask at the same time; tried again by the next where it failed.
  return () =>
    (seal ??= made()).catch(() => {
      seal = null;
      return '';
    });
}
