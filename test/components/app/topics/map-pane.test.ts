// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { createMapPane, type Hover } from '@/components/app/topics/map-pane';
import type { Scene } from '@/components/app/topics/scene';
import { toScreen, zoomed } from '@/components/app/topics/view-port';

let resized: () => void = () => undefined;

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        resized = tell;
      }
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
  vi.stubGlobal('matchMedia', () => new EventTarget());
  vi.stubGlobal('requestAnimationFrame', () => 0);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

/** x and y of each dot, in turn. */
const DOTS = [-3, 0, 0, 2, 3, -2];

/** A map on a canvas of a size that the test changes. */
function mapOn(width: number) {
  let shown: Hover | null = null;
  const scene = { at: DOTS, ids: ['a', 'b', 'c'] } as unknown as Scene;
  const content = { scene, selected: new Set<string>(), topics: new Set<number>() };
  const pane = createMapPane(
    () => content,
    (hover) => (shown = hover),
  );
  const canvas = document.createElement('canvas');
  const resize = (next: number): void => {
    Object.defineProperty(canvas, 'clientWidth', { value: next, configurable: true });
    Object.defineProperty(canvas, 'clientHeight', { value: 500, configurable: true });
    resized();
  };
  pane.attach(canvas);
  resize(width);
  const dots = (): boolean[] => {
    const port = pane.port()!;
    return [0, 2, 4].map((at) => {
      const [x, y] = toScreen(port, DOTS[at]!, DOTS[at + 1]!);
      return x >= 0 && x <= port.width && y >= 0 && y <= port.height;
    });
  };
  return { pane, resize, dots, hover: () => shown };
}

test('a whole map stays whole, and its card goes, where an opened paper takes a part of the room', () => {
  const { pane, resize, dots, hover } = mapOn(1_000);
  expect(dots()).toEqual([true, true, true]);
  pane.point(2, 900, 100);
  expect(hover()).not.toBeNull();
  resize(420);
  expect(pane.port()?.width).toBe(420);
  expect(dots()).toEqual([true, true, true]);
  expect(hover()).toBeNull();
});

test('a map that is zoomed or dragged keeps a dot in sight, and the card does not stay behind', () => {
  const { pane, resize, dots, hover } = mapOn(1_000);
  pane.point(0, 10, 10);
  for (let turn = 0; turn < 20; turn += 1) pane.show(zoomed(pane.port()!, 1.5, 3, 3));
  expect(dots()).toContain(true);
  expect(hover()).toBeNull();
  resize(420);
  expect(dots()).toContain(true);
});
