/**
 * The shortest list of steps that still fails, as far as a number of tries goes: pieces are left out, first large ones
 * (delta debugging: Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002). The last step
 * is the one that failed, and stays.
 */
export async function shrink<T>(
  steps: readonly T[],
  fails: (steps: readonly T[]) => Promise<boolean>,
  tries: number,
): Promise<T[]> {
  let left = tries;
  let shortest = [...steps];
  for (let size = Math.ceil((shortest.length - 1) / 2); size >= 1; ) {
    let found = false;
    for (let from = 0; from < shortest.length - 1 && left > 0; ) {
      const upTo = Math.min(from + size, shortest.length - 1);
      const shorter = [...shortest.slice(0, from), ...shortest.slice(upTo)];
      left -= 1;
      if (await fails(shorter)) {
        shortest = shorter;
        found = true;
      } else from = upTo;
    }
    if (left === 0 || (size === 1 && !found)) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return shortest;
}
