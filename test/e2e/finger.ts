import type { Page } from '@playwright/test';

interface Point {
  x: number;
  y: number;
}

export const middleOf = ({
  x,
  y,
  width,
  height,
}: Point & { width: number; height: number }): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** A finger on the screen of a page. */
export interface Finger {
  tap: (at: Point) => Promise<void>;
  /** Rests at a point until something has come, and is lifted then. */
  rest: (at: Point, until: () => Promise<unknown>) => Promise<void>;
}

export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    tap: ({ x, y }) => page.touchscreen.tap(x, y),
    rest: async (at, until) => {
      await touch('touchStart', [at]);
      await until();
      await touch('touchEnd', []);
    },
  };
}
