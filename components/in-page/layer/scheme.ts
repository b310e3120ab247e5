export type Scheme = 'light' | 'dark';

/** A colour as computed style gives it: how light it is (0 to 1) and how opaque. */
export interface Tone {
  lightness: number;
  alpha: number;
}

const share = (text: string | undefined): number =>
  text === undefined ? 1 : text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text);

/**
 * Reads the serialisations of https://drafts.csswg.org/css-color-4/#serializing-color-values:
 * `rgb()`, `rgba()`, `color()` and the spaces that begin with lightness. `null` for anything else.
 */
function toneOf(colour: string): Tone | null {
  const match = /^([a-z]+)\((.*)\)$/.exec(colour.trim());
  if (!match) return null;
  const [name, body = ''] = [match[1], match[2]];
  const words = body.split(/[\s,/]+/).filter(Boolean);
  if (name === 'color') words.shift();
  const [first, second, third, alpha] = words;
  if (first === undefined || third === undefined) return null;
  if (name === 'oklch' || name === 'oklab') return { lightness: share(first), alpha: share(alpha) };
  if (name === 'lab' || name === 'lch')
    return { lightness: Number.parseFloat(first) / 100, alpha: share(alpha) };
  if (name !== 'rgb' && name !== 'rgba' && name !== 'color') return null;
  const full = name === 'color' ? 1 : 255;
  // Relative weights of the channels, without the gamma: enough to tell paper from night.
  const [red, green, blue] = [first, second, third].map((part) => share(part) / full);
  const lightness = 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0);
  return { lightness, alpha: share(alpha) };
}

/**
 * Whether the page is light or dark behind an element: by the first background behind it that is
 * mostly opaque, else by the colour of its text, which is the other way round.
 */
export function schemeAt(element: Element): Scheme {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'light';
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = view.getComputedStyle(at);
    // What most elements have.
    if (backgroundColor === 'rgba(0, 0, 0, 0)') continue;
    const tone = toneOf(backgroundColor);
    if (tone && tone.alpha > 0.5) return tone.lightness < 0.5 ? 'dark' : 'light';
  }
  const ink = toneOf(view.getComputedStyle(element).color);
  return ink && ink.lightness > 0.55 ? 'dark' : 'light';
}

/** Calls back when something may have changed the page's scheme: the system, or a switch on its root. */
function watchScheme(page: Document, changed: () => void, signal: AbortSignal): void {
  const view = page.defaultView;
  if (!view) return;
  const query = view.matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', changed, { signal });
  const observer = new view.MutationObserver(changed);
  const attributeFilter = ['class', 'style', 'data-theme', 'data-color-mode', 'theme'];
  for (const element of [page.documentElement, page.body])
    if (element) observer.observe(element, { attributes: true, attributeFilter });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Follows the page's scheme at an element, now and whenever it changes: at the one that it is told last. */
export function createFollower(
  set: (scheme: Scheme) => void,
  signal: AbortSignal,
): (element: () => Element | null) => void {
  let element: (() => Element | null) | null = null;
  let known: Scheme | null = null;
  const apply = (): void => {
    const at = element?.() ?? document.body;
    const scheme = at ? schemeAt(at) : known;
    if (scheme && scheme !== known) set((known = scheme));
  };
  let isDue = false;
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!signal.aborted) apply();
    });
  };
  return (next) => {
    if (!element) watchScheme(document, soon, signal);
    element = next;
    apply();
  };
}
