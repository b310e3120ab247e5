import type { FromFrame, ToFrame } from '@/components/in-page/frame/contract';
import { FIELD } from './typing';

/** Gives the keyboard to the shown card, where it is meant for it, and tells the page's script. */
export interface CardFocus {
  /** The card is where a person sees it. */
  placed: () => void;
}

/** A frame that the keyboard was given to may wait for the browser no longer, milliseconds. */
const PATIENCE = 1_000;

export function createCardFocus(
  root: HTMLElement,
  shown: () => (ToFrame & { type: 'show' }) | null,
  post: (message: FromFrame) => void,
): CardFocus {
  const focusFirst = (): void => {
    const field = root.querySelector<HTMLElement>(FIELD);
    const first = shown()?.focus === 'field' ? field : root.querySelector('button');
    first?.focus({ preventScroll: true });
  };
  addEventListener('focus', () => {
    if (shown()?.focus && document.activeElement === root) focusFirst();
  });
  return {
    placed: () => {
      const card = shown();
      if (!card?.focus) return;
      focusFirst();
      const { turn } = card;
      whenFocused(() => {
        // A focus that the browser hands from the page to the frame takes it from the field.
        if (shown()?.turn === turn && document.activeElement === root) focusFirst();
        post({ type: 'focused', turn });
      });
    },
  };
}

/** Calls back once the browser sends keys here: it learns of a new focus some milliseconds after the page. */
function whenFocused(callback: () => void): void {
  if (document.hasFocus()) return callback();
  const ends = new AbortController();
  const done = (): void => {
    if (ends.signal.aborted) return;
    ends.abort();
    callback();
  };
  addEventListener('focus', done, { signal: ends.signal });
  setTimeout(done, PATIENCE);
}
