import { HEARD, KEPT } from './heard';
import { createPresses, type Presses } from './presses';
import type { Sight } from './sight';

/** What stands between the page's events and the layer. */
export interface Guard extends Pick<Presses, 'pending'> {
  /** Events that our scripts made: the only ones of a script that count. */
  own: WeakSet<Event>;
}

/**
 * The one way of events into the layer. Events of scripts are dropped before any part hears them, and a press counts
 * when its target shows as it was drawn.
 */
export function createGuard(root: ShadowRoot, sight: Sight, refused: () => void): Guard {
  const own = new WeakSet<Event>();
  const { allow, pending } = createPresses({ sight, refused, own });
  const judge = (event: Event): void => {
    if (allow(event)) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  // They go with the root.
  for (const type of HEARD) root.addEventListener(type, judge, { capture: true });
  for (const type of KEPT) root.addEventListener(type, (event) => event.stopPropagation());
  return { own, pending };
}
