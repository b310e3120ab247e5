import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, isAhead, nextStamp, restamp, STAMP, timeOf } from '@/domain/paper/clock';
import { stamp as shape } from '@/domain/shapes';
import { clockTime, LAST_TIME } from '@/domain/time';

const anyTime = fc.integer({ min: 0, max: LAST_TIME });
const anyStamp = fc
  .tuple(anyTime, fc.integer({ min: 0, max: 36 ** 4 - 1 }), fc.constantFrom('ann', 'bo'))
  .map(
    ([time, count, device]) =>
      `${time.toString(36).padStart(9, '0')}-${count.toString(36).padStart(4, '0')}-${device}`,
  );

test('every stamp that is given can be read, and is later than the one before, to the end of time', () => {
  fc.assert(
    fc.property(anyStamp, anyTime, (last, now) => {
      const next = nextStamp(last, now, 'ann');
      expect(next).toMatch(STAMP);
      expect(shape.safeParse(next).success).toBe(true);
      const isEnd = last.startsWith(LAST_TIME.toString(36).padStart(9, '0'));
      if (!isEnd) expect(next > last).toBe(true);
    }),
  );
  const end = nextStamp(null, LAST_TIME, 'ann').replace('-0000-', '-zzzz-');
  expect(shape.safeParse(nextStamp(end, LAST_TIME, 'ann')).success).toBe(true);
});

test('whatever stamp a file brings, what replaces it is later, a million times over', () => {
  const brought = fc.oneof(
    anyStamp,
    fc
      .constantFrom('zzzz', '0000')
      .map((count) => `${LAST_TIME.toString(36).padStart(9, '0')}-${count}-bo`),
  );
  fc.assert(
    fc.property(brought, brought, (one, other) => {
      const [a, b] = [one, other].map((stamp) => shape.parse(stamp)) as [string, string];
      let last = a > b ? a : b;
      for (let edit = 0; edit < 20; edit++) {
        const next = after(last, nextStamp(null, LAST_TIME, 'ann'));
        expect(next > last).toBe(true);
        // A million edits are a millisecond of stamps.
        last = next.replace(/-....-/, '-zzzz-');
      }
      if (timeOf(one) === timeOf(other)) expect(a < b).toBe(one < other);
      expect(shape.parse(a)).toBe(a);
    }),
  );
});

test('a stamp stays as it is unless it replaces a later one, and is then just after that', () => {
  fc.assert(
    fc.property(anyStamp, anyStamp, (replaced, stamp) => {
      fc.pre(timeOf(replaced) < LAST_TIME);
      const risen = after(replaced, stamp);
      expect(risen > replaced).toBe(true);
      if (stamp > replaced) expect(risen).toBe(stamp);
      else expect(timeOf(risen) - timeOf(replaced)).toBeLessThanOrEqual(1);
    }),
  );
});

test('what is ahead by more than two days was stamped by a wrong clock', () => {
  const now = Date.UTC(2026, 10, 30);
  const at = (hours: number) => nextStamp(null, now + hours * 3_600_000, 'ann');
  expect([0, 26, 48, 49, 9_000].map((hours) => isAhead(at(hours), now))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('a stamp is replaced in every place', () => {
  expect(restamp({ a: 'x', x: ['x', { y: 'z' }], n: null }, 'x', 'w')).toEqual({
    a: 'w',
    w: ['w', { y: 'z' }],
    n: null,
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1.7e308, 8.64e15, 1.5])(
  'a clock that says %s gives a time that can be stored',
  (reading) => {
    const time = clockTime(reading);
    expect(Number.isInteger(time) && time >= 0 && time <= LAST_TIME).toBe(true);
  },
);
