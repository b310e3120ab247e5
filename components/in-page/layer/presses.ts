import { isTwin } from './screen';
import type { Sight } from './sight';

/** An event on the layer, and the facts by which it is judged; they are of the time when it came. */
export interface Act {
  event: Event;
  /** The element of the layer that it was for. */
  target: EventTarget | null;
  /** Whether the layer showed as it was drawn. */
  isPlain: () => boolean;
}

/** Judges the events that come into the layer. */
export interface Presses {
  /** Whether an event may go on now. A click that the browser must be asked about is made again once it answered. */
  allow: (act: Act) => boolean;
  /** The click that waits for the browser's word, until it is done; `null` without one. */
  pending: () => Promise<unknown> | null;
}

interface Options {
  sight: Sight;
  /** Called for a press that was refused: the page hid, moved or covered its target. */
  refused: () => void;
  /** Events that our scripts made: the only ones of a script that count. */
  own: WeakSet<Event>;
}

/** Lets a person's events pass; a press passes only if its target shows as drawn, at the press and at the release. */
export function createPresses({ sight, refused, own }: Options): Presses {
  let wasPlain = true;
  /** True while a click is made again: the browser makes further clicks from it, a label's on its field. */
  let isAgain = false;
  let pending: Promise<unknown> | null = null;
  const again = (event: MouseEvent, target: EventTarget | null): void => {
    const { detail, clientX, clientY, shiftKey } = event;
    const same = { detail, clientX, clientY, shiftKey, bubbles: true, cancelable: true };
    const twin = new MouseEvent('click', same);
    own.add(twin);
    isAgain = true;
    target?.dispatchEvent(twin);
    isAgain = false;
  };
  const press = (event: MouseEvent, isPlain: Act['isPlain']): boolean => {
    sight.aim(event);
    wasPlain = isPlain();
    if (!wasPlain) refused();
    return wasPlain;
  };
  const click = (event: MouseEvent, { target, isPlain }: Act): boolean => {
    const isPressed = wasPlain && isPlain();
    wasPlain = true;
    // A key has no aim.
    if (isPressed && event.detail === 0) return true;
    if (isPressed) sight.aim(event);
    const isClear = isPressed && sight.isClear();
    if (isClear === true) return true;
    const judged = Promise.resolve(isClear).then((is) => {
      if (pending === judged) pending = null;
      if (is) again(event, target);
      else refused();
    });
    pending = judged;
    return false;
  };
  return {
    pending: () => pending,
    allow: (act) => {
      const { event } = act;
      if (own.has(event) || isAgain) return true;
      if (!event.isTrusted && !(import.meta.env.FIREFOX && isTwin(event))) return false;
      if (!(event instanceof MouseEvent)) return true;
      if (event.type === 'pointermove') sight.aim(event);
      if (event.type === 'pointerdown') return press(event, act.isPlain);
      return event.type !== 'click' || click(event, act);
    },
  };
}
