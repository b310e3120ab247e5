import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { leadsIn } from './toolbar-keys';

/** After the pointer has left, milliseconds. */
const LINGER = 250;
/** So long a person needs to see what came under their pointer, milliseconds. */
const NOTICED = 500;

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

/** Hover and focus open the toolbar, Tab leads into it, a click saves; a click elsewhere closes what is open. */
export function listenToMarks(events: MarkEvents): void {
  const { layer, container, itemOf, enter, leave, press, goIn, away, signal } = events;
  const { isTabbing, root } = layer;
  const on = (type: string, callback: (item: ListedEntry, event: Event) => void): void =>
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
  /** From when on a press on that mark counts, by the clock of events. */
  let pressableAt = 0;
  on('pointermove', (item, event) => {
    if (item === over || !(event instanceof MouseEvent)) return;
    over = item;
    pressableAt = isReached(event) ? 0 : event.timeStamp + NOTICED;
    // A person who draws a selection over the mark wants no toolbar.
    if (event instanceof PointerEvent && event.buttons === 0) enter(item);
  });
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
  /**
   * What the pointer went down on: a page may put another paper there before the click. It may also move a mark under
   * the pointer of a person who is about to press something else. A key has no aim, and a finger comes from nowhere.
   */
  let aimed: ListedEntry | null = null;
  let isHasty = false;
  on('pointerdown', (item, event) => {
    aimed = item;
    const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
    isHasty = isMouse && (over !== item || event.timeStamp < pressableAt);
    focused = null;
  });
  on('click', (item, event) => {
    const isAimed = event instanceof MouseEvent && event.detail > 0 && aimed !== null;
    if (!isAimed || (item === aimed && !isHasty)) press(item);
    aimed = null;
    isHasty = false;
  });
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && event.target !== root.host) away();
    },
    { capture: true, signal },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = (event: Event): void => {
    const to = event instanceof MouseEvent ? markAt(event.relatedTarget) : null;
    // From one part of a mark to another.
    if (to && to === markAt(event.target)) return;
    if (event.type === 'pointerout') over = null;
    else focused = null;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (over === null && focused === null) leave();
    }, LINGER);
  };
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, left, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** Whether the pointer came to a mark, and not the mark to the pointer: it was outside of the mark before it moved. */
function isReached({ target, clientX, clientY, movementX, movementY }: MouseEvent): boolean {
  const box = markAt(target)?.getBoundingClientRect();
  const [x, y] = [clientX - movementX, clientY - movementY];
  return !box || x < box.left || x > box.right || y < box.top || y > box.bottom;
}

const markAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.mark') : null;
