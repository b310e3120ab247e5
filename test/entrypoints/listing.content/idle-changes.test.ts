import { expect, it } from 'vitest';
import { createQuiet } from '@/entrypoints/listing.content/idle-changes';

it('looks at a ticker less and less, and never later than told', () => {
  const quiet = createQuiet(5_000);
  const looks: number[] = [];
  for (let now = 0; now < 30_000; now += 16) {
    if (quiet.dueAt('ticker', now) > now) continue;
    looks.push(now);
    quiet.learn(['ticker'], false, now);
  }
  expect(looks.length).toBeLessThan(12);
  const gaps = looks.map((at, index) => at - (looks[index - 1] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(5_016);
});

it('looks at once at what was worth a look, and at other kinds', () => {
  const quiet = createQuiet(5_000);
  quiet.learn(['row'], false, 100);
  expect(quiet.dueAt('row', 100)).toBeGreaterThan(100);
  expect(quiet.dueAt('other', 100)).toBe(100);
  quiet.learn(['row'], true, 600);
  expect(quiet.dueAt('row', 600)).toBe(600);
});
