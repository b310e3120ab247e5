import type { ComponentChild } from 'preact';
import type { Box, Origin } from './geometry';
import { createCanvas } from './canvas';
import { judge, type JudgedCanvas } from './judge';
import { createRegions, type Region } from './regions';
import { createFollower, type Scheme } from './scheme';
import { type KeptAct, shield } from './shield';

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
  /** Calls back whenever the layer has taken another scheme. */
  onScheme: (heed: () => void) => void;
  /** Whether the focus moves because a person pressed Tab just now. */
  isTabbing: () => boolean;
  /** Keeps from the page that these keys are let go: they were pressed for us. */
  swallow: (codes: readonly string[]) => void;
  /** The click that waits for the browser's word, until it is done; `null` without one. */
  pending: () => Promise<unknown> | null;
  /** Does what a person did on the layer before it heard them, and what was judged then. */
  redo: (act: KeptAct) => void;
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
  render: Render;
}

export interface LayerOptions {
  /** Ends the layer: nothing of it stays on the page. */
  signal: AbortSignal;
  dress: Dress;
  /** Goes on with what is drawn there. */
  canvas?: JudgedCanvas | undefined;
  /** Keys pressed outside our text fields; `true` when the key was for us. */
  onKey: (event: KeyboardEvent) => boolean;
  /** The page moved or changed the layer: all parts must be placed again. */
  unsettled?: () => void;
}

/** Sets up the layer, on a canvas of its own where there is none. */
export function createLayer(options: LayerOptions): Layer {
  const { signal, dress, onKey, unsettled = () => undefined } = options;
  const canvas = options.canvas ?? judge(createCanvas(dress.styles.first));
  if (options.canvas) canvas.wear(dress.styles.first);
  canvas.unsettled = unsettled;
  const { host, root, sight } = canvas;
  let scheme: Scheme = 'light';
  const heeding: (() => void)[] = [];
  const setScheme = (now: Scheme): void => {
    scheme = now;
    canvas.setScheme(now);
    for (const heed of heeding) heed();
  };
  const { isTabbing, redo, swallow } = shield({ canvas, onKey, signal });
  const regions = createRegions(root, () => {
    canvas.adopt(dress.styles.later);
  });
  signal.addEventListener('abort', () => {
    for (const region of regions.all()) dress.render(null, region);
    canvas.remove();
  });
  return {
    host,
    root,
    attach: () => {
      if (!signal.aborted) canvas.attach();
    },
    region: (name) => regions.get(name, dress.language),
    render: dress.render,
    origin: canvas.origin,
    isTabbing,
    pending: canvas.pending,
    redo,
    swallow,
    isPlain: canvas.isPlain,
    settle: canvas.settle,
    isCovered: sight.isCovered,
    rest: sight.rest,
    scheme: () => scheme,
    onScheme: (heed) => void heeding.push(heed),
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
