import {
  inOrder,
  isOfClipboard,
  type PressedKey,
  pressedKey,
} from '@/components/ui/keys/pressed-key';

/** Keys that are pressed on the page for a card: none is lost, none is a command of triage. */
export interface KeptKeys {
  /** A card is opened; `isFor` says whether the keyboard goes to it. Keys for the card before are typed nowhere. */
  open: (isFor: boolean) => void;
  /** The shown card has to get the keyboard anew. */
  await: () => void;
  /** Whether the keyboard is on its way to the shown card. */
  isAwaited: () => boolean;
  /** Keeps keys that the browser had sent to the card that waits for them again. */
  add: (others: readonly PressedKey[]) => void;
  /** Gives what was kept to the card that has the keyboard now. */
  handOver: () => readonly PressedKey[];
  /** No card is open. */
  close: () => void;
  /** Takes a key; `true` when it was for the card. */
  take: (event: KeyboardEvent) => boolean;
}

/**
 * Keeps keys from the opening of a card until the keyboard is in it, and after that while the card has a claim to it
 * (`isClaimed`): then `more` asks the card to fetch them.
 */
export function createKeptKeys(isClaimed: () => boolean, more: () => void): KeptKeys {
  let isAwaited = false;
  let keys: PressedKey[] = [];
  const open = (isFor: boolean): void => {
    isAwaited = isFor;
    keys = [];
  };
  return {
    open,
    close: () => open(false),
    await: () => {
      isAwaited = true;
    },
    isAwaited: () => isAwaited,
    add: (others) => {
      if (isAwaited) keys = inOrder([...keys, ...others]);
    },
    handOver: () => {
      const all = keys;
      open(false);
      return all;
    },
    take: (event) => {
      if (!isAwaited && !isClaimed()) return false;
      // A page that hears it may read what is pasted. Nobody but the browser can paste, so it is to be pressed again.
      if (isOfClipboard(event)) {
        if (!isAwaited) more();
        return true;
      }
      const key = pressedKey(event);
      // Escape closes a card at once, unless a text was typed before; pressed again, it does at any rate.
      const isAtOnce = keys.length === 0 || keys.at(-1)?.key === 'Escape';
      if (!key || (key.key === 'Escape' && isAtOnce)) return false;
      keys.push(key);
      if (!isAwaited) more();
      return true;
    },
  };
}
