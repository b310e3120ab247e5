import { expect, it } from 'vitest';
import { freeColour, TAG_COLOURS } from '@/domain/paper/tag';

it('gives no colour twice while one is free, and the rarest afterwards', () => {
  const taken: number[] = [];
  for (let tag = 0; tag < TAG_COLOURS; tag += 1) taken.push(freeColour(3, taken));
  expect(taken).toEqual([3, 4, 5, 6, 7, 0, 1, 2]);
  expect(freeColour(3, [...taken, 3, 4])).toBe(5);
});

it('leaves a tag the colour of its name where no other tag has that', () => {
  expect(freeColour(6, [0, 1])).toBe(6);
});
