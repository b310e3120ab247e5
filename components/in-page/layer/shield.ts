import { isTextField } from '@/components/ui/text-field';
import { openGate } from './gate';
import { createPresses } from './presses';
import type { Sight } from './sight';

/** Events on our controls that the page must not get. */
const KEPT = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'change',
] as const;
/** Every kind of event that a part of the layer may listen to: none of another kind is heard. */
export const HEARD: readonly string[] = [
  ...KEPT,
  'pointermove',
  'pointerover',
  'pointerout',
  'pointercancel',
];

interface Shielded {
  host: Element;
  root: ShadowRoot;
  sight: Sight;
  /** Keys that a person presses outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Called for a press that was refused: the page hid, moved or covered its target. */
  refused: () => void;
  signal: AbortSignal;
}

/** A person's last acts on the layer, for other parts. */
export interface Shield {
  /** Whether the focus moves because a person pressed Tab just now, and not because a script moved it. */
  isTabbing: () => boolean;
  /** Keeps from the page that these keys are let go: they were pressed for us. */
  swallow: (codes: readonly string[]) => void;
  /** The click that waits for the browser's word, until it is done; `null` without one. */
  pending: () => Promise<unknown> | null;
  /** Presses an element for a person, whose press was judged already. */
  press: (target: Element, click: Pick<MouseEvent, 'detail' | 'shiftKey'>) => void;
}

/** A focus that comes later after Tab has another cause, milliseconds. */
const TABBED = 1_000;

/**
 * The one place where events come into the layer. Events of scripts are dropped before any part hears them, and
 * a press counts when its target shows as it was drawn. Keys that are for us end at the window, before the
 * page's listeners (on a page that Gloss was started on later, those excepted that were added to the window before);
 * our elements get a twin that does not leave the shadow tree.
 */
export function shield({ host, root, sight, onKey, refused, signal }: Shielded): Shield {
  const own = new WeakSet<Event>();
  const presses = createPresses({ sight, refused, own });
  const judge = (event: Event): void => {
    if (presses.allow(event)) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  // They go with the root.
  for (const type of HEARD) root.addEventListener(type, judge, { capture: true });
  for (const type of KEPT) root.addEventListener(type, (event) => event.stopPropagation());

  const taken = new Set<string>();
  let tabbedAt = Number.NEGATIVE_INFINITY;
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
    if (event.type === 'keydown' && event.key === 'Tab') tabbedAt = performance.now();
    (isOurs ? inside : outside)(event);
  };
  const gate = openGate();
  gate.listener = listener;
  signal.addEventListener('abort', () => {
    if (gate.listener === listener) gate.listener = null;
  });
  return {
    isTabbing: () => performance.now() - tabbedAt < TABBED,
    pending: presses.pending,
    press: (target, click) => {
      const twin = new MouseEvent('click', { ...click, bubbles: true, cancelable: true });
      own.add(twin);
      target.dispatchEvent(twin);
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

/** The element that has the focus, inside of the page's own shadow trees too. */
export function focusedElement(page: Document): Element | null {
  let element = page.activeElement;
  for (;;) {
    const inner: Element | null = (element && shadowOf(element)?.activeElement) || null;
    if (!inner) return element;
    element = inner;
  }
}

/** Content scripts may look into closed roots (https://developer.chrome.com/docs/extensions/reference/api/dom). */
function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot;
  const dom = (globalThis as { chrome?: { dom?: typeof chrome.dom } }).chrome?.dom;
  if (!dom || !element.localName.includes('-') || !(element instanceof HTMLElement)) return null;
  return dom.openOrClosedShadowRoot(element);
}
