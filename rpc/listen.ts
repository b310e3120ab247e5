import { browser } from '#imports';
import { type Ask, isMessage } from './message';
import type { Announcements } from './protocol';

/** Hears what the background announces; for our own pages. Content scripts answer these by `serve`. */
export function listen(
  handlers: {
    [K in keyof Announcements]?: (ask: Ask<Announcements, K>) => void;
  },
): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (!isMessage(message) || !Object.hasOwn(handlers, message.gloss)) return;
    const handler = handlers[message.gloss as keyof Announcements];
    // Only the background can send here, and it sends by the same table.
    (handler as ((ask: unknown) => void) | undefined)?.(message.ask);
  });
}
