/*
 * Expressions that the browser evaluates to read the in-page interface.
 */

/** An element of the in-page interface, in the page's viewport. */
export interface LayerElement {
  text: string;
  label: string;
  value: string;
  data: Record<string, string>;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Whether a click on its middle would reach it. */
  hit: boolean;
}

/** What a page sees of Gloss: an element that says nothing, beside its body. */
export const HOST = 'html > div';

/** The elements of the layer that match a selector. */
export const MATCHES = `(selector) => {
  const host = document.querySelector('${HOST}');
  // Kept: a page that outlives its extension may not open roots any more.
  const roots = (globalThis.glossRoots ??= new WeakMap());
  if (host && !roots.has(host)) roots.set(host, chrome.dom.openOrClosedShadowRoot(host));
  const root = host && roots.get(host);
  return root ? [...root.querySelectorAll(selector)] : [];
}`;

export const DESCRIBE = `(element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  // What is drawn by a style sheet alone is said by its attribute.
  const drawn = [element, ...element.querySelectorAll('[data-text]')].map(({ dataset }) => dataset.text ?? '').join(' ');
  const top = root.elementFromPoint(x + width / 2, y + height / 2);
  return {
    text: ((element.textContent ?? '') + ' ' + drawn).trim(), label: element.getAttribute('aria-label') ?? '',
    value: element.value ?? '', data: { ...element.dataset },
    x, y, width, height, hit: top !== null && element.contains(top),
  };
}`;

export interface FrameBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FrameContent {
  elements: LayerElement[];
  card: FrameBox | null;
}

/** The place of our frame in the page's viewport, while it is open. */
export const FRAME_BOX = `(() => {
  const [frame] = (${MATCHES})('.frame[data-open="true"]');
  const box = frame?.getBoundingClientRect();
  const [x, y] = box ? [box.x + frame.clientLeft, box.y + frame.clientTop] : [];
  return box ? { x, y, width: frame.clientWidth, height: frame.clientHeight } : null;
})()`;

/** Ends when three pictures were drawn. */
export const PICTURES = `new Promise((done) => {
  let left = 3;
  const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
  next();
})`;
