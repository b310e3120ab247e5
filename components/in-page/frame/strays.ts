import { openGate } from '@/components/in-page/layer/gate';

/** A key is let go within this, milliseconds. */
const HELD = 1_000;

/**
 * Keeps from the page that keys are let go which went down in a frame of ours that is gone: it alone knew which ones.
 */
export function swallowStrays(signal: AbortSignal): void {
  const gate = openGate();
  const { listener } = gate;
  /** Keys that went down on the page since. */
  const known = new Set<string>();
  let isOver = false;
  const hear = (event: KeyboardEvent): void => {
    // A script of the page makes no key known.
    if (event.type === 'keydown' && event.isTrusted) known.add(event.code);
    if (isOver || event.type === 'keydown' || known.has(event.code)) listener?.(event);
    else event.stopImmediatePropagation();
  };
  gate.listener = hear;
  const end = (): void => {
    // Where the layer was taken twice, the later one may hand back to this one.
    isOver = true;
    if (gate.listener === hear) gate.listener = signal.aborted ? null : listener;
  };
  setTimeout(end, HELD);
  signal.addEventListener('abort', end);
}
