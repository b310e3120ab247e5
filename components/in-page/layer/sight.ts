import { inLayer, type Origin } from './geometry';
import { type Seen, VISIBILITY } from './visibility';

/** Whether anything covers what a person presses. */
export interface Sight {
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
  root: ShadowRoot;
  origin: () => Origin;
  /** Looks at what a person came to before this looks. */
  before: readonly Seen[];
}

/** A cover hid a control if it was removed less than this before the press, milliseconds. */
const JUST = 400;
/** The browser looks at a new target with the next frame, which a busy machine is slow to draw, milliseconds. */
const PATIENCE = 5_000;
/** Half the side of the square that is looked at, pixels. */
const REACH = 4;

export const createSight = (options: Options): Sight =>
  watchCovers(options) ?? {
    aim: () => undefined,
    isCovered: () => Promise.resolve(false),
    rest: () => undefined,
    isClear: () => true,
  };

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
function watchCovers({ root, origin, before }: Options): Sight | null {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return null;
  let probe: HTMLElement | null = null;
  let at = { x: Number.NaN, y: Number.NaN };
  let coveredAt = before.some(isCovered) ? performance.now() : Number.NEGATIVE_INFINITY;
  let answer: { isVisible: boolean } | null = null;
  let waiting: (() => void)[] = [];
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
    observer ??= new IntersectionObserver((records) => take(records), VISIBILITY);
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
