import type { Layer } from '@/components/in-page/layer/layer';
import { openGate } from '@/components/in-page/layer/gate';

/** The card's claim to the keyboard: from its arrival there until the person takes it elsewhere. No script may. */
export interface Claim {
  /** Whether keys are for the card, wherever the browser sends them. */
  holds: () => boolean;
  /** The keyboard is in the card. */
  arrived: () => void;
  /** The keyboard left the frame, and did not come back at once. */
  left: () => void;
  /** A key came to the page that is for the card. */
  missed: () => void;
  /** A person pressed Tab in the frame, and may go out by it. */
  tabbed: () => void;
  release: () => void;
}

interface Options {
  layer: Pick<Layer, 'host' | 'root'>;
  element: () => HTMLIFrameElement | null;
  /** The page takes the keyboard again and again: the card can't stay on it. */
  robbed: () => void;
  signal: AbortSignal;
}

/** A focus that moves within this after a press or Tab is moved by the person, milliseconds. */
const FREE = 1_000;
/** The focus may leave the frame before its word of Tab is here, milliseconds. */
const LATE = 300;
/** Within this, milliseconds, the keyboard is taken back so many times. */
const SPAN = 10_000;
const MOST_TAKES = 3;
/** A key may have been on its way to the page when the keyboard was taken back, milliseconds. */
const ON_ITS_WAY = 200;

/** The time in which the person may be the one who moves the focus. */
function createFreedom() {
  let until = Number.NEGATIVE_INFINITY;
  return {
    isGiven: (): boolean => performance.now() < until,
    give: (): void => {
      until = performance.now() + FREE;
    },
    end: (): void => {
      until = Number.NEGATIVE_INFINITY;
    },
  };
}

function focusAnew(frame: HTMLElement, root: ShadowRoot): void {
  // After `window.focus()` of the page the frame is the focused element still, and has no keys.
  if (root.activeElement === frame) frame.blur();
  frame.focus({ preventScroll: true });
}

/** The times at which the keyboard was taken back. */
function createTakes() {
  let times: number[] = [];
  return {
    last: (): number => times.at(-1) ?? Number.NEGATIVE_INFINITY,
    /** Adds the present; gives how many there are within the span. */
    add: (): number => {
      const now = performance.now();
      times = [...times.filter((at) => now - at < SPAN), now];
      return times.length;
    },
  };
}

/**
 * Takes the keyboard back in the very moment that a script of the page takes it: the gate hears of a new focus
 * before the page's script goes on, so no key comes to the page in between.
 */
export function createClaim({ layer: { host, root }, element, robbed, signal }: Options): Claim {
  let isHeld = false;
  let isTaking = false;
  const freedom = createFreedom();
  const takes = createTakes();
  /** The element that the keyboard was taken back from last. */
  let from: HTMLElement | null = null;
  const take = (): void => {
    const frame = element();
    // Without the focus the document can't give it; the browser tells of the focus anew when it comes back.
    if (!isHeld || !frame || !document.hasFocus()) return;
    if (takes.add() > MOST_TAKES) {
      isHeld = false;
      return robbed();
    }
    isTaking = true;
    focusAnew(frame, root);
    isTaking = false;
    // A page that takes it again at once has done so by now.
    queueMicrotask(() => {
      if (document.activeElement !== host) take();
    });
  };
  /** Whether the person moves the focus; then the card has no claim any more. */
  const isLetGo = (to: EventTarget | null): boolean => {
    const isOwn = root.activeElement !== null && root.activeElement !== element();
    if (freedom.isGiven() || isOwn || isPointed(to)) isHeld = false;
    return !isHeld;
  };
  const heed = (event: Event): void => {
    // Beside a card in a window, a person who comes to the page means the page by their keys.
    if (!element()) {
      isHeld &&= event.type === 'focus' && event.target !== window;
      return;
    }
    if (event.type !== 'focus') {
      if (event.target !== host) freedom.give();
      return;
    }
    if (isTaking || isLetGo(event.target)) return;
    if (event.target instanceof HTMLElement && event.target !== host) {
      from = event.target;
      return take();
    }
    // What the page's script does after this event is undone when it has ended.
    const before = takes.last();
    queueMicrotask(() => {
      if (before === takes.last()) take();
    });
  };
  heedMoves(heed, signal);
  return {
    holds: () => isHeld,
    arrived: () => {
      isHeld = true;
      // A press of before led here.
      freedom.end();
    },
    left: () => {
      // A window takes its keyboard along.
      if (!element()) isHeld = false;
      // Without another element that has the focus, the person may have gone to another tab.
      const isTaken = document.hasFocus() && document.activeElement !== host;
      if (isHeld && isTaken && !isLetGo(document.activeElement)) take();
    },
    missed: () => {
      if (performance.now() - takes.last() > ON_ITS_WAY) take();
    },
    tabbed: () => {
      freedom.give();
      if (!from || performance.now() - takes.last() > LATE) return;
      isHeld = false;
      from.focus();
    },
    release: () => {
      isHeld = false;
    },
  };
}

/** Has the gate tell of all that may move the focus. */
function heedMoves(heed: (event: Event) => void, signal: AbortSignal): void {
  const gate = openGate();
  gate.mover = heed;
  signal.addEventListener('abort', () => {
    if (gate.mover === heed) gate.mover = null;
  });
}

const FRAMES = ['iframe', 'frame', 'object', 'embed'];

/** A press into a frame of the page is not heard here; the pointer is over it then. */
const isPointed = (to: EventTarget | null): boolean =>
  to instanceof Element && FRAMES.includes(to.localName) && to.matches(':hover');
