/** A key as it was pressed (https://www.w3.org/TR/uievents/#interface-keyboardevent). */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'
> & {
  /** When, in milliseconds by a clock that all documents of the machine share. */
  at: number;
};

/** The keys of several documents, in the order of the person who pressed them. */
export const inOrder = (keys: readonly PressedKey[]): PressedKey[] =>
  keys.toSorted((a, b) => a.at - b.at);

/**
 * What the clock of this document lacks to the machine's, milliseconds: it does not go on while the machine sleeps. The
 * most that was ever read is nearest, since time may pass between the two readings.
 */
let lag = Number.NEGATIVE_INFINITY;

/** When an event was, by the clock of the machine. */
function timeOf(timeStamp: number): number {
  lag = Math.max(lag, Date.now() - performance.now());
  return lag + timeStamp;
}

/** A key just as it was pressed. */
export function asPressed(event: Omit<PressedKey, 'at'> & { timeStamp: number }): PressedKey {
  const { key, code, ctrlKey, metaKey, shiftKey, timeStamp } = event;
  return { key, code, ctrlKey, metaKey, shiftKey, at: timeOf(timeStamp) };
}

/** Keys without a letter that edit a text, move in it, or mean something to a card. */
const EDITING: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
]);
/** The keys that Gloss can press later for a person while Ctrl or ⌘ is down; the browser has to do the others at once. */
const CHORDS: ReadonlySet<string> = new Set(['a', 'z', 'y', 'Enter']);
/** The keys of the clipboard, whose work only the browser can do. */
const CLIPBOARD: ReadonlySet<string> = new Set(['c', 'v', 'x', 'Insert']);
/** While an input method composes, its keys carry this code (https://www.w3.org/TR/uievents/#keydown). */
const COMPOSING = 229;

type Pressed = Omit<PressedKey, 'at'> &
  Pick<KeyboardEvent, 'altKey' | 'isComposing' | 'keyCode' | 'getModifierState' | 'timeStamp'>;

/**
 * A key that can be pressed again, somewhere else and a moment later, with the same outcome. `null` for all others:
 * keys of an input method and dead keys, which only the browser can compose, modifiers by themselves, and the
 * browser's own shortcuts.
 */
export function pressedKey(event: Pressed): PressedKey | null {
  const { key, ctrlKey, metaKey } = event;
  if (event.isComposing || event.keyCode === COMPOSING) return null;
  // AltGr makes letters, and counts as Ctrl and Alt on Windows.
  if (event.getModifierState('AltGraph'))
    return key.length === 1 ? { ...asPressed(event), ctrlKey: false, metaKey: false } : null;
  // Option makes letters on a Mac; elsewhere Alt with a letter is for the browser.
  if (event.altKey && (key.length > 1 || /[a-z0-9]/i.test(key))) return null;
  const isChord = ctrlKey || metaKey;
  const isKnown = isChord ? CHORDS.has(key.length === 1 ? key.toLowerCase() : key) : isTyped(key);
  return isKnown ? asPressed(event) : null;
}

/** Whether a key pastes, copies or cuts. */
export const isOfClipboard = ({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: KeyboardEvent): boolean =>
  !altKey &&
  (ctrlKey || metaKey || (shiftKey && key === 'Insert')) &&
  CLIPBOARD.has(key.length === 1 ? key.toLowerCase() : key);

/** Whether a key types a letter, which is of one code point in any script. */
export const isLetter = (key: string): boolean => /^.$/su.test(key);

const isTyped = (key: string): boolean => isLetter(key) || EDITING.has(key);
