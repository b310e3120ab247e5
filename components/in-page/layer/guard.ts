import { HEARD, KEPT } from './heard';
import type { Plain } from './plain';
import { createPresses, type Presses } from './presses';
import type { Sight } from './sight';

/** What stands between the page's events and the layer. */
export interface Guard extends Presses {
  /** Events that our scripts made: the only ones of a script that count. */
  own: WeakSet<Event>;
}

interface Options extends Pick<Plain, 'isPlain'> {
  root: ShadowRoot;
  sight: Sight;
  /** Called for a press that was refused: the page hid, moved or covered its target. */
  refused: () => void;
}

/** Whether an element hangs on the window, and stays while the page is scrolled. */
export const isFixed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.dock-region') !== null;

/**
 * The one way of events into the layer. Events of scripts are dropped before any part hears them, and a press counts
 * when its target shows as it was drawn.
 */
export function createGuard({ root, sight, isPlain, refused }: Options): Guard {
  const own = new WeakSet<Event>();
  const presses = createPresses({ sight, refused, own });
  const judge = (event: Event): void => {
    const { target } = event;
    if (presses.allow({ event, target, isPlain: () => isPlain(isFixed(target)) })) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  // They go with the root.
  for (const type of HEARD) root.addEventListener(type, judge, { capture: true });
  for (const type of KEPT) root.addEventListener(type, (event) => event.stopPropagation());
  return { own, ...presses };
}
