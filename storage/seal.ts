import type { Shelf } from '@/domain/shelf';

const KEY = 'seal';

/**
 * A word that content scripts of this installation know, of before and after an update, and nobody else: it is never
 * exported, and no page sees it. It lies outside the library, which may be another after it was brought back. Empty
 * where it can't be kept.
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
