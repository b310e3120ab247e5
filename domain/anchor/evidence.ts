/** Comes before the first and after the last character of a field: an end of the text is context too. */
export const EDGE = '\u0002'.repeat(10);

/** How much further than the context itself the text is looked at, characters. */
const SLACK = 12;

/** One row of the alignment, and the characters of the text; kept, since an anchor asks a hundred times. */
const ROW = new Int16Array(128);
const SAID = new Uint16Array(128);

/** How far a text agrees with the context on one side of a passage, in characters. */
export interface Agreement {
  all: number;
  /** Of the context within the passage's own sentence. */
  near: number;
}

/**
 * How far a text agrees with a context, going outwards from a passage: the best score of any alignment that starts
 * at the passage, a character that agrees counting 1, one that differs or is missing on either side −1
 * (extension as in Smith and Waterman 1981, https://doi.org/10.1016/0022-2836(81)90087-5).
 * Unrelated English agrees by 0 to 4.
 * @param context characters nearest to the passage first
 * @param near how many of them belong to the passage's own sentence
 * @param characterAt of the text, 0 being nearest to the passage
 */
export function agreement(
  context: string,
  near: number,
  characterAt: (distance: number) => string,
): Agreement {
  const all = agreeingLength(context, characterAt);
  if (all === context.length) return { all, near };
  const best: Agreement = { all, near: Math.min(all, near) };
  const width = Math.min(context.length + SLACK, ROW.length - 1);
  for (let distance = 0; distance <= width; distance++) {
    ROW[distance] = -distance;
    SAID[distance] = characterAt(distance).charCodeAt(0);
  }
  for (let row = 1; row <= context.length; row++) {
    const wanted = context.charCodeAt(row - 1);
    // The cell up and to the left, as it was before this row.
    let corner = ROW[0] ?? 0;
    ROW[0] = -row;
    for (let distance = 1; distance <= width; distance++) {
      const above = ROW[distance] ?? 0;
      const same = corner + (wanted === SAID[distance - 1] ? 1 : -1);
      const score = Math.max(same, above - 1, (ROW[distance - 1] ?? 0) - 1);
      ROW[distance] = score;
      corner = above;
      if (score > best.all) best.all = score;
      if (row <= near && score > best.near) best.near = score;
    }
  }
  return best;
}

/** How many characters agree before the first that differs: a quick estimate of `agreement`. */
export function agreeingLength(context: string, characterAt: (distance: number) => string): number {
  let length = 0;
  while (length < context.length && context.charAt(length) === characterAt(length)) length++;
  return length;
}
