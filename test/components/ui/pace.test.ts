import { expect, test } from 'vitest';
import { createPace } from '@/components/ui/pace';

function clock() {
  let now = 0;
  let due: { at: number; call: () => void } | null = null;
  const saves: number[] = [];
  const pace = createPace({
    save: () => {
      saves.push(now);
      pace.begun();
    },
    later: (call, wait) => {
      const own = { at: now + wait, call };
      due = own;
      return () => {
        if (due === own) due = null;
      };
    },
    now: () => now,
  });
  const pass = (ms: number) => {
    const end = now + ms;
    while (due && due.at <= end) {
      const { at, call } = due;
      due = null;
      now = at;
      call();
    }
    now = end;
  };
  return { pace, pass, saves };
}

test('saves after a pause, once for all keys before it', () => {
  const { pace, pass, saves } = clock();
  for (let keys = 0; keys < 5; keys += 1) {
    pace.typed();
    pass(100);
  }
  pass(10_000);
  expect(saves).toEqual([600]);
});

test('a person who types without a pause is saved every two seconds', () => {
  const { pace, pass, saves } = clock();
  for (let keys = 0; keys < 60; keys += 1) {
    pace.typed();
    pass(100);
  }
  expect(saves).toEqual([2_000, 4_000, 6_000]);
});

test('tries again later and later, and anew after it went well', () => {
  const { pace, pass, saves } = clock();
  for (const wait of [1_000, 5_000, 15_000, 60_000, 60_000]) {
    const before = saves.length;
    pace.failed();
    pass(wait - 1);
    expect(saves).toHaveLength(before);
    pass(1);
    expect(saves).toHaveLength(before + 1);
  }
  pace.saved();
  pace.failed();
  pass(1_000);
  expect(saves).toHaveLength(6);
});
