/** What typing sets off. All of it crosses shadow boundaries, and most of it carries what was typed. */
const TYPED = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
] as const;

const GATE = Symbol.for('gloss.gate');

/** The way of everything typed into the page's scripts. */
export interface Gate {
  /** Sees it first; `null` while Gloss shows nothing. */
  listener: ((event: Event) => void) | null;
}

/**
 * Opens the gate, once for a page and as early as it can be: of the listeners on the window those added first
 * are called first, so a gate that opens before the page's own scripts run comes before all of theirs.
 */
export function openGate(): Gate {
  const world = globalThis as { [GATE]?: Gate };
  const known = world[GATE];
  if (known) return known;
  const gate: Gate = { listener: null };
  world[GATE] = gate;
  for (const type of TYPED)
    window.addEventListener(type, (event) => gate.listener?.(event), { capture: true });
  return gate;
}
