import type { ComponentChild } from 'preact';
import type { Box, Origin } from './geometry';
import { createHost } from './host';
import { createRegions, type Region } from './regions';
import { type Scheme, schemeAt, watchScheme } from './scheme';
import { shield } from './shield';
import { createSight, isFaded } from './sight';

/** The one place on the page where Gloss draws. */
export interface Layer {
  host: HTMLElement;
  /** Closed: the page's scripts can't reach it. */
  root: ShadowRoot;
  /**
   * Puts the layer on the page, which unsettles its layout: boxes are better read before. Nothing
   * of the layer is anywhere until then.
   */
  attach: () => void;
  /** A part of the layer, above those that `REGIONS` names before it. What few pages need is made when it is needed. */
  region: (name: Region) => HTMLElement;
  render: Render;
  /** Takes the styles and the components of the script that draws here from now on. */
  wear: (dress: Dress) => void;
  /** Reads where the layer's coordinates begin. */
  origin: () => Origin;
  /** Says that all is drawn for coordinates that begin there; a press counts only while they do. */
  settle: (at: Origin) => void;
  /** Whether something of the page covers a point of the window now; `false` where the browser does not tell. */
  isCovered: (x: number, y: number) => Promise<boolean>;
  /** Takes away the probe that looks whether anything covers the pointer. */
  rest: () => void;
  /** The scheme that the layer has taken. */
  scheme: () => Scheme;
  /** Whether the focus moves because a person pressed Tab just now. */
  isTabbing: () => boolean;
  /** Keeps from the page that these keys are let go: they were pressed for us. */
  swallow: (codes: readonly string[]) => void;
  /** The click that waits for the browser's word, until it is done; `null` without one. */
  pending: () => Promise<unknown> | null;
  /** Presses an element of the layer for a person, whose press was judged already. */
  press: (target: Element, click: Pick<MouseEvent, 'detail' | 'shiftKey'>) => void;
  /** Whether the layer shows as it was drawn: the page neither moved, nor faded, nor resized it. */
  isPlain: () => boolean;
  /** The window's box, without scroll bars. */
  view: () => Box;
  /** Takes the scheme of the page at an element, now and whenever it changes. */
  followScheme: (element: () => Element | null) => void;
}

/** Draws components into an element; `null` takes them away. */
type Render = (vnode: ComponentChild, container: Element) => void;

/** What a layer is drawn with. */
export interface Dress {
  /** The style sheets of what every page with entries shows, and of what few pages open. */
  styles: { first: string; later: string };
  /** The language of its texts (BCP 47). */
  language: string;
  /** Missing where nothing is drawn by components. */
  render?: Render;
}

export interface LayerOptions {
  /** Ends the layer: nothing of it stays on the page. */
  signal: AbortSignal;
  dress: Dress;
  /** Keys pressed outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
  /** The page moved or changed the layer: all parts must be placed again. */
  unsettled?: () => void;
}

/** Sets up the overlay. It is outside of the body, takes no room, and shares no styles with the page. */
export function createLayer(options: LayerOptions): Layer {
  const { signal, onKey, unsettled = () => undefined } = options;
  let { dress } = options;
  const host = createHost();
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: false });
  const setFirstStyle = adopt(root, dress.styles.first);
  const setSchemeStyle = adopt(root, '');
  let scheme: Scheme = 'light';
  const setScheme = (now: Scheme): void => {
    scheme = now;
    setSchemeStyle(`:host { color-scheme: ${now} !important }`);
  };
  const probe = document.createElement('div');
  probe.className = 'probe';
  root.append(probe);
  const origin = (): Origin => {
    const { left, top, width } = probe.getBoundingClientRect();
    return { left, top, scale: width / 100 || 1 };
  };
  const sight = createSight({ host, root, origin, signal });
  /** In the browser's top layer nothing that a page does to its root changes how we look. */
  const refused = (): void => {
    if (host.isConnected && isFaded(host)) rise(host);
    unsettled();
  };
  const { isTabbing, pending, press, swallow } = shield({
    host,
    root,
    sight,
    onKey,
    refused,
    signal,
  });

  const render: Render = (vnode, container) => dress.render?.(vnode, container);
  const regions = createRegions(root, () => {
    adopt(root, dress.styles.later);
  });
  signal.addEventListener('abort', () => {
    for (const region of regions.all()) render(null, region);
    host.remove();
  });
  return {
    host,
    root,
    attach: () => {
      if (host.isConnected || signal.aborted) return;
      const isHeld = holdsFixed(document.documentElement) || isFaded(host);
      document.documentElement.append(host);
      if (isHeld) rise(host);
    },
    region: (name) => regions.get(name, dress.language),
    render,
    wear: (next) => {
      dress = next;
      setFirstStyle(dress.styles.first);
    },
    origin,
    isTabbing,
    pending,
    press,
    swallow,
    isPlain: sight.isPlain,
    settle: sight.settle,
    isCovered: sight.isCovered,
    rest: sight.rest,
    scheme: () => scheme,
    view: viewOf,
    followScheme: createFollower(setScheme, signal),
  };
}

const viewOf = (): Box => ({
  left: 0,
  top: 0,
  width: document.documentElement.clientWidth,
  height: window.innerHeight,
});

/**
 * Whether an element is the block that fixed boxes within are placed by, instead of the window
 * (https://drafts.csswg.org/css-transforms-1/#transform-rendering).
 */
function holdsFixed(element: Element): boolean {
  const { transform, translate, rotate, scale, perspective, contain, willChange } =
    getComputedStyle(element);
  return (
    [transform, translate, rotate, scale, perspective].some((value) => value && value !== 'none') ||
    /paint|layout|strict|content/.test(contain) ||
    /transform|perspective/.test(willChange)
  );
}

/** Into the browser's top layer, where boxes are placed by the window whatever the page's root is. */
function rise(host: HTMLElement): void {
  host.popover = 'manual';
  host.showPopover();
}

/** Adds a style sheet; returns what replaces its text. */
function adopt(root: ShadowRoot, styles: string): (styles: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (now) => sheet.replaceSync(now);
  } catch {
    // Firefox keeps constructed sheets from content scripts (https://bugzilla.mozilla.org/show_bug.cgi?id=1770592).
    const style = document.createElement('style');
    style.textContent = styles;
    root.append(style);
    return (now) => {
      style.textContent = now;
    };
  }
}

/** Follows the scheme at one element; the one that it is told last. */
function createFollower(set: (scheme: Scheme) => void, signal: AbortSignal): Layer['followScheme'] {
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
