import type { Origin } from './geometry';

/** Whether the page shows the layer as it was drawn. */
export interface Plain {
  /**
   * Whether the layer shows as it was drawn: in its place, its size, opaque, with no effect of the page on it. What
   * hangs on the window (`isFixed`) stays while the page is scrolled.
   */
  isPlain: (isFixed?: boolean) => boolean;
  /** Takes where the layer's coordinates begin: all is drawn for these. */
  settle: (at: Origin) => void;
}

interface Options {
  host: HTMLElement;
  origin: () => Origin;
}

/** Styles of an element that change the looks of its contents, each with the value that changes nothing. */
const PLAIN: readonly (readonly [name: string, value: string])[] = [
  ['opacity', '1'],
  ['visibility', 'visible'],
  ['filter', 'none'],
  ['backdrop-filter', 'none'],
  ['clip-path', 'none'],
  ['mask-image', 'none'],
  ['-webkit-mask-box-image-source', 'none'],
  ['offset-path', 'none'],
  ['mix-blend-mode', 'normal'],
  ['transform', 'none'],
  ['translate', 'none'],
  ['scale', 'none'],
  ['rotate', 'none'],
  ['perspective', 'none'],
];

/** A page's zoom or a small screen makes the layer smaller or larger by so much at most. */
const SCALES = { least: 0.4, most: 4 };
const hasNoEffect = (element: Element): boolean => {
  const style = getComputedStyle(element);
  return PLAIN.every(([name, value]) => {
    const now = style.getPropertyValue(name);
    return now === '' || now === value;
  });
};

/** Whether the page's root changes how the layer looks; not in the browser's top layer, which is outside of it. */
export const isFaded = (host: HTMLElement): boolean =>
  !host.matches(':popover-open') && !hasNoEffect(document.documentElement);

/** Rounding and a page that moves slowly are no move, pixels. */
const STILL = 2;

const isSame = (a: Origin, b: Origin): boolean =>
  Math.hypot(a.left - b.left, a.top - b.top) <= STILL && Math.abs(a.scale - b.scale) < 0.01;

export function createPlain({ host, origin }: Options): Plain {
  let settled: Origin | null = null;
  return {
    isPlain: (isFixed = false) => {
      if (host.parentNode !== document.documentElement) return false;
      const now = origin();
      const hasSize = now.scale >= SCALES.least && now.scale <= SCALES.most;
      const isThere = isFixed || !settled || isSame(settled, now);
      return hasSize && isThere && hasNoEffect(host) && !isFaded(host);
    },
    settle: (at) => {
      settled = at;
    },
  };
}
