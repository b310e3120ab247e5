/** Numbers in [0, 1). */
export type Random = () => number;

/**
 * A generator that always begins alike (Mulberry32, T. Ettinger, public domain,
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A matrix of random signs: as good as normal numbers for finding the range of a matrix, and cheaper. */
export function signs(length: number, random: Random): Float32Array {
  const out = new Float32Array(length);
  for (let at = 0; at < length; at++) out[at] = random() < 0.5 ? -1 : 1;
  return out;
}

/** The numbers from 0 in a random order (Fisher and Yates). */
export function shuffled(length: number, random: Random): Int32Array {
  const out = Int32Array.from({ length }, (_, index) => index);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = out[at] ?? 0;
    out[at] = out[other] ?? 0;
    out[other] = held;
  }
  return out;
}
