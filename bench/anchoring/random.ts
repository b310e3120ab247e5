/** Numbers from 0 to 1 that are the same in every run (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Random = () => number;

export const whole = (random: Random, below: number): number => Math.floor(random() * below);

export const choose = <T>(random: Random, list: readonly T[]): T => {
  const value = list[whole(random, list.length)];
  if (value === undefined) throw new Error('Nothing to choose from.');
  return value;
};
