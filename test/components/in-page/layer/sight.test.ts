// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSight } from '@/components/in-page/layer/sight';
import type { Seen } from '@/components/in-page/layer/visibility';

/** What the browser says of a control in the window. */
const seen = (isVisible: boolean): Seen =>
  ({
    isVisible,
    isIntersecting: true,
    boundingClientRect: { top: 10, bottom: 30, left: 10, right: 30 },
  }) as Seen;

/** The browser's next word to whom asked last. */
let say: (isVisible: boolean) => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      get isVisible(): boolean {
        return false;
      }
    },
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (records: Seen[]) => void) {
        say = (isVisible) => tell([seen(isVisible)]);
      }
      observe = (): void => undefined;
      unobserve = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
});
afterEach(() => void vi.useRealTimers());

/** What is known of a press on what shows now, by how the control looked before anything judged. */
function pressed(before: Seen[]) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const sight = createSight({ root, origin: () => ({ left: 0, top: 0, scale: 1 }), before });
  sight.aim({ clientX: 20, clientY: 20, type: 'pointerdown' });
  say(true);
  return sight;
}

test('a press on what was covered just before anything judged it does not count, until a moment has gone by', () => {
  const { isClear } = pressed([seen(true), seen(false)]);
  expect(isClear()).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(isClear()).toBe(true);
});

test('a press on what nothing covered counts', () => {
  expect(pressed([seen(true)]).isClear()).toBe(true);
  expect(pressed([]).isClear()).toBe(true);
});

test('a press on what is covered now never counts', () => {
  const { isClear } = pressed([]);
  say(false);
  vi.advanceTimersByTime(1_000);
  expect(isClear()).toBe(false);
});
