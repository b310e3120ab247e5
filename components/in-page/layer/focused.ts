import { isTextField } from '@/components/ui/keys/text-field';

/** The element that has the focus, inside of the page's own shadow trees too. */
export function focusedElement(page: Document): Element | null {
  let element = page.activeElement;
  for (;;) {
    const inner: Element | null = (element && shadowOf(element)?.activeElement) || null;
    if (!inner) return element;
    element = inner;
  }
}

/**
 * Whether keys go into a text: then none of them is a command. Nor is one that comes to the page when a frame has the
 * focus already: it may be of a text there.
 */
export const isTextFocused = (): boolean => {
  const element = focusedElement(document);
  return isTextField(element) || /^i?frame$/.test(element?.localName ?? '');
};

/** Content scripts may look into closed roots (https://developer.chrome.com/docs/extensions/reference/api/dom). */
function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot;
  const dom = (globalThis as { chrome?: { dom?: typeof chrome.dom } }).chrome?.dom;
  return dom && element instanceof HTMLElement ? dom.openOrClosedShadowRoot(element) : null;
}
