import { isTextField } from '@/components/ui/keys/text-field';
import { openGate } from './gate';
import type { JudgedCanvas } from './judge';

interface Shielded {
  canvas: Pick<JudgedCanvas, 'host' | 'root' | 'own' | 'taken' | 'tabbing'>;
  /** Keys that a person presses outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
  signal: AbortSignal;
}

/** A person's last acts on the layer, for other parts. */
export interface Shield {
  /** Whether the focus moves because a person pressed Tab just now, and not because a script moved it. */
  isTabbing: () => boolean;
  /** Keeps from the page that these keys are let go: they were pressed for us. */
  swallow: (codes: readonly string[]) => void;
  /** Does what a person did before the shield was there. */
  redo: (act: KeptAct) => void;
}

/** What a person did, judged and kept: a copy of the event, and the element of the layer that it was for. */
export interface KeptAct {
  event: Event;
  /** `null` for a key that was pressed on the page. */
  target: Element | null;
}

/**
 * The way of keys to the layer. Keys that are for us end at the window, before the page's listeners (on a page that
 * Gloss was started on later, those excepted that were added to the window before); our elements get a twin that does
 * not leave the shadow tree.
 */
export function shield({ canvas, onKey, signal }: Shielded): Shield {
  const { host, root, own, taken, tabbing } = canvas;
  let isRedoing = false;
  const inside = (event: KeyboardEvent): void => {
    event.stopImmediatePropagation();
    if (event.type === 'keyup') taken.delete(event.code);
    if (event.type !== 'keydown') return;
    // The focus may be on the page again before the key is let go.
    taken.add(event.code);
    const focused = root.activeElement;
    const twin = twinOf(event);
    own.add(twin);
    const isFree = focused?.dispatchEvent(twin) ?? true;
    if (!isFree || (!isTextField(focused) && onKey(event))) event.preventDefault();
  };
  const outside = (event: KeyboardEvent): void => {
    if (event.type === 'keyup' && taken.delete(event.code)) event.stopImmediatePropagation();
    if (event.type !== 'keydown' || !onKey(event)) return;
    taken.add(event.code);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const listener = (event: KeyboardEvent): void => {
    const isOurs = event.target === host;
    if (!event.isTrusted) {
      if (isOurs) event.stopImmediatePropagation();
      return;
    }
    tabbing.hear(event);
    (isOurs ? inside : outside)(event);
  };
  const gate = openGate();
  gate.listener = listener;
  signal.addEventListener('abort', () => {
    if (gate.listener === listener) gate.listener = null;
  });
  return {
    isTabbing: () => isRedoing || tabbing.isRecent(),
    redo: ({ event, target }) => {
      isRedoing = true;
      own.add(event);
      const isFree = target?.dispatchEvent(event) ?? true;
      isRedoing = false;
      if (isFree && event instanceof KeyboardEvent && event.type === 'keydown') onKey(event);
    },
    swallow: (codes) => {
      for (const code of codes) taken.add(code);
    },
  };
}

/** A twin of a key that our elements see and the page does not. */
function twinOf(event: KeyboardEvent): KeyboardEvent {
  const { type, key, code, ctrlKey, altKey, shiftKey, metaKey, repeat, isComposing } = event;
  const keys = { key, code, ctrlKey, altKey, shiftKey, metaKey, repeat, isComposing };
  return new KeyboardEvent(type, { ...keys, bubbles: true, cancelable: true });
}
