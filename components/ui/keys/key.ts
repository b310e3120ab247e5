const SIGNS: Record<string, string> = {
  Escape: 'Esc',
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as it is written on a keyboard: `Esc`, `J`, `↓`. */
export const keyLabel = (key: string): string => SIGNS[key] ?? key;

/** Keys that only change what others mean, or that the browser needs. */
const NOT_ALONE = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Tab',
  'Dead',
  'Process',
  'Unidentified',
]);

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'keyCode'
>;

/** While an input method composes, its keys carry this code (https://www.w3.org/TR/uievents/#keydown). */
const COMPOSING = 229;

/** A letter as Shift says; what Caps Lock makes of it is not meant. */
const byShift = (letter: string, isShift: boolean): string =>
  isShift ? letter.toUpperCase() : letter.toLowerCase();

/**
 * The key that was pressed as a binding names it, or `null` where it can be none: with a modifier, while a word
 * is composed. On a layout of other letters (Greek, Cyrillic) the place of the key says which Latin one it is.
 */
export function bindingOf(event: Pressed): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.isComposing || event.keyCode === COMPOSING || NOT_ALONE.has(event.key)) return null;
  const [, letter] = /^Key([A-Z])$/.exec(event.code) ?? [];
  const isLetter = /^\p{L}$/u.test(event.key);
  const isOther = isLetter && !/^\p{Script=Latin}$/u.test(event.key);
  if (letter && isOther) return byShift(letter, event.shiftKey);
  return isLetter ? byShift(event.key, event.shiftKey) : event.key;
}

type Chord = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Ctrl+Z undoes and Ctrl+Shift+Z redoes, as everywhere (⌘ on a Mac); `null` for other keys. */
export function undoBy({ key, ctrlKey, metaKey, altKey, shiftKey }: Chord): 'undo' | 'redo' | null {
  if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || altKey) return null;
  return shiftKey ? 'redo' : 'undo';
}

/** Ctrl+K asks for all that can be done, as in other tools (⌘K on a Mac). */
export const asksForPalette = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Chord): boolean =>
  key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;
