import { type ComponentChild, render } from 'preact';
import type { Box, Origin } from './geometry';
import { LAYER } from './name';
import { schemeAt, watchScheme } from './scheme';
import { shield } from './shield';
import styles from './styles';

/** The one place on the page where Gloss draws. */
export interface Layer {
  host: HTMLElement;
  /** Closed: the page's scripts can't reach it. */
  root: ShadowRoot;
  /**
   * Puts the layer on the page, which unsettles its layout: where things stand is better read before. Nothing
   * of the layer is anywhere until then.
   */
  attach: () => void;
  /** A new part of the layer; `class` is for the style sheet. */
  region: (className: string) => HTMLElement;
  render: (vnode: ComponentChild, container: Element) => void;
  /** Reads where the layer's coordinates begin. */
  origin: () => Origin;
  /** The window's box, without scroll bars. */
  view: () => Box;
  /** Takes the scheme of the page at an element, now and whenever it changes. */
  followScheme: (element: () => Element | null) => void;
}

interface Options {
  /** Ends the layer: nothing of it stays on the page. */
  signal: AbortSignal;
  /** Keys pressed outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** Inline and important: no sheet of the page outranks it. */
const HOST_STYLE: Record<string, string> = {
  all: 'initial',
  position: 'absolute',
  left: '0',
  top: '0',
  width: '0',
  height: '0',
  display: 'block',
  overflow: 'visible',
  'z-index': '2147483647',
  direction: 'ltr',
};

/** Sets up the overlay. It is outside of the body, takes no room, and its styles meet nobody else's. */
export function createLayer({ signal, onKey }: Options): Layer {
  const host = document.createElement(LAYER);
  for (const [name, value] of Object.entries(HOST_STYLE))
    host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: false });
  adopt(root);
  const probe = document.createElement('div');
  probe.className = 'probe';
  root.append(probe);
  shield({ host, root, onKey, signal });

  const regions: HTMLElement[] = [];
  signal.addEventListener('abort', () => {
    for (const region of regions) render(null, region);
    host.remove();
  });
  return {
    host,
    root,
    attach: () => {
      if (host.isConnected || signal.aborted) return;
      const isHeld = holdsFixed(document.documentElement);
      document.documentElement.append(host);
      if (isHeld) rise(host);
    },
    region: (className) => {
      const region = document.createElement('div');
      region.className = className;
      root.append(region);
      regions.push(region);
      return region;
    },
    render: (vnode, container) => render(vnode, container),
    origin: () => {
      const { left, top, width } = probe.getBoundingClientRect();
      return { left, top, scale: width / 100 || 1 };
    },
    view: () => ({
      left: 0,
      top: 0,
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    }),
    followScheme: (element) => followScheme(host, element, signal),
  };
}

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

function adopt(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox keeps constructed sheets from content scripts (https://bugzilla.mozilla.org/show_bug.cgi?id=1770592).
    const style = document.createElement('style');
    style.textContent = styles;
    root.append(style);
  }
}

function followScheme(host: HTMLElement, element: () => Element | null, signal: AbortSignal): void {
  const apply = (): void => {
    const at = element() ?? document.body;
    if (at) host.style.setProperty('color-scheme', schemeAt(at), 'important');
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
  apply();
  watchScheme(document, soon, signal);
}
