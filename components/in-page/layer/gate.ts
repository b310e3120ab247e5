import { putScreenUp } from './screen';

/** The events that keys set off, all of which cross shadow boundaries; by which the focus moves; by which a person moves it. */
const HEARD = ['keydown', 'keyup', 'keypress', 'focus', 'pointerdown', 'pointerup'];

const GATE = Symbol.for('gloss.gate');

/** The way of every key into the page's scripts. */
export interface Gate extends EventListenerObject {
  /** Sees it first; `null` while Gloss shows nothing. */
  listener: ((event: KeyboardEvent) => void) | null;
  /** Hears where the focus goes before the page's scripts do; `null` while no card can have the keyboard. */
  mover: ((event: Event) => void) | null;
}

/**
 * Opens the gate, as early as it can be: of the listeners on the window those added first are called first, so a gate
 * that opens before the page's own scripts run comes before all of theirs. The keys of triage tell what a person
 * thinks of a paper, and do nothing on the page. Typed text never comes here: its fields are in a frame of the
 * extension's own. There is one gate for a page. One that is open stays as it is, and one whose listeners went when
 * the page was written anew is open again. In Firefox it has a screen behind it, for all events on our elements.
 */
export function openGate(): Gate {
  const world = globalThis as { [GATE]?: Gate };
  const gate = (world[GATE] ??= {
    listener: null,
    mover: null,
    handleEvent: (event) => {
      if (event instanceof KeyboardEvent) gate.listener?.(event);
      else if (event.isTrusted) gate.mover?.(event);
    },
  });
  for (const type of HEARD) window.addEventListener(type, gate, true);
  if (import.meta.env.FIREFOX) putScreenUp();
  return gate;
}
