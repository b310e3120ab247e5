import { fold } from '@/domain/text';

/** How well a folded label fits one folded word, the better the lower; `null` where it does not. */
function fit(label: string, word: string): number | null {
  if (label.startsWith(word)) return 0;
  if (label.split(/[^\p{L}\p{N}]+/u).some((own) => own.startsWith(word))) return 1;
  return label.includes(word) ? 2 : null;
}

/**
 * Of labelled things those that have every word of a typed text in their labels, in any case and without accents: first
 * the labels that begin with one, then those of which a word does. Alike ones keep their order.
 */
export function matching<Thing extends { label: string }>(
  things: readonly Thing[],
  text: string,
): Thing[] {
  const words = fold(text).trim().split(/\s+/).filter(Boolean);
  return things
    .flatMap((thing) => {
      const label = fold(thing.label);
      const fits = words.map((word) => fit(label, word));
      const known = fits.filter((one) => one !== null);
      if (known.length < fits.length) return [];
      return [{ thing, worth: known.reduce((sum, one) => sum + one, 0) }];
    })
    .toSorted((a, b) => a.worth - b.worth)
    .map(({ thing }) => thing);
}
