import { copyOf } from './copy';
import { HEARD } from './heard';
import { isHost } from './host';

/*
 * Firefox alone. It tells a page's listeners which element an event began at, inside of closed shadow roots too, and one
 * element gives the whole root: by `originalTarget`, and by `explicitOriginalTarget` and `rangeParent` also where the
 * pointer leaves an element of the page for one of ours. Such an event ends at the window, before the page's listeners;
 * our elements and the page's get a copy, which tells of nothing.
 */

/** What Firefox adds to an event (https://searchfox.org/firefox-main/source/dom/webidl/Event.webidl). */
interface Telling extends Event {
  originalTarget?: EventTarget | null;
  explicitOriginalTarget?: EventTarget | null;
}

/** The way of events on our elements. */
interface Screen extends EventListenerObject {
  /** Copies of a person's events. */
  twins: WeakSet<Event>;
  /** Those of our scripts that hear what ends at the window. */
  heeding: Set<(event: Event) => void>;
  /** Listeners of the page may come before: the page may have the root. */
  isLate: boolean;
}

const SCREEN = Symbol.for('gloss.screen');
/** One for all scripts of ours on the page, which see the same world. */
const world = () => globalThis as { [SCREEN]?: Screen };

/** Kinds that a scroll waits for, unless their listeners say that they let it be. */
const SCROLLING = /^(?:touch|wheel|DOMMouse|Moz)/;
/** Whether events of a kind come to our elements, by copies. Keys have a way of their own (`shield.ts`). */
const isPassed = (type: string): boolean =>
  HEARD.includes(type) && !/^(?:key|touch)|input$/.test(type);

/** All kinds of events that elements of this browser can have. */
function kindsOfEvents(): string[] {
  // These have no `on…` property, or have it where there is a touch screen.
  const kinds =
    'touchstart touchmove touchend touchcancel focusin focusout compositionstart compositionupdate compositionend textInput DOMActivate DOMMouseScroll MozMousePixelScroll'.split(
      ' ',
    );
  for (const name in HTMLElement.prototype) if (/^on[a-z]/.test(name)) kinds.push(name.slice(2));
  return kinds;
}

const isOurs = (node: unknown): node is Element => {
  const root = node instanceof Element ? node.getRootNode() : null;
  return root instanceof ShadowRoot && isHost(root.host);
};

/** Whether another finger is on our elements. Without a touch screen Firefox has no `TouchEvent`. */
const isTouched = (
  event: Event & { touches?: Iterable<{ target: EventTarget | null }> },
): boolean =>
  event.touches !== undefined && [...event.touches].some(({ target }) => isOurs(target));

/** The element that a click on another sets to work, beside all listeners. */
const workingAt = (element: Element): Element | null => {
  const label = element.closest('label');
  return label ? label.control : element.closest('a, input');
};

/** Sends a copy of an event to the element of ours that it began at. */
function passIn(event: Event, target: Element, twins: WeakSet<Event>): void {
  if (!isPassed(event.type) || !event.isTrusted) return;
  const twin = copyOf(event);
  twins.add(twin);
  const working = event.type === 'click' ? workingAt(target) : null;
  if (!working) {
    if (!target.dispatchEvent(twin)) event.preventDefault();
    return;
  }
  // The copy sets it to work, after the browser has taken back what the event began.
  event.preventDefault();
  setTimeout(() => working.dispatchEvent(twin));
}

/**
 * Sends a copy of an event to the page's element that it is on. Later: events that a page makes while Firefox is at one
 * of ours tell where that is.
 */
function passOn(event: Event): void {
  const { target } = event;
  // Part of what an event says is gone later. A copy that is made now would tell, too.
  const copy = copyOf(event);
  setTimeout(() => target?.dispatchEvent(copyOf(copy)));
}

/** Ends an event that would tell the page of our elements. */
function end(event: Telling, { heeding, twins }: Screen): void {
  const { originalTarget, explicitOriginalTarget } = event;
  const isIn = isOurs(originalTarget);
  const isByFinger = isTouched(event);
  if (!isIn && !isOurs(explicitOriginalTarget) && !isByFinger) return;
  event.stopImmediatePropagation();
  for (const heed of heeding) heed(event);
  if (isIn) passIn(event, originalTarget, twins);
  else if (!isByFinger) passOn(event);
}

/** Whether the page's scripts can have added a listener before now. */
const comesLate = (): boolean => {
  const root = document.documentElement as Element | null;
  return document.readyState !== 'loading' || (root?.hasChildNodes() ?? false);
};

function createScreen(): Screen {
  const screen: Screen = {
    twins: new WeakSet(),
    heeding: new Set(),
    isLate: comesLate(),
    handleEvent: (event) => end(event, screen),
  };
  return screen;
}

/** Puts the screen up; the gate says when (`gate.ts`). One that is up stays. */
export function putScreenUp(): void {
  const screen = (world()[SCREEN] ??= createScreen());
  for (const type of kindsOfEvents()) {
    const passive = SCROLLING.test(type);
    window.addEventListener(type, screen, passive ? { capture: true, passive } : true);
  }
}

/** Says that the page was written anew, which has ended all listeners: the page's own may come before. */
export function comeLate(): void {
  const screen = world()[SCREEN];
  if (screen) screen.isLate = true;
}

/** Whether the page is one of the extension's own, where no script of others runs. */
export const isOwnPage = (): boolean => location.protocol === 'moz-extension:';

/** Whether the page may have our root, so that nothing private may be drawn there. */
export const isOverheard = (): boolean => !isOwnPage() && world()[SCREEN]?.isLate !== false;

/** Whether an event is the copy of a person's. */
export const isTwin = (event: Event): boolean => world()[SCREEN]?.twins.has(event) === true;

/** Calls back with the events on our elements, which listeners on the window don't hear. */
export function heedEnded(heed: (event: Event) => void, signal: AbortSignal): void {
  world()[SCREEN]?.heeding.add(heed);
  signal.addEventListener('abort', () => world()[SCREEN]?.heeding.delete(heed));
}
