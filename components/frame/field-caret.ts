import type { FieldCaret, FromFrame } from '@/components/in-page/frame/contract';
import { FIELD } from './focus';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The caret of the shown card's field: a document that goes on with the card has it in the same place. */
export interface KeptCaret {
  restore: (caret: FieldCaret) => void;
}

/** Tells the page's script where the caret is, each time that it moves; `turn` is the number of the shown card. */
export function createKeptCaret(
  root: HTMLElement,
  turn: () => number | null,
  post: (message: FromFrame) => void,
): KeptCaret {
  const field = (): Field | null => root.querySelector<Field>(FIELD);
  let told = '';
  const tell = (): void => {
    const [shown, caret] = [turn(), caretOf(field())];
    if (shown === null || !caret) return;
    const now = JSON.stringify([shown, caret]);
    if (now === told) return;
    told = now;
    post({ type: 'caret', turn: shown, caret });
  };
  // The browser tells of a caret that typing moves a moment later; the page may take the frame away before.
  for (const type of ['selectionchange', 'input']) document.addEventListener(type, tell);
  addEventListener('pagehide', tell);
  return {
    restore: ({ start, end, direction }) => field()?.setSelectionRange(start, end, direction),
  };
}

function caretOf(field: Field | null): FieldCaret | null {
  if (!field) return null;
  const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = field;
  return start === null || end === null ? null : { start, end, direction: direction ?? 'none' };
}
