/** After the pointer has left, milliseconds. */
const LINGER = 250;

interface MarkEvents {
  container: HTMLElement;
  root: ShadowRoot;
  /** Whether a person moves the focus. */
  isTabbing: () => boolean;
  signal: AbortSignal;
  enter: (index: number) => void;
  leave: () => void;
  press: (index: number) => void;
  /** What stands at a place now, to be told from what stood there. */
  paperAt: (index: number) => unknown;
  /** A click on the page itself. */
  away: () => void;
}

/** Hover and focus open the toolbar, a click saves; a click elsewhere closes what is open. */
export function listenToMarks({
  container,
  root,
  isTabbing,
  signal,
  enter,
  leave,
  press,
  paperAt,
  away,
}: MarkEvents): void {
  const indexOf = (event: Event): number | null => {
    const mark = markAt(event.target);
    return mark && mark.dataset.quiet === undefined ? Number(mark.dataset.entry) : null;
  };
  const on = (type: string, callback: (index: number, event: Event) => void): void =>
    container.addEventListener(
      type,
      (event) => {
        const index = indexOf(event);
        if (index !== null) callback(index, event);
      },
      { signal },
    );
  /** The entry whose mark the pointer went to. A mark that the page has moved under a resting pointer is not asked for: nothing has moved. */
  let over: number | null = null;
  on('pointermove', (index, event) => {
    if (index === over) return;
    over = index;
    // Whoever draws a selection over it wants no toolbar.
    if (event instanceof PointerEvent && event.buttons === 0) enter(index);
  });
  // A script of the page may move the focus, and open nothing by it.
  on('focusin', (index) => {
    if (isTabbing()) enter(index);
  });
  /** What the pointer went down on: a page may put another paper there before the click. A key has no aim. */
  let aimed: unknown;
  on('pointerdown', (index) => {
    aimed = paperAt(index);
  });
  on('click', (index, event) => {
    const isAimed = event instanceof MouseEvent && event.detail > 0 && aimed !== undefined;
    if (!isAimed || paperAt(index) === aimed) press(index);
    aimed = undefined;
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
    over = null;
    clearTimeout(timer);
    timer = setTimeout(leave, LINGER);
  };
  for (const type of ['pointerout', 'focusout']) root.addEventListener(type, left, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

const markAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.mark') : null;
