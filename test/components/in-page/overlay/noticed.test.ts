// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createNoticed } from '@/components/in-page/overlay/noticed';

const event = (type: string, at: number, init: PointerEventInit = {}) => {
  const made = new PointerEvent(type, {
    pointerType: 'mouse',
    clientX: 10,
    clientY: 10,
    relatedTarget: document.body,
    ...init,
  });
  for (const [name, value] of Object.entries({
    timeStamp: at,
    movementX: init.movementX ?? 0,
    movementY: init.movementY ?? 0,
  }))
    Object.defineProperty(made, name, { value });
  return made;
};
/** A mark of 20 by 20 pixels in the corner. */
const mark = {
  getBoundingClientRect: () => ({ left: 0, top: 0, right: 20, bottom: 20 }),
} as Element;

test('what came under a resting pointer takes a press once it could be noticed', () => {
  const noticed = createNoticed<string>();
  expect(noticed.has('a', event('pointerdown', 0)), 'nobody heard').toBe(true);
  noticed.over('a', event('pointerover', 1_000), mark);
  // A hand is never quite still.
  noticed.over('a', event('pointermove', 1_050, { movementX: 2 }), mark);
  expect(noticed.has('a', event('pointerdown', 1_200))).toBe(false);
  expect(noticed.has('b', event('pointerdown', 1_400))).toBe(false);
  expect(noticed.has('a', event('pointerdown', 1_300))).toBe(true);
  // Another paper's mark in its place.
  noticed.over('b', event('pointerover', 1_310), mark);
  expect(noticed.has('b', event('pointerdown', 1_400))).toBe(false);
});

test('what the pointer came to takes a press at once, until the pointer was elsewhere', () => {
  const noticed = createNoticed<string>();
  noticed.over('a', event('pointerover', 1_000), mark);
  noticed.over('a', event('pointermove', 1_000, { movementX: 30 }), mark);
  noticed.over('a', event('pointermove', 1_010, { movementX: 1 }), mark);
  expect(noticed.has('a', event('pointerdown', 1_020))).toBe(true);
  noticed.out();
  noticed.over('a', event('pointerover', 1_030), mark);
  expect(noticed.has('a', event('pointerdown', 1_040))).toBe(false);
});

test('a pointer that comes from outside of the window is meant to be where it is', () => {
  const noticed = createNoticed<string>();
  noticed.over('a', event('pointerover', 1_000, { relatedTarget: null }), mark);
  expect(noticed.has('a', event('pointerdown', 1_001))).toBe(true);
});

test('a finger is nowhere before it presses', () => {
  const noticed = createNoticed<string>();
  expect(noticed.has('a', event('pointerdown', 0, { pointerType: 'touch' }))).toBe(true);
});
