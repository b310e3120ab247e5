import { isTextField } from '@/components/ui/text-field';
import { openGate } from './gate';

/** What has no business on the page when it happens on one of our controls. */
const POINTED = [
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
] as const;

interface Shielded {
  host: Element;
  root: ShadowRoot;
  /** Keys that a person presses outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
  signal: AbortSignal;
}

/** A twin of an event that our elements see and the page does not. */
function twinOf(event: Event): Event {
  if (event instanceof KeyboardEvent) {
    const { key, code, ctrlKey, altKey, shiftKey, metaKey, repeat, isComposing } = event;
    const keys = { key, code, ctrlKey, altKey, shiftKey, metaKey, repeat, isComposing };
    return new KeyboardEvent(event.type, { ...keys, bubbles: true, cancelable: true });
  }
  return new Event(event.type, { bubbles: true });
}

/**
 * Keeps what a person types and clicks in the layer from the page's scripts. An event on the host ends at
 * the window, before the page's listeners (on a page that Gloss was started on later, those excepted that were
 * added to the window before); our elements get a twin that does not leave the shadow tree. What a script made
 * up is dropped.
 */
export function shield({ host, root, onKey, signal }: Shielded): void {
  const taken = new Set<string>();
  const listener = (event: Event): void => {
    if (event.target === host) inside(event);
    else if (event instanceof KeyboardEvent) outside(event);
  };
  const inside = (event: Event): void => {
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    if (event.type === 'keyup' && event instanceof KeyboardEvent) taken.delete(event.code);
    const focused = root.activeElement;
    if (event.type === 'input') focused?.dispatchEvent(twinOf(event));
    if (event.type !== 'keydown' || !(event instanceof KeyboardEvent)) return;
    // The focus may be on the page again before the key is let go.
    taken.add(event.code);
    const isFree = focused?.dispatchEvent(twinOf(event)) ?? true;
    if (!isFree || (!isTextField(focused) && onKey(event))) event.preventDefault();
  };
  const outside = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    if (event.type === 'keyup' && taken.delete(event.code)) event.stopImmediatePropagation();
    if (event.type !== 'keydown' || !onKey(event)) return;
    taken.add(event.code);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const gate = openGate();
  gate.listener = listener;
  signal.addEventListener('abort', () => {
    if (gate.listener === listener) gate.listener = null;
  });
  // They go with the root.
  for (const type of POINTED) root.addEventListener(type, (event) => event.stopPropagation());
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
