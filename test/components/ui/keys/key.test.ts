import { expect, test } from 'vitest';
import { bindingOf } from '@/components/ui/keys/key';

const press = (key: string, code: string, more = {}) =>
  bindingOf({
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  });

test('a key is what it writes, and on other layouts the letter of its place', () => {
  expect(press('j', 'KeyJ')).toBe('j');
  expect(press('J', 'KeyJ', { shiftKey: true })).toBe('J');
  // Dvorak writes another Latin letter there: the letter is meant.
  expect(press('h', 'KeyJ')).toBe('h');
  expect(press('о', 'KeyJ')).toBe('j');
  expect(press('О', 'KeyJ', { shiftKey: true })).toBe('J');
  expect(press('?', 'Slash', { shiftKey: true })).toBe('?');
});

test('Caps Lock changes no key: Shift alone says which letter is meant', () => {
  expect(press('D', 'KeyD')).toBe('d');
  expect(press('d', 'KeyD', { shiftKey: true })).toBe('D');
  expect(press('Д', 'KeyL')).toBe('l');
});

test('nothing with a modifier, and nothing while a word is composed', () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
    expect(press('s', 'KeyS', more)).toBeNull();
  expect(press('s', 'KeyS', { isComposing: true })).toBeNull();
  expect(press('Process', 'KeyS', { keyCode: 229 })).toBeNull();
  expect(press('Shift', 'ShiftLeft', { shiftKey: true })).toBeNull();
});
