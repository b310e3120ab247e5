import { expect, test } from 'vitest';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createWhereabouts } from '@/components/in-page/listing/triage/whereabouts';
import { listedOf } from '../../listed';

/** A list that a page fills anew; a person is at its third entry. */
function list() {
  let listed: ListedEntry[] = listedOf({}, {}, {}, {});
  const here = createWhereabouts(() => listed);
  const [, , third] = listed;
  if (!third) throw new Error('nothing is listed');
  const isOther = [here.go(third), here.go(third)];
  const fill = (next: ListedEntry[]): void => {
    for (const [index, item] of next.entries()) item.index = index;
    for (const item of listed) if (!next.includes(item)) item.index = -1;
    listed = next;
  };
  return { here, third, isOther, fill, listed: () => listed };
}

test('a step to the same entry is none', () => {
  expect(list().isOther).toEqual([true, false]);
});

test('a person stays at an entry that moves', () => {
  const { here, third, fill, listed } = list();
  fill([third, ...listed().filter((item) => item !== third)]);
  expect(here.at()).toBe(third);
});

test('where the entry leaves the page, the one in its place is the current one', () => {
  const { here, third, fill, listed } = list();
  const [first, second, , fourth] = listed();
  fill(listed().filter((item) => item !== third));
  expect(here.at()).toBe(fourth);
  fill([first!, second!]);
  expect(here.at()).toBe(second);
});

test('a list that is empty for a moment loses nobody’s place', () => {
  const { here, fill } = list();
  fill([]);
  expect(here.at()).toBeNull();
  const next = listedOf({}, {}, {}, {});
  fill(next);
  expect(here.at()).toBe(next[2]);
});

test('who left is nowhere', () => {
  const { here } = list();
  here.leave();
  expect(here.at()).toBeNull();
});
