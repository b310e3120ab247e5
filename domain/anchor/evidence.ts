/** Stands before the first and after the last character of a field: reaching an end of the text is context too. */
export const EDGE = '\u0002'.repeat(10);

/** How much further than the context itself the text is looked at, characters. */
const SLACK = 12;

/**
 * How far a text agrees with a context, going outwards from a passage: the best score of any alignment that starts
 * at the passage, a character that agrees counting 1, one that differs or is missing on either side −1
 * (extension as in Smith and Waterman 1981, https://doi.org/10.1016/0022-2836(81)90087-5).
 * Unrelated English agrees by 0 to 4.
 * @param context characters nearest to the passage first
 * @param characterAt of the text, 0 being nearest to the passage
 */
export function agreement(context: string, characterAt: (distance: number) => string): number {
  const width = context.length + SLACK;
  let best = run(context, characterAt);
  if (best === context.length) return best;
  let above = Array.from({ length: width + 1 }, (_, distance) => -distance);
  for (let row = 1; row <= context.length; row++) {
    const current = [-row];
    for (let distance = 1; distance <= width; distance++) {
      const same = context.charAt(row - 1) === characterAt(distance - 1);
      const score = Math.max(
        (above[distance - 1] ?? 0) + (same ? 1 : -1),
        (above[distance] ?? 0) - 1,
        (current[distance - 1] ?? 0) - 1,
      );
      current.push(score);
      if (score > best) best = score;
    }
    above = current;
  }
  return best;
}

/** How many characters agree before the first that differs: a quick estimate of `agreement`. */
export function run(context: string, characterAt: (distance: number) => string): number {
  let length = 0;
  while (length < context.length && context.charAt(length) === characterAt(length)) length++;
  return length;
}
