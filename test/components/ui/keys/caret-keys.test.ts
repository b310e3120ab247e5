import { expect, test } from 'vitest';
import { caretAfter } from '@/components/ui/keys/caret-keys';

test('keys move a caret by characters and lines', () => {
  const text = 'ab\ncdef\n😀';
  const after = (at: number, ...keys: string[]) =>
    keys.reduce((caret, key) => caretAfter(text, caret, key), at);
  expect(after(0, 'ArrowLeft')).toBe(0);
  expect(after(4, 'ArrowLeft')).toBe(3);
  expect(after(8, 'ArrowRight')).toBe(10);
  expect(after(10, 'ArrowLeft')).toBe(8);
  expect(after(10, 'ArrowRight')).toBe(10);
  expect(after(5, 'Home')).toBe(3);
  expect(after(5, 'End')).toBe(7);
  expect(after(6, 'ArrowUp')).toBe(2);
  expect(after(1, 'ArrowUp')).toBe(0);
  expect(after(1, 'ArrowDown')).toBe(4);
  expect(after(5, 'ArrowDown')).toBe(10);
  expect(after(9, 'ArrowDown')).toBe(10);
  expect(caretAfter('\nab', 2, 'ArrowUp')).toBe(0);
  expect(caretAfter('\nab', 0, 'Home')).toBe(0);
});
