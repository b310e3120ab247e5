import { isLetter, type PressedKey } from './pressed-key';
import { caretAfter } from './caret-keys';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Presses a key for a person, at the element that has the focus: what listens for it, then what the browser would do. */
export function pressKey(target: Element, key: PressedKey): void {
  const down = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(down)) return;
  if (isField(target)) edit(target, key);
  else if (target instanceof HTMLElement && (key.key === 'Enter' || key.key === ' '))
    target.click();
}

/**
 * Does a key's work in a text field. By commands of the browser's editor: they keep its undo and send its events, and
 * no other call does.
 */
function edit(field: Field, pressed: PressedKey): void {
  const { key, ctrlKey, metaKey, shiftKey } = pressed;
  const command = (name: string, text?: string): void =>
    void document.execCommand(name, false, text);
  if (ctrlKey || metaKey) {
    if (/^a$/i.test(key)) field.select();
    else if (/^y$/i.test(key) || (/^z$/i.test(key) && shiftKey)) command('redo');
    else if (/^z$/i.test(key)) command('undo');
  } else if (key === 'Backspace') command('delete');
  else if (key === 'Delete') command('forwardDelete');
  else if (key === 'Enter') {
    if (field instanceof HTMLTextAreaElement) command('insertText', '\n');
  } else if (isLetter(key)) command('insertText', key);
  else moveCaret(field, key, shiftKey);
}

function moveCaret(field: Field, key: string, isSelecting: boolean): void {
  const { value, selectionStart: start, selectionEnd: end, selectionDirection } = field;
  if (start === null || end === null) return;
  const [fixed, moving] = selectionDirection === 'backward' ? [end, start] : [start, end];
  if (!isSelecting && start !== end && /^Arrow(Left|Right)$/.test(key)) {
    const to = key === 'ArrowLeft' ? start : end;
    return field.setSelectionRange(to, to);
  }
  const to = caretAfter(value, moving, key);
  if (!isSelecting) return field.setSelectionRange(to, to);
  const direction = to < fixed ? 'backward' : 'forward';
  field.setSelectionRange(Math.min(fixed, to), Math.max(fixed, to), direction);
}
