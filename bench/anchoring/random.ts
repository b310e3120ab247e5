import { type Random, seeded } from '@/domain/topics/numbers/random';

export { type Random, seeded };

export const whole = (random: Random, below: number): number => Math.floor(random() * below);

export const choose = <T>(random: Random, list: readonly T[]): T => {
  const value = list[whole(random, list.length)];
  if (value === undefined) throw new Error('Nothing to choose from.');
  return value;
};
