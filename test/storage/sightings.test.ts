import { expect, test } from 'vitest';
import { NO_DAYS, sureDay, withDay } from '@/domain/days';
import { sweepSightings } from '@/storage/sightings';
import { openLibrary } from './open';

const rows = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = from + index;
    return { key: `arxiv:${at}`, site: 'arxiv', firstAt: at, lastAt: at, count: 1 };
  });

test('sightings go when they are old, and the oldest of too many, in slices', async () => {
  const { db } = openLibrary();
  await db.sightings.bulkAdd([...rows(5_000, 1), ...rows(3_000, 10_000)]);
  let slices = 1;
  while (await sweepSightings(db, { before: 10_000, most: 500 })) slices += 1;
  expect(slices).toBeGreaterThan(4);
  const left = await db.sightings.orderBy('lastAt').toArray();
  expect(left.map(({ lastAt }) => lastAt)).toEqual(rows(500, 12_500).map(({ lastAt }) => lastAt));
  expect(await sweepSightings(db, { before: 10_000, most: 500 })).toBe(false);
});

test('a day that a wrong clock told does not make sightings old', () => {
  const days = [100, 101, 102, 900].reduce(withDay, NO_DAYS);
  expect(sureDay(days)).toBe(100);
  expect([101, 102, 900, 101].reduce(withDay, days).count).toBe(days.count);
});
