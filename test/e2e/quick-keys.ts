import type { CDPSession, Page } from '@playwright/test';

/** Keys without a letter, by the number that Chromium knows them by. */
const CODES: Record<string, number> = {
  Backspace: 8,
  Enter: 13,
  Escape: 27,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

/** Types as fast as keys can come: the next key does not wait until the browser has done the one before. */
export class QuickKeys {
  private constructor(
    private readonly session: CDPSession,
    private readonly page: Page,
  ) {}

  static async of(page: Page): Promise<QuickKeys> {
    return new QuickKeys(await page.context().newCDPSession(page), page);
  }

  /** Presses keys `pause` milliseconds apart, and comes back when the browser has taken the last. */
  async press(keys: readonly string[], pause: number): Promise<void> {
    const taken: Promise<unknown>[] = [];
    for (const key of keys) {
      const known = CODES[key];
      const text = known === undefined ? key : key === 'Enter' ? '\r' : undefined;
      const code = known === undefined ? `Key${key.toUpperCase()}` : key;
      const windowsVirtualKeyCode = known ?? key.toUpperCase().charCodeAt(0);
      const pressed = { key, code, windowsVirtualKeyCode };
      const down = text === undefined ? pressed : { ...pressed, text, unmodifiedText: text };
      taken.push(
        this.session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...down }),
        this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed }),
      );
      await this.page.waitForTimeout(pause);
    }
    await Promise.all(taken);
  }
}
