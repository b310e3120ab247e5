import { expect, it } from 'vitest';
import { neighbour } from '@/components/app/papers/list/neighbour';

const listOf = (...ids: string[]) => ({
  idAt: (index: number) => ids[index],
  indexOf: (id: string | null) => ids.indexOf(id ?? ''),
});

it.each([
  ['the next one', 'b', ['b'], 'c'],
  ['the one after all that go', 'b', ['b', 'c'], 'd'],
  ['the one before, at the end', 'd', ['d', 'c'], 'b'],
  ['none, when all go', 'a', ['a', 'b', 'c', 'd'], null],
  ['none, when it is not in the list', 'x', ['x'], null],
])('%s shows after a deletion', (_, shown, gone, next) => {
  expect(neighbour(listOf('a', 'b', 'c', 'd'), shown, new Set(gone))).toBe(next);
});
