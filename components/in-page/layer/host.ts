const HOSTS = Symbol.for('gloss.hosts');

/**
 * Elements of the page that hold a layer of ours: known by identity alone, since their markup says nothing. The first
 * stage and the whole script know the same ones.
 */
const hosts = ((globalThis as { [HOSTS]?: WeakSet<Element> })[HOSTS] ??= new WeakSet<Element>());

/**
 * Makes the element that a layer hangs on. A plain `div`: a page could define a custom element of our name, and
 * browsers hand the closed root of a custom element to the script that defines it (`attachInternals`); they refuse a `div`.
 */
export function createHost(): HTMLElement {
  const host = document.createElement('div');
  hosts.add(host);
  return host;
}

/** Whether an element of the page is the host of a layer. */
export const isHost = (element: Element): boolean => hosts.has(element);
