import { expect, test } from 'vitest';
import { statusCount } from '@/components/app/papers/search/status-count';
import { EVERYTHING, type Query } from '@/domain/query/query';

const facets = { status: { saved: 11, dismissed: 9 }, tag: {}, site: {}, has: {}, new: {} };

/** The counts of two statuses beside a query. */
const countsFor = (query: Query) => [
  statusCount(facets, query, 'saved'),
  statusCount(facets, query, 'dismissed'),
];

test('dismissed papers are counted only where the list has all of them', () => {
  expect(countsFor(EVERYTHING)).toEqual([11, undefined]);
  expect(countsFor({ is: 'has', part: 'note' })).toEqual([11, undefined]);
  expect(countsFor({ is: 'status', status: 'dismissed' })).toEqual([11, 9]);
});
