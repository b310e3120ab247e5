import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { createLongPress, isByFinger } from './long-press';
import { isQuiet } from './mark-focus';
import { createNoticed } from './noticed';

/** After the pointer has left, milliseconds. */
const LINGER = 250;

/** What a person does on marks. */
export interface MarkActs {
  /** The pointer, the keyboard or a finger went to a mark. */
  enter: (item: ListedEntry) => void;
  /** Nothing holds a mark's toolbar open any more. */
  leave: () => void;
  press: (item: ListedEntry) => void;
  /** Moves the focus from a mark into its toolbar; `false` where it is not open. */
  goIn: (item: ListedEntry) => boolean;
  /** A click on the page itself. */
  away: () => void;
}

interface MarkEvents extends MarkActs {
  layer: Pick<Layer, 'isTabbing' | 'root'>;
  container: HTMLElement;
  /** The entry whose mark an element is now. */
  itemOf: (mark: Element) => ListedEntry | null;
  signal: AbortSignal;
}

/** What keeps a toolbar open: where the pointer, the keyboard and the finger are. */
interface Held {
  /**
   * The entry whose mark the pointer went to, and is on: a mark that the page moves under a resting pointer opens
   * nothing. `:hover` is not asked: Chromium has been seen to match nothing after a key, though the pointer moved since.
   */
  over: ListedEntry | null;
  /** The entry whose mark a person went to by keys, and is on; a click on a mark holds nothing open. */
  focused: ListedEntry | null;
  /** Whether a finger opened the toolbar: it is nowhere when it was lifted. */
  isTouched: boolean;
}

/** Listens to marks: calls back with the entry whose mark an event is on. */
type On = (type: string, callback: (item: ListedEntry, event: Event) => void) => void;

/**
 * Hover, focus and a finger open the toolbar, Tab leads into it, a click saves; a click elsewhere closes what is open.
 */
export function listenToMarks(events: MarkEvents): void {
  const { container, itemOf, signal } = events;
  const held: Held = { over: null, focused: null, isTouched: false };
  const on: On = (type, callback) =>
    container.addEventListener(
      type,
      (event) => {
        const mark = markAt(event.target);
        const item = mark && !isQuiet(mark) ? itemOf(mark) : null;
        if (item) callback(item, event);
      },
      { signal },
    );
  listenToPointer(on, held, events);
  listenToKeys(on, held, events);
  const touch = (item: ListedEntry): void => {
    held.isTouched = true;
    events.enter(item);
  };
  listenToPresses(on, held, events, touch);
  listenToLeaving(held, events);
}

function listenToPointer(on: On, held: Held, { enter }: MarkEvents): void {
  on('pointermove', (item, event) => {
    if (item === held.over) return;
    held.over = item;
    // A person who draws a selection over the mark wants no toolbar.
    if (event instanceof PointerEvent && event.buttons === 0) enter(item);
  });
}

function listenToKeys(on: On, held: Held, events: MarkEvents): void {
  const { layer, container, itemOf, enter, goIn, signal } = events;
  const focus = ({ target }: Event): void => {
    const mark = markAt(target);
    if (mark && (isQuiet(mark) || layer.isTabbing())) held.focused = itemOf(mark);
  };
  container.addEventListener('focusin', focus, { signal });
  // A script of the page may move the focus, and open nothing by it.
  on('focusin', (item) => {
    if (layer.isTabbing()) enter(item);
  });
  on('keydown', (item, event) => {
    if (!(event instanceof KeyboardEvent) || !leadsIn(event)) return;
    if (event.key !== 'Tab') enter(item);
    if (goIn(item)) event.preventDefault();
  });
}

function listenToPresses(
  on: On,
  held: Held,
  { press, signal }: MarkEvents,
  open: (item: ListedEntry) => void,
): void {
  const longPress = createLongPress(open, signal);
  on('pointermove', (_, event) => {
    if (isByFinger(event)) longPress.move(event);
  });
  for (const type of ['pointerup', 'pointercancel']) on(type, longPress.end);
  // The browser's menu would open over the toolbar.
  on('contextmenu', (_, event) => {
    if (held.isTouched) event.preventDefault();
  });
  /**
   * What the pointer went down on: a page may put another paper there before the click, or just before the press. Kept
   * until the next press, for a click may be waited for. A key has no aim.
   */
  let aimed: ListedEntry | null = null;
  let isNoticed = true;
  const noticed = createNoticed<ListedEntry>();
  for (const type of ['pointerover', 'pointermove'])
    on(type, (item, event) => noticed.over(item, event, markAt(event.target)));
  on('pointerout', (_, event) => {
    if (!isWithin(event)) noticed.out();
  });
  on('pointerdown', (item, event) => {
    aimed = item;
    isNoticed = noticed.has(item, event);
    held.focused = null;
    held.isTouched = isByFinger(event);
    if (isByFinger(event)) longPress.down(item, event);
  });
  on('click', (item, event) => {
    const isAimed = event instanceof MouseEvent && event.detail > 0 && aimed !== null;
    const isSeen = item === aimed && isNoticed;
    const isMeant = !isAimed || (isSeen && !(held.isTouched && longPress.wasLong()));
    if (isMeant && held.isTouched) open(item);
    if (isMeant) press(item);
  });
}

/** Has the toolbar close soon after the pointer or the focus left, unless something holds it open. */
function listenToLeaving(held: Held, { layer: { root }, leave, away, signal }: MarkEvents): void {
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.target === root.host) return;
      held.isTouched = false;
      away();
    },
    { capture: true, signal },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leaveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (held.over === null && held.focused === null && !held.isTouched) leave();
    }, LINGER);
  };
  const left = (event: Event): void => {
    if (isWithin(event)) return;
    if (event.type === 'pointerout') held.over = null;
    else held.focused = null;
    leaveSoon();
  };
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, left, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** Whether the pointer or the focus goes from one part of a mark to another. */
function isWithin(event: Event): boolean {
  const to = event instanceof MouseEvent ? markAt(event.relatedTarget) : null;
  return to !== null && to === markAt(event.target);
}

/** Whether a key on a mark leads into its toolbar. */
const leadsIn = ({ key, shiftKey }: KeyboardEvent): boolean =>
  (key === 'Tab' && !shiftKey) || key === 'ArrowDown' || key === 'ArrowRight';

const markAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.mark') : null;
