import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createLongPress, isByFinger } from './long-press';
import { leadsIn } from './toolbar-keys';

/** After the pointer has left, milliseconds. */
const LINGER = 250;

interface MarkEvents {
  layer: Pick<Layer, 'isTabbing' | 'root'>;
  container: HTMLElement;
  /** The entry whose mark an element is now. */
  itemOf: (mark: Element) => ListedEntry | null;
  enter: (item: ListedEntry) => void;
  leave: () => void;
  press: (item: ListedEntry) => void;
  /** Moves the focus from a mark into its toolbar; `false` where it is not open. */
  goIn: (item: ListedEntry) => boolean;
  /** A click on the page itself. */
  away: () => void;
  signal: AbortSignal;
}

/** Acts on marks that were done before there was anybody to hear them. */
export interface EarlierActs {
  /** The pointer is on the mark of an entry, as if it had just come there. */
  hover: (item: ListedEntry) => void;
  /** A finger opened an entry's toolbar. */
  touch: (item: ListedEntry) => void;
}

/**
 * Hover, focus and a finger open the toolbar, Tab leads into it, a click saves; a click elsewhere closes what is open.
 */
export function listenToMarks(events: MarkEvents): EarlierActs {
  const { layer, container, itemOf, enter, leave, press, goIn, away, signal } = events;
  const { isTabbing, root } = layer;
  const on: On = (type, callback) =>
    container.addEventListener(
      type,
      (event) => {
        const mark = markAt(event.target);
        const item = mark && mark.dataset.quiet === undefined ? itemOf(mark) : null;
        if (item) callback(item, event);
      },
      { signal },
    );
  /**
   * The entry whose mark the pointer went to, and is on: a mark that the page moves under a resting pointer opens
   * nothing. `:hover` is not asked: Chromium has been seen to match nothing after a key, though the pointer moved since.
   */
  let over: ListedEntry | null = null;
  on('pointermove', (item, event) => {
    if (item === over) return;
    over = item;
    // A person who draws a selection over the mark wants no toolbar.
    if (event instanceof PointerEvent && event.buttons === 0) enter(item);
  });
  const finger = listenToFinger(on, enter, signal);
  /** The entry whose mark a person went to by keys, and is on; a click on a mark holds nothing open. */
  let focused: ListedEntry | null = null;
  const isByKeys = (mark: HTMLElement): boolean => mark.dataset.quiet !== undefined || isTabbing();
  container.addEventListener(
    'focusin',
    ({ target }) => {
      const mark = markAt(target);
      if (mark && isByKeys(mark)) focused = itemOf(mark);
    },
    { signal },
  );
  // A script of the page may move the focus, and open nothing by it.
  on('focusin', (item) => {
    if (isTabbing()) enter(item);
  });
  on('keydown', (item, event) => {
    if (!(event instanceof KeyboardEvent) || !leadsIn(event)) return;
    if (event.key !== 'Tab') enter(item);
    if (goIn(item)) event.preventDefault();
  });
  /** What the pointer went down on: a page may put another paper there before the click. A key has no aim. */
  let aimed: ListedEntry | null = null;
  on('pointerdown', (item, event) => {
    aimed = item;
    focused = null;
    finger.down(item, event);
  });
  on('click', (item, event) => {
    const isAimed = event instanceof MouseEvent && event.detail > 0 && aimed !== null;
    const isMeant = !isAimed || (item === aimed && !finger.wasLong());
    if (isMeant && finger.hasOpened()) finger.open(item);
    if (isMeant) press(item);
    aimed = null;
  });
  onAway(root.host, signal, () => {
    finger.forget();
    away();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leaveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (over === null && focused === null && !finger.hasOpened()) leave();
    }, LINGER);
  };
  const left = (event: Event): void => {
    const to = event instanceof MouseEvent ? markAt(event.relatedTarget) : null;
    // From one part of a mark to another.
    if (to && to === markAt(event.target)) return;
    if (event.type === 'pointerout') over = null;
    else focused = null;
    leaveSoon();
  };
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, left, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  const hover = (item: ListedEntry): void => {
    enter(item);
    onFirstMove(root.host, leaveSoon, signal);
  };
  return { hover, touch: finger.open };
}

/** Has an event on a mark heard. */
type On = (type: string, callback: (item: ListedEntry, event: Event) => void) => void;

/** A finger opens the toolbar by a tap, and by resting on the mark. */
function listenToFinger(on: On, enter: (item: ListedEntry) => void, signal: AbortSignal) {
  /** Whether a finger opened the toolbar: it is nowhere when it was lifted. */
  let isTouched = false;
  const open = (item: ListedEntry): void => {
    isTouched = true;
    enter(item);
  };
  const longPress = createLongPress(open, signal);
  on('pointermove', (_, event) => {
    if (isByFinger(event)) longPress.move(event);
  });
  for (const type of ['pointerup', 'pointercancel']) on(type, longPress.end);
  // The browser's menu would open over the toolbar.
  on('contextmenu', (_, event) => {
    if (isTouched) event.preventDefault();
  });
  return {
    open,
    hasOpened: () => isTouched,
    /** Whether the last press was a long one, which is no click. */
    wasLong: () => isTouched && longPress.wasLong(),
    down: (item: ListedEntry, event: Event): void => {
      isTouched = isByFinger(event);
      if (isByFinger(event)) longPress.down(item, event);
    },
    forget: (): void => {
      isTouched = false;
    },
  };
}

/** A mark that was put under the pointer need not be said to leave it either: the first move outside of the layer says so. */
function onFirstMove(host: Element, left: () => void, signal: AbortSignal): void {
  const moved = ({ target }: Event): void => {
    if (target !== host) left();
  };
  addEventListener('pointermove', moved, { capture: true, once: true, signal });
}

/** Calls back when a person presses the page itself. */
function onAway(host: Element, signal: AbortSignal, away: () => void): void {
  const pressed = ({ isTrusted, target }: Event): void => {
    if (isTrusted && target !== host) away();
  };
  addEventListener('pointerdown', pressed, { capture: true, signal });
}

const markAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.mark') : null;
