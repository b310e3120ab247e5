import type { PressedKey } from '@/components/in-page/frame/contract';

/** Selects the field of a card. */
export const FIELD = 'textarea:not([hidden]), input';

/** Types for a person who was faster than the frame. */
export interface Typing {
  press: (keys: readonly PressedKey[]) => Promise<void>;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/**
 * Keys that were pressed before the field had the keyboard are typed where the caret was then: later text
 * stays behind it.
 */
export function createTyping(field: HTMLElement): Typing {
  if (!isField(field)) return { press: () => Promise.resolve() };
  let caret = field.selectionEnd ?? field.value.length;
  const insert = (text: string): void => {
    caret = Math.min(caret, field.value.length);
    const { selectionStart, selectionEnd, value } = field;
    field.value = value.slice(0, caret) + text + value.slice(caret);
    const moved = (offset: number | null): number =>
      (offset ?? caret) + ((offset ?? caret) >= caret ? text.length : 0);
    field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
    caret += text.length;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
  };
  const erase = (): void => {
    if (caret === 0) return;
    const { value } = field;
    field.value = value.slice(0, caret - 1) + value.slice(caret);
    caret -= 1;
    field.setSelectionRange(caret, caret);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const pressOne = (key: PressedKey): void => {
    const down = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true });
    if (!field.dispatchEvent(down) || key.ctrlKey || key.metaKey) return;
    if (key.key === 'Backspace') erase();
    else if (key.key === 'Enter' && field instanceof HTMLTextAreaElement) insert('\n');
    else if (key.key.length === 1) insert(key.key);
  };
  return {
    press: async (keys) => {
      for (const key of keys) {
        pressOne(key);
        // A card is drawn again between two keys, as when they come from a keyboard.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}
