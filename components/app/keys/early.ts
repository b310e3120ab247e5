import { asksForPalette } from '@/components/ui/keys/key';
import { pressKey } from '@/components/ui/keys/press-key';
import { asPressed, type PressedKey, pressedKey } from '@/components/ui/keys/pressed-key';

/** Keys that a person pressed before the page could act on them. */
export interface EarlyKeys {
  /** Presses them for the person, in their order, and leaves those that come after to the page. */
  give: () => Promise<void>;
}

declare global {
  /** What `entrypoints/early-keys.ts` and `entrypoints/first-papers.ts` leave in their pages. */
  var earlyKeys: EarlyKeys | undefined;
}

/** Lets the page do what it is at, and what the key before asked for: a key may lead into a field. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Keeps the keys that are pressed on a page while nothing in it has the focus, until the page asks for them. */
export function keepEarlyKeys(page: Document): EarlyKeys {
  const kept: PressedKey[] = [];
  const ends = new AbortController();
  let isGiving = false;
  const keep = (event: KeyboardEvent): void => {
    const isNowhere = event.target === page.body || event.target === page.documentElement;
    const key = asksForPalette(event) ? asPressed(event) : pressedKey(event);
    if (isGiving || !isNowhere || key === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(key);
  };
  page.addEventListener('keydown', keep, { capture: true, signal: ends.signal });
  return {
    give: async () => {
      for (let key = kept.shift(); key; key = kept.shift()) {
        await drawn();
        isGiving = true;
        pressKey(page.activeElement ?? page.documentElement, key);
        isGiving = false;
      }
      ends.abort();
    },
  };
}
