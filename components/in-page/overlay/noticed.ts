/** Whether a person can know what is under their pointer. */
export interface Noticed<T> {
  /** The pointer is over something, which came to it or which it came to. */
  over: (item: T, event: Event, element: Element | null) => void;
  /** The pointer is over nothing any more. */
  out: () => void;
  /** Whether a press is meant for what it meets. */
  has: (item: T, press: Event) => boolean;
}

/**
 * What comes under a resting pointer takes no press for so long, milliseconds: a page may move it there between the
 * two clicks of a double click. Browsers guard their own prompts alike, for 500 ms (Chromium's
 * `InputEventActivationProtector`, Firefox's `security.notification_enable_delay`). Nobody sees, decides and presses
 * within 300, and who scrolls a mark to the pointer and presses is not kept waiting.
 */
const NOTICED = 300;

/** A pointer that came to a thing by itself is meant to be there. A finger is nowhere before it presses. */
export function createNoticed<T>(): Noticed<T> {
  let under: { item: T; since: number; isReached: boolean } | null = null;
  return {
    over: (item, event, element) => {
      if (under?.item !== item) {
        const isFromOutside = event instanceof MouseEvent && event.relatedTarget === null;
        // From outside of the window a pointer comes by itself.
        const comesByItself = event.type === 'pointerover' && isFromOutside;
        under = { item, since: event.timeStamp, isReached: comesByItself };
      }
      if (event.type === 'pointermove' && event instanceof MouseEvent)
        under.isReached ||= isReached(event, element);
    },
    out: () => {
      under = null;
    },
    has: (item, press) => {
      if (!(press instanceof PointerEvent) || press.pointerType !== 'mouse') return true;
      // The browser says that the pointer is over a thing before it says that it is pressed, unless nobody heard yet.
      if (!under) return true;
      if (under.item !== item) return false;
      return under.isReached || press.timeStamp - under.since >= NOTICED;
    },
  };
}

/** Whether the pointer moved into an element, and not the element under the pointer. */
function isReached(event: MouseEvent, element: Element | null): boolean {
  const box = element?.getBoundingClientRect();
  const [x, y] = [event.clientX - event.movementX, event.clientY - event.movementY];
  return !box || x < box.left || x > box.right || y < box.top || y > box.bottom;
}
