import type { ToFrame } from '@/components/in-page/frame/contract';

/** Selects the field of a card. */
export const FIELD = 'textarea:not([hidden]), input';

/** Gives the keyboard to the shown card, where it is meant for it. */
export interface CardFocus {
  /** The card is where a person sees it. */
  placed: () => void;
}

/** How the keyboard comes and goes. */
interface Moves {
  /** It is in a card. */
  arrived: (turn: number) => void;
  /** It leaves, and may be back at once. */
  leaves: () => void;
  /** It left the frame. */
  left: () => void;
  /** A person presses Tab, and may go out by it. */
  tab: () => void;
}

/** A script of the page that takes the keyboard has it taken back within this, milliseconds. */
const BACK = 10;
/** A frame that the keyboard was given to may wait for the browser no longer, milliseconds. */
const PATIENCE = 1_000;

export function createCardFocus(
  root: HTMLElement,
  shown: () => (ToFrame & { type: 'show' }) | null,
  { arrived, leaves, left, tab }: Moves,
): CardFocus {
  const focusFirst = (): void => {
    const field = root.querySelector<HTMLElement>(FIELD);
    const first = shown()?.focus === 'field' ? field : root.querySelector('button');
    first?.focus({ preventScroll: true });
  };
  /** The card that is where a person sees it. */
  let seen: number | null = null;
  addEventListener('focus', ({ target }) => {
    const card = shown();
    if (!card || target !== window) return;
    // A person who clicks into a card chooses the field.
    if (card.focus && document.activeElement === root) focusFirst();
    if (card.turn === seen) arrived(card.turn);
  });
  addEventListener('blur', ({ target }) => {
    if (!shown() || target !== window) return;
    leaves();
    setTimeout(() => {
      if (!document.hasFocus()) left();
    }, BACK);
  });
  const heedTab = ({ key, isTrusted }: KeyboardEvent): void => {
    if (key === 'Tab' && isTrusted) tab();
  };
  addEventListener('keydown', heedTab, { capture: true });
  return {
    placed: () => {
      const card = shown();
      if (!card) return;
      const { turn } = card;
      seen = turn;
      if (!card.focus) return;
      focusFirst();
      whenFocused(() => {
        // A focus that the browser hands from the page to the frame takes it from the field.
        if (shown()?.turn === turn && document.activeElement === root) focusFirst();
        arrived(turn);
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
