// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createMarkPool } from '@/components/in-page/marks/mark-pool';
import type { Spot } from '@/components/in-page/marks/spot';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { listedOf } from '../listed';

const ORIGIN = { left: 0, top: 0, scale: 1 };
const spotsOf = (...items: ListedEntry[]): Map<ListedEntry, Spot> =>
  new Map(
    items.map((item, at) => [item, { left: 8, top: 40 * at, width: 16, height: 16, size: 'full' }]),
  );

test('a mark that goes from one entry to the next is the next one’s, in all that it says', () => {
  const container = document.createElement('div');
  const pool = createMarkPool({
    container,
    showState: (mark, { state }) => mark.setAttribute('aria-label', state.id),
  });
  const [first, second, third] = listedOf({}, {}, {});
  if (!first || !second || !third) throw new Error('nothing is listed');
  pool.put(spotsOf(first, second), ORIGIN);
  const mark = pool.get(first);
  if (!mark) throw new Error('there is no mark');
  mark.dataset.open = 'true';
  expect(pool.itemOf(mark)).toBe(first);
  pool.put(spotsOf(second), ORIGIN);
  expect([pool.itemOf(mark), pool.get(first), mark.isConnected]).toEqual([null, undefined, false]);
  pool.put(spotsOf(second, third), ORIGIN);
  expect(pool.get(third)).toBe(mark);
  expect(pool.itemOf(mark)).toBe(third);
  expect([mark.getAttribute('aria-label'), mark.dataset.open]).toEqual(['p2', 'false']);
  expect(container.children).toHaveLength(2);
});
