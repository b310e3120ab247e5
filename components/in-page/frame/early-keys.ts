import type { PressedKey } from './contract';

/** Keys that are pressed while a card opens that the keyboard goes to: none is lost, none is a command of triage. */
export interface EarlyKeys {
  /** A card is opened. */
  await: (turn: number, isFor: boolean) => void;
  /** The keyboard is in a card. */
  arrived: (turn: number) => void;
  forget: () => void;
  /** Takes a key; `true` when it was for the card. */
  take: (event: KeyboardEvent) => boolean;
}

/**
 * `send` is given the keys once the card they were pressed for has the keyboard. A key that comes after that while the
 * focus is in the card (`isIn`) was on its way.
 */
export function createEarlyKeys(
  send: (keys: PressedKey[]) => void,
  isIn: () => boolean,
): EarlyKeys {
  let awaited: number | null = null;
  let keys: PressedKey[] = [];
  const forget = (): void => {
    awaited = null;
    keys = [];
  };
  return {
    await: (turn, isFor) => {
      forget();
      if (isFor) awaited = turn;
    },
    arrived: (turn) => {
      if (turn !== awaited) return;
      const all = keys;
      forget();
      if (all.length > 0) send(all);
    },
    forget,
    take: (event) => {
      const isAwaited = awaited !== null;
      if (!(isAwaited || isIn()) || event.key === 'Escape') return false;
      const { key, code, ctrlKey, metaKey, shiftKey } = event;
      const pressed = { key, code, ctrlKey, metaKey, shiftKey };
      if (isAwaited) keys.push(pressed);
      else send([pressed]);
      return true;
    },
  };
}
