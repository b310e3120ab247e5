/** The events that keys set off. All of them cross shadow boundaries. */
const KEYS = ['keydown', 'keyup', 'keypress'] as const;
/** The events by which the focus moves, and by which a person moves it. */
const MOVES = ['focus', 'pointerdown', 'pointerup'] as const;

const GATE = Symbol.for('gloss.gate');

/** The way of every key into the page's scripts. */
export interface Gate {
  /** Sees it first; `null` while Gloss shows nothing. */
  listener: ((event: KeyboardEvent) => void) | null;
  /** Hears where the focus goes before the page's scripts do; `null` while no card can have the keyboard. */
  mover: ((event: Event) => void) | null;
  /** Opens it again on a page that was written anew, which ends all listeners on it; else changes nothing. */
  open: () => void;
}

/**
 * Opens the gate, once for a page and as early as it can be: of the listeners on the window those added first
 * are called first, so a gate that opens before the page's own scripts run comes before all of theirs. The keys of
 * triage tell what a person thinks of a paper, and do nothing on the page. Typed text never comes here: its
 * fields are in a frame of the extension's own.
 */
export function openGate(): Gate {
  const world = globalThis as { [GATE]?: Gate };
  const known = world[GATE];
  if (known) return known;
  const press = (event: KeyboardEvent): void => gate.listener?.(event);
  const move = (event: Event): void => {
    if (event.isTrusted) gate.mover?.(event);
  };
  const gate: Gate = {
    listener: null,
    mover: null,
    open: () => {
      for (const type of KEYS) window.addEventListener(type, press, { capture: true });
      for (const type of MOVES)
        window.addEventListener(type, move, { capture: true, passive: true });
    },
  };
  world[GATE] = gate;
  gate.open();
  return gate;
}
