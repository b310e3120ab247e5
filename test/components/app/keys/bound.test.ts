import { expect, test } from 'vitest';
import { sheetRows } from '@/components/app/keys/bound';
import { commandsIn, DEFAULT_KEYS, FIXED_KEYS } from '@/domain/commands';

test('a sheet shows the person’s keys of its place, then the fixed ones', () => {
  const rows = sheetRows({ ...DEFAULT_KEYS, save: 'x', note: '' }, 'popup');
  const keys = rows.map(([key]) => key);
  expect(keys.slice(0, 4)).toEqual(['j', 'k', 'x', 'd']);
  expect(keys).not.toContain(DEFAULT_KEYS.nextNew);
  expect(keys.slice(commandsIn('popup').length)).toEqual([FIXED_KEYS.search.key]);
  const texts = rows.map(([, text]) => text);
  expect(new Set(texts).size).toBe(rows.length);
});

test('the library’s sheet has every fixed key', () => {
  const keys = sheetRows(DEFAULT_KEYS, 'library').map(([key]) => key);
  expect(keys).toEqual(
    expect.arrayContaining(Object.values(FIXED_KEYS).map(({ key }): string => key)),
  );
});
