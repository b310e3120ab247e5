import { expect, test } from 'vitest';
import { createKeptKeys } from '@/components/in-page/frame/kept-keys';

const key = (name: string, init: Partial<KeyboardEvent> = {}) =>
  ({
    key: name,
    code: name,
    timeStamp: 0,
    getModifierState: () => false,
    ...init,
  }) as unknown as KeyboardEvent;

function kept() {
  const card = { isClaimed: false, asked: 0 };
  const keys = createKeptKeys(
    () => card.isClaimed,
    () => void (card.asked += 1),
  );
  const handOver = () =>
    keys
      .handOver()
      .map(({ key: name }) => name)
      .join(' ');
  return { keys, card, handOver };
}

test('what is typed before the card has the keyboard is typed there, in its order', () => {
  const { keys, card, handOver } = kept();
  keys.open(true);
  for (const name of ['d', 'Backspace', 's']) expect(keys.take(key(name))).toBe(true);
  expect(handOver()).toBe('d Backspace s');
  expect(card.asked).toBe(0);
  card.isClaimed = true;
  expect(keys.take(key('y'))).toBe(true);
  expect(card.asked).toBe(1);
  expect(handOver()).toBe('y');
});

test('keys for a card that another one followed are typed nowhere', () => {
  const { keys, handOver } = kept();
  keys.open(true);
  keys.take(key('a'));
  keys.open(true);
  keys.take(key('b'));
  expect(handOver()).toBe('b');
});

test('keys while no card waits for them, and the browser’s own, stay with the page', () => {
  const { keys } = kept();
  expect(keys.take(key('s'))).toBe(false);
  keys.open(false);
  expect(keys.take(key('s'))).toBe(false);
  keys.open(true);
  for (const event of [
    key('r', { ctrlKey: true }),
    key('F5'),
    key('Shift'),
    key('f', { altKey: true }),
    key('a', { isComposing: true }),
    key('Dead'),
  ])
    expect(keys.take(event), event.key).toBe(false);
  for (const event of [
    key('z', { ctrlKey: true }),
    key('@', { ctrlKey: true, altKey: true, getModifierState: () => true }),
  ])
    expect(keys.take(event), event.key).toBe(true);
});

test('a paste that comes to the page while a card waits or has the keyboard is kept from it', () => {
  const { keys, card, handOver } = kept();
  const pastes = [
    key('v', { ctrlKey: true }),
    key('V', { metaKey: true }),
    key('Insert', { shiftKey: true }),
  ];
  const take = () => pastes.map((paste) => keys.take(paste));
  expect(take()).toEqual([false, false, false]);
  keys.open(true);
  expect(take()).toEqual([true, true, true]);
  expect([handOver(), card.asked]).toEqual(['', 0]);
  card.isClaimed = true;
  expect(take()).toEqual([true, true, true]);
  expect(card.asked).toBe(3);
});

test('Escape closes a card at once, and after the text that was typed before', () => {
  const { keys, handOver } = kept();
  keys.open(true);
  expect(keys.take(key('Escape'))).toBe(false);
  keys.take(key('a'));
  expect(keys.take(key('Escape'))).toBe(true);
  expect(handOver()).toBe('a Escape');
});

test('keys of a frame that is left are typed in the order in which they were pressed', () => {
  const [left, { keys, handOver }] = [kept(), kept()];
  keys.add([]);
  for (const [pressed, at] of [
    ['a', 1],
    ['c', 3],
  ] as const) {
    left.keys.open(true);
    left.keys.take(key(pressed, { timeStamp: at }));
    const held = left.keys.handOver();
    keys.add(held);
    expect(handOver()).toBe('');
    keys.await();
    keys.take(key('b', { timeStamp: 2 }));
    keys.add(held);
    expect(handOver()).toBe(pressed === 'a' ? 'a b' : 'b c');
  }
});
