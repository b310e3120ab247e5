// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepEarlyKeys } from '@/components/app/keys/early';

/** What the page heard, once its own code was there. */
let heard: string[] = [];
const hear = (event: KeyboardEvent): void => {
  heard.push(event.key);
  if (event.key === '/') document.querySelector('input')?.focus();
};

beforeEach(() => {
  heard = [];
  document.body.innerHTML = '<input>';
  // jsdom has no editor.
  document.execCommand = vi.fn((name: string, _: boolean, text?: string) => {
    const field = document.activeElement as HTMLInputElement;
    if (name === 'insertText') field.value += text ?? '';
    return true;
  });
});
afterEach(() => document.removeEventListener('keydown', hear));

function press(
  key: string,
  init: KeyboardEventInit = {},
  target: Element = document.body,
): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

it('gives keys that were pressed early, in their order, and leaves later ones alone', async () => {
  const early = keepEarlyKeys(document);
  expect(press('j')).toBe(true);
  press('?');
  document.addEventListener('keydown', hear);
  press('d');
  expect(heard).toEqual([]);
  await early.give();
  expect(heard).toEqual(['j', '?', 'd']);
  expect(press('s')).toBe(false);
  expect(heard).toEqual(['j', '?', 'd', 's']);
});

it('types what comes after a key that led into a field', async () => {
  const early = keepEarlyKeys(document);
  for (const key of ['/', 's', 'o', 'x']) press(key);
  document.addEventListener('keydown', hear);
  await early.give();
  expect(document.querySelector('input')?.value).toBe('sox');
});

it('leaves keys of the browser and of elements with the focus to them, and keeps Ctrl+K', async () => {
  const early = keepEarlyKeys(document);
  expect(press('r', { ctrlKey: true })).toBe(false);
  expect(press('Tab')).toBe(false);
  expect(press('x', {}, document.querySelector('input') ?? document.body)).toBe(false);
  expect(press('k', { ctrlKey: true })).toBe(true);
  document.addEventListener('keydown', hear);
  await early.give();
  expect(heard).toEqual(['k']);
});
