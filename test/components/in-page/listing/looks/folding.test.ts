import { expect, test } from 'vitest';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createFolding } from '@/components/in-page/listing/looks/folding';
import type { Treatment } from '@/domain/settings';
import { listedOf } from '../../listed';

/** A list on which dismissed papers are folded. */
function list() {
  const listed = listedOf({ status: 'dismissed' }, {}, {});
  const folding = createFolding(() => listed);
  let folded: ListedEntry[] = [];
  const view = {
    mayFold: true,
    treatmentOf: ({ state }: ListedEntry): Treatment =>
      state.status === 'dismissed' ? 'fold' : 'show',
  };
  const draw = (): number[] => {
    folded = folding.due(view);
    return folded.map(({ index }) => index);
  };
  const change = (items: readonly ListedEntry[]): void =>
    folding.changed(items, (item) => folded.includes(item));
  return { listed, folding, view, draw, change };
}

test('what was decided before the visit is folded at once', () => {
  const { listed, draw, change } = list();
  change(listed);
  expect(draw()).toEqual([0]);
});

test('what is decided before a person’s eyes stays, until the settings fold anew', () => {
  const { listed, folding, draw, change } = list();
  change(listed);
  draw();
  const [, second] = listed;
  second!.state = { ...second!.state, status: 'dismissed' };
  change([second!]);
  expect(draw()).toEqual([0]);
  folding.begin();
  expect(draw()).toEqual([0, 1]);
});

test('what was folded and changes stays folded', () => {
  const { listed, draw, change } = list();
  change(listed);
  draw();
  change([listed[0]!]);
  expect(draw()).toEqual([0]);
});

test('what a person unfolded stays open for the visit', () => {
  const { listed, folding, draw, change } = list();
  change(listed);
  draw();
  folding.unfold();
  expect(draw()).toEqual([]);
});
