import { expect, test } from 'vitest';
import { createEarlyKeys } from '@/components/in-page/frame/early-keys';

const key = (name: string) => ({ key: name, code: name }) as KeyboardEvent;

function early() {
  const sent: string[] = [];
  const card = { isIn: false };
  const keys = createEarlyKeys(
    (all) => sent.push(all.map(({ key: name }) => name).join('')),
    () => card.isIn,
  );
  return { keys, sent, card };
}

test('what is typed before the card has the keyboard is typed there, in its order', () => {
  const { keys, sent, card } = early();
  keys.await(1, true);
  for (const name of 'dust') expect(keys.take(key(name))).toBe(true);
  expect(sent).toEqual([]);
  keys.arrived(1);
  expect(sent).toEqual(['dust']);
  card.isIn = true;
  expect(keys.take(key('y'))).toBe(true);
  expect(sent).toEqual(['dust', 'y']);
});

test('keys for a card that another one followed are typed nowhere', () => {
  const { keys, sent } = early();
  keys.await(1, true);
  keys.take(key('a'));
  keys.await(2, true);
  keys.take(key('b'));
  keys.arrived(1);
  expect(sent).toEqual([]);
  keys.arrived(2);
  expect(sent).toEqual(['b']);
});

test('Escape, and keys while no card waits for them, stay with the page', () => {
  const { keys } = early();
  expect(keys.take(key('s'))).toBe(false);
  keys.await(1, false);
  expect(keys.take(key('s'))).toBe(false);
  keys.await(2, true);
  expect(keys.take(key('Escape'))).toBe(false);
});
