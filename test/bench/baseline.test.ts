import { expect, test } from 'vitest';
import { worseThan } from '@/bench/baseline';

const line = (name: string, ratio: number) => ({
  name,
  ratio,
  about: '',
  unit: 'ms',
  ours: ratio,
  reference: 1,
  limit: 2,
});

test('a line that got worse by a third is named with what it was, and no other is', () => {
  const baseline = { at: '2026-11-30', ratios: { search: 1.2, popup: 1.5, none: 0 } };
  const lines = [line('search', 1.61), line('popup', 1.99), line('new', 9), line('none', 0)];
  expect(worseThan(baseline, lines)).toEqual([
    'search: 1.61 times its reference, 1.2 on 2026-11-30',
  ]);
});
