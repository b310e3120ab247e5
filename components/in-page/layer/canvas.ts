import { stepAside } from './aside';
import type { Origin } from './geometry';
import { createHost } from './host';
import { createPlain, isFaded, type Plain } from './plain';

/** The element that Gloss draws in. The first stage draws on it alone; the layer of the whole (`layer.ts`) goes on with it. */
export interface Canvas extends Plain {
  host: HTMLElement;
  /** Closed: the page's scripts can't reach it. */
  root: ShadowRoot;
  /** Adds a style sheet; returns what replaces its text. */
  adopt: (styles: string) => (styles: string) => void;
  /** Replaces the first style sheet. */
  wear: (styles: string) => void;
  setScheme: (scheme: 'light' | 'dark') => void;
  /** Reads where the layer's coordinates begin. */
  origin: () => Origin;
  /**
   * Puts the layer on the page, which unsettles its layout: boxes are better read before. Nothing of the layer is
   * anywhere until then.
   */
  attach: () => void;
  /** Takes the whole off the page. */
  remove: () => void;
  /** Called when the page moved or changed the layer: all parts must be placed again. */
  unsettled: () => void;
}

/** Makes it. It is outside of the body, takes no room, and shares no styles with the page. */
export function createCanvas(styles: string): Canvas {
  const host = createHost();
  const root = host.attachShadow({ mode: 'closed' });
  const sheets: CSSStyleSheet[] = [];
  const adopt = (added: string) => addSheet(root, sheets, added);
  const wear = adopt(styles);
  const setSchemeStyle = adopt('');
  if (import.meta.env.FIREFOX) stepAside(host, adopt(''));
  const probe = document.createElement('div');
  probe.className = 'probe';
  root.append(probe);
  const origin = (): Origin => {
    const { left, top, width } = probe.getBoundingClientRect();
    return { left, top, scale: width / 100 || 1 };
  };
  return {
    host,
    root,
    ...createPlain({ host, origin }),
    adopt,
    wear,
    setScheme: (scheme) => setSchemeStyle(`:host { color-scheme: ${scheme} !important }`),
    origin,
    attach: () => {
      if (host.isConnected) return;
      const isHeld = holdsFixed(document.documentElement) || isFaded(host);
      document.documentElement.append(host);
      // It has worn none until now, or a page that took it into another document has stripped it
      // (https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets).
      if (sheets.length > 0) root.adoptedStyleSheets = sheets;
      if (isHeld) rise(host);
    },
    remove: () => host.remove(),
    unsettled: () => undefined,
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
export function rise(host: HTMLElement): void {
  host.popover = 'manual';
  host.showPopover();
}

/**
 * `sheets` keeps what the root adopts. It adopts them together once it is on the page: each adoption, and each change
 * of an adopted sheet, has the browser look through all rules again.
 */
function addSheet(
  root: ShadowRoot,
  sheets: CSSStyleSheet[],
  styles: string,
): (styles: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    if (import.meta.env.FIREFOX || root.host.isConnected)
      root.adoptedStyleSheets = [...sheets, sheet];
    sheets.push(sheet);
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
