import { inLayer, type Origin } from './geometry';

/** What keeps a person from seeing what they press. */
export interface Sight {
  /**
   * Whether the layer shows as it was drawn: in its place, its size, opaque, with no effect of the page on it. What
   * hangs on the window (`isFixed`) stays while the page is scrolled.
   */
  isPlain: (isFixed?: boolean) => boolean;
  /** Takes where the layer's coordinates begin: all is drawn for these. */
  settle: (at: Origin) => void;
  /** Looks at a point of the window, where a person may press: whether anything of the page covers it. */
  aim: (at: Pick<MouseEvent, 'clientX' | 'clientY' | 'type'>) => void;
  /** Whether something of the page covers a point of the window now; `false` where the browser does not tell. */
  isCovered: (x: number, y: number) => Promise<boolean>;
  /** Looks no longer. */
  rest: () => void;
  /** Whether nothing covers the aimed point now, nor did a moment ago; a promise while the browser has not answered. */
  isClear: () => boolean | Promise<boolean>;
}

interface Options {
  host: HTMLElement;
  root: ShadowRoot;
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
/** A cover hid a control if it was removed less than this before the press, milliseconds. */
const JUST = 400;
/** The browser looks at a new target with the next frame, which a busy machine is slow to draw, milliseconds. */
const PATIENCE = 5_000;
/** Half the side of the square that is looked at, pixels. */
const REACH = 4;

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

export function createSight({ host, root, origin }: Options): Sight {
  const covers = watchCovers(root, origin);
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
    aim: covers?.aim ?? (() => undefined),
    isCovered: covers?.isCovered ?? (() => Promise.resolve(false)),
    rest: covers?.rest ?? (() => undefined),
    isClear: covers?.isClear ?? (() => true),
  };
}

type Visibility = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type Seen = IntersectionObserverEntry & { isVisible?: boolean };

/** Whether a point is covered: one that was scrolled out of the window is not, and nobody presses there. */
function isCovered({ isVisible, isIntersecting, boundingClientRect }: Seen): boolean {
  const { top, bottom, left, right } = boundingClientRect;
  const isInWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return isVisible !== true && (isIntersecting || isInWindow);
}

/**
 * Asks the browser whether something of the page covers a point of the layer, also what takes no pointer
 * (https://w3c.github.io/IntersectionObserver/v2/). `null` where the browser does not tell (Firefox).
 */
function watchCovers(
  root: ShadowRoot,
  origin: () => Origin,
): Pick<Sight, 'aim' | 'isCovered' | 'rest' | 'isClear'> | null {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return null;
  let probe: HTMLElement | null = null;
  let at = { x: Number.NaN, y: Number.NaN };
  let coveredAt = Number.NEGATIVE_INFINITY;
  let answer: { isVisible: boolean } | null = null;
  let waiting: (() => void)[] = [];
  const visibility: Visibility = { trackVisibility: true, delay: 100, threshold: [0, 1] };
  let observer: IntersectionObserver | null = null;
  const take = (records: readonly Seen[]): void => {
    const isVisible = records.at(-1)?.isVisible ?? false;
    if (records.some(isCovered)) coveredAt = performance.now();
    answer = { isVisible };
    for (const done of waiting) done();
    waiting = [];
  };
  const isClear = (): boolean => answer?.isVisible === true && performance.now() - coveredAt > JUST;
  const makeProbe = (): HTMLElement => {
    const made = document.createElement('i');
    made.className = 'aim';
    return made;
  };
  const answered = <T>(tell: () => T): Promise<T> =>
    new Promise((resolve) => {
      const done = (): void => resolve(tell());
      waiting.push(done);
      setTimeout(done, PATIENCE);
    });
  const aim: Sight['aim'] = ({ clientX: x, clientY: y, type }) => {
    if (type !== 'pointerdown' && Math.hypot(x - at.x, y - at.y) <= REACH) return;
    at = { x, y };
    probe ??= makeProbe();
    if (!probe.isConnected) root.append(probe);
    observer ??= new IntersectionObserver((records) => take(records), visibility);
    // A new target is looked at with the next frame, one that stays observed ten times a second.
    observer.unobserve(probe);
    const { left, top } = inLayer({ left: x, top: y, width: 0, height: 0 }, origin());
    probe.style.transform = `translate(${left - REACH}px, ${top - REACH}px)`;
    answer = null;
    observer.observe(probe);
  };
  return {
    aim,
    isCovered: (x, y) => {
      aim({ clientX: x, clientY: y, type: 'pointerdown' });
      return answered(() => answer?.isVisible === false);
    },
    rest: () => {
      observer?.disconnect();
      probe?.remove();
      at = { x: Number.NaN, y: Number.NaN };
    },
    isClear: () => (answer ? isClear() : answered(isClear)),
  };
}
