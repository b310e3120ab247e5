import { expect, test } from 'vitest';
import { shrink } from '@/scripts/torture/shrink';

/** Fails where all of some steps are there, in their order. */
const failsBy =
  (...needed: number[]) =>
  async (steps: readonly number[]): Promise<boolean> => {
    const left = [...needed];
    for (const step of steps) if (step === left[0]) left.shift();
    return left.length === 0;
  };

const steps = Array.from({ length: 60 }, (_, index) => index);

test('of many steps those stay that a failure needs, and the last', async () => {
  expect(await shrink(steps, failsBy(7, 41), 200)).toEqual([7, 41, 59]);
});

test('with few tries it is shorter, and still fails', async () => {
  const fails = failsBy(7, 41);
  const shorter = await shrink(steps, fails, 6);
  expect(shorter.length).toBeLessThan(steps.length);
  expect(await fails(shorter)).toBe(true);
  expect(shorter.at(-1)).toBe(59);
});

test('what fails by its last step alone is that step', async () => {
  expect(await shrink(steps, failsBy(), 200)).toEqual([59]);
});
