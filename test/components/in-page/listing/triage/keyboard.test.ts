// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { createKeyboard } from '@/components/in-page/listing/triage/keyboard';
import { DEFAULT_KEYS } from '@/domain/commands';
import { listedOf } from '../../listed';

/** A page in triage at its first entry; `done` says what keys did. */
function page() {
  const done: string[] = [];
  const [item] = listedOf({});
  const host = document.body.appendChild(document.createElement('div'));
  const onKey = createKeyboard({
    layer: { host },
    frame: { takeKey: ({ key }) => key === 'x' },
    cards: { close: () => Boolean(done.push('close')), pointed: () => null },
    dock: { closeSheet: () => false },
    decisions: { isLast: () => false, turn: () => Promise.resolve() },
    triage: { current: () => item ?? null },
    keys: () => DEFAULT_KEYS,
    commands: new Proxy({} as never, { get: (_, name) => () => done.push(String(name)) }),
    act: () => undefined,
    entryNow: (at) => at,
  });
  const press = (key: string): boolean => onKey(new KeyboardEvent('keydown', { key }));
  return { press, done, host };
}

const showAlone = (element: Element | null): void => {
  Object.defineProperty(document, 'fullscreenElement', { value: element, configurable: true });
};

afterEach(() => showAlone(null));

test('while a part of the page is on the whole screen, keys of triage are the page’s', () => {
  const { press, done } = page();
  showAlone(document.body);
  expect([press('s'), press('Escape')]).toEqual([false, false]);
  // Text that is typed for a card is never the page's.
  expect(press('x')).toBe(true);
  expect(done).toEqual([]);
  showAlone(document.documentElement);
  expect([press('s'), press('Escape')]).toEqual([true, true]);
  expect(done).toEqual(['save', 'close']);
});

test('while the page has taken the layer away, keys of triage are the page’s', () => {
  const { press, done, host } = page();
  host.remove();
  expect([press('s'), press('Escape'), press('x')]).toEqual([false, false, true]);
  expect(done).toEqual([]);
});
