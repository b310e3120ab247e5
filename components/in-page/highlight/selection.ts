import type { Box } from '@/components/in-page/layer/geometry';
import { heedEnded } from '@/components/in-page/layer/screen';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { type Anchors, type Selected, selectedIn, touches } from './anchored';

/** A selected passage: one field of one entry. */
export interface SelectedPassage extends Selected {
  item: ListedEntry;
}

/** The range that a person has selected on the page; `null` where nothing is selected. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range && !range.collapsed ? range : null;
}

/** Remembers the selection; tells later whether the person has selected something else meanwhile. */
export function watchSelection(): () => boolean {
  const before = selectedRange()?.cloneRange() ?? null;
  return () => {
    const now = selectedRange();
    return (
      now !== null &&
      !(
        now.startContainer === before?.startContainer &&
        now.startOffset === before.startOffset &&
        now.endContainer === before.endContainer &&
        now.endOffset === before.endOffset
      )
    );
  };
}

/** The passages that a range covers, clipped to the fields of entries. */
export const passagesIn = (
  range: Range,
  items: Iterable<ListedEntry>,
  anchors: Anchors,
): SelectedPassage[] =>
  [...items]
    .filter((item) => touches(item, range))
    .flatMap((item) => selectedIn(anchors.of(item), range).map((one) => ({ item, ...one })));

/** The last line that a range covers, in the window. */
export function lastLine(range: Range): Box | null {
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  return lines.at(-1) ?? null;
}

interface Gestures {
  /** The layer's host: what a person does there is no gesture on the page. */
  host: Element;
  /** A person has finished selecting, or has clicked. `click` is `null` for a selection by keys. */
  settled: (click: MouseEvent | null) => void;
  signal: AbortSignal;
}

/** A selection by touch is done when its ends rest so long, milliseconds: handles send no events. */
const RESTS = 300;

/** Listens for the end of a selection, by mouse, keys or touch, and for clicks on the page. */
export function listenToSelecting({ host, settled, signal }: Gestures): void {
  const isOurs = ({ target }: Event): boolean => target === host;
  /** Whether the pointer went down on the layer: a passage of the page may be drawn out to a mark. */
  let isPressOurs = false;
  const settle = (event: Event): void => {
    if (!event.isTrusted || (event.type === 'mouseup' ? isPressOurs : isOurs(event))) return;
    // The browser clears a selection that was clicked away after this event.
    requestAnimationFrame(() => {
      if (!signal.aborted) settled(event instanceof MouseEvent ? event : null);
    });
  };
  const isSelecting = (event: KeyboardEvent): boolean => event.shiftKey || event.key === 'Shift';
  const options = { capture: true, signal };
  let isByFinger = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rested = (): void => {
    if (!signal.aborted && selectedRange()) settled(null);
  };
  document.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(timer);
      if (isByFinger) timer = setTimeout(rested, RESTS);
    },
    { signal },
  );
  const hear = (event: Event): void => {
    const { type } = event;
    if (type === 'pointerdown')
      isByFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    else if (type === 'mousedown') isPressOurs = isOurs(event);
    else if (type === 'mouseup') settle(event);
  };
  for (const type of ['pointerdown', 'mousedown', 'mouseup']) addEventListener(type, hear, options);
  if (import.meta.env.FIREFOX) heedEnded(hear, signal);
  addEventListener(
    'keyup',
    (event) => {
      if (isSelecting(event)) settle(event);
    },
    options,
  );
}
