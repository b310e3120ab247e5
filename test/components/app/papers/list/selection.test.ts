import { expect, it } from 'vitest';
import { createSelection } from '@/components/app/papers/list/selection';

const ids = ['a', 'b', 'c', 'd', 'e'];

/** A selection over a list of five papers. */
const selectionOver = () =>
  createSelection({
    idAt: (index: number) => ids[index],
    idsBetween: async (first?: number, last?: number) =>
      ids.slice(first ?? 0, (last ?? ids.length) + 1),
  } as Parameters<typeof createSelection>[0]);

it('a click chooses a paper, a second one lets it go', () => {
  const selection = selectionOver();
  selection.toggle(1);
  selection.toggle(3);
  expect([...selection.chosen.value]).toEqual(['b', 'd']);
  selection.toggle(1);
  expect(selection.has('b')).toBe(false);
  expect(selection.count.value).toBe(1);
});

it('Shift reaches from the last click in either direction, and keeps what was chosen', async () => {
  const selection = selectionOver();
  selection.toggle(0);
  selection.toggle(4);
  await selection.extend(2);
  expect([...selection.chosen.value]).toEqual(['a', 'e', 'c', 'd']);
});

it('everything means everything that the search finds; clearing leaves nothing', async () => {
  const selection = selectionOver();
  await selection.all();
  expect(selection.count.value).toBe(5);
  selection.clear();
  expect(selection.count.value).toBe(0);
});

it('a place beyond the list chooses nothing', () => {
  const selection = selectionOver();
  selection.toggle(9);
  expect(selection.count.value).toBe(0);
});
