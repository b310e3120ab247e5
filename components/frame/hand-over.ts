import type { FromFrame } from '@/components/in-page/frame/contract';
import { type PressedKey, pressedKey } from '@/components/ui/keys/pressed-key';

/**
 * Brings the keys of two documents into the order of the person who pressed them. The browser sends keys to the page
 * until it has moved the keyboard here; the page's script hands those over, and a key that came here meanwhile would
 * overtake them. So the keys of the frame wait until the page has answered that it has no more.
 */
export interface HandOver {
  /** The page may have keys for the card: those of the frame wait from now on. */
  begin: () => void;
  /** The keyboard is in a card: asks the page for its keys. */
  arrived: (turn: number) => void;
  /** Takes the page's answer. */
  take: (turn: number, ask: number, keys: readonly PressedKey[]) => void;
  /** The card goes on elsewhere: gives the page's script all keys that are not typed, and those that still come. */
  leave: () => void;
}

/** A key, and the number of the card that it was pressed for. */
interface Due {
  key: PressedKey;
  turn: number | null;
}

/** `press` does what a key does; `turn` is the number of the shown card. */
export function createHandOver(
  turn: () => number | null,
  post: (message: FromFrame) => void,
  press: (key: PressedKey, turn: number | null) => void,
): HandOver {
  /** Counts the questions; an answer to an earlier one does not say that the page has no more keys. */
  let asked = 0;
  let isAwaiting = false;
  let isTyping = false;
  let isLeft = false;
  /** Keys in their order, and those of the frame that wait for the page's. */
  const due: Due[] = [];
  const own: Due[] = [];
  const isHolding = (): boolean => isAwaiting || isTyping || isLeft;
  const composition = watchComposition(isHolding);
  const type = async (): Promise<void> => {
    if (isTyping) return;
    isTyping = true;
    await composition.ended();
    const caret = composition.goBack();
    for (let next = due.shift(); next; next = due.shift()) {
      press(next.key, next.turn);
      // A card is drawn again between two keys, as when they come from a keyboard.
      await new Promise((resolve) => setTimeout(resolve));
    }
    caret?.restore();
    isTyping = false;
  };
  const giveBack = (): void => {
    const at = turn();
    const all = [...due.splice(0), ...own.splice(0)].filter((held) => held.turn === at);
    if (at !== null) post({ type: 'held', turn: at, keys: all.map(({ key }) => key) });
  };
  const hold = (event: KeyboardEvent): void => {
    const key = isHolding() && event.isTrusted ? pressedKey(event) : null;
    if (!key) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    (isAwaiting ? own : due).push({ key, turn: turn() });
    if (isLeft) giveBack();
  };
  addEventListener('keydown', hold, { capture: true });
  // The page may take the frame away.
  addEventListener('pagehide', () => {
    if (due.length + own.length > 0) giveBack();
  });
  const begin = (): void => {
    asked += 1;
    isAwaiting = true;
  };
  return {
    begin,
    arrived: (at) => {
      begin();
      post({ type: 'focused', turn: at, ask: asked });
    },
    take: (at, ask, keys) => {
      due.push(...keys.map((key) => ({ key, turn: at })));
      if (ask === asked) {
        isAwaiting = false;
        due.push(...own.splice(0));
      }
      void type();
    },
    leave: () => {
      isLeft = true;
      giveBack();
    },
  };
}

/** A caret that goes back to where it was, behind what was typed before it meanwhile. */
interface Caret {
  restore: () => void;
}

/**
 * A word that is being composed is never held: only the browser can compose it. The page's keys were pressed before,
 * so they are typed in front of it once it is there.
 */
function watchComposition(isHolding: () => boolean) {
  let begun: { field: HTMLTextAreaElement | HTMLInputElement; at: number } | null = null;
  let end: Promise<unknown> = Promise.resolve();
  addEventListener('compositionstart', ({ target }) => {
    const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (!isField || !isHolding()) return;
    begun ??= { field: target, at: target.selectionStart ?? target.value.length };
    end = new Promise((resolve) =>
      target.addEventListener('compositionend', resolve, { once: true }),
    );
  });
  return {
    ended: () => end,
    /** Puts the caret where the composition began. */
    goBack: (): Caret | null => {
      const from = begun;
      begun = null;
      if (!from) return null;
      const { field, at } = from;
      const left = field.value.length - (field.selectionEnd ?? field.value.length);
      field.setSelectionRange(at, at);
      return {
        restore: () =>
          field.setSelectionRange(field.value.length - left, field.value.length - left),
      };
    },
  };
}
