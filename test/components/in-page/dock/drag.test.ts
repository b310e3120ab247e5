// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createDrag } from '@/components/in-page/dock/drag';

/** A bar that is pressed at (10, 10) with a pointer that is down, was let go, or is unknown by now. */
function pressed(pointer: 'down' | 'up' | 'unknown') {
  const moves: boolean[] = [];
  const area = document.body.appendChild(document.createElement('div'));
  // As browsers do it: a pointer without a pressed button is captured by nothing.
  area.setPointerCapture = () => {
    if (pointer === 'unknown') throw new DOMException('', 'NotFoundError');
  };
  area.hasPointerCapture = () => pointer === 'down';
  const drag = createDrag({
    box: () => ({ left: 0, top: 0, width: 20, height: 20 }),
    view: () => ({ left: 0, top: 0, width: 500, height: 500 }),
    move: (_, isDone) => moves.push(isDone),
  });
  const at = (type: string, x: number): Event =>
    new MouseEvent(type, { clientX: x, clientY: 10, bubbles: true });
  area.addEventListener('pointerdown', drag.onPointerDown);
  area.dispatchEvent(at('pointerdown', 10));
  return { moves, at: (type: string, x: number) => area.dispatchEvent(at(type, x)) };
}

test('a bar follows the pointer until it is let go', () => {
  const { moves, at } = pressed('down');
  at('pointermove', 12);
  expect(moves).toEqual([]);
  at('pointermove', 100);
  at('pointerup', 120);
  at('pointermove', 200);
  expect(moves).toEqual([false, true]);
});

test.each(['up', 'unknown'] as const)(
  'a press that is done when its pointer is %s drags nothing',
  (pointer) => {
    const { moves, at } = pressed(pointer);
    at('pointermove', 100);
    at('pointerup', 120);
    expect(moves).toEqual([]);
  },
);
