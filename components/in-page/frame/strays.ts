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
  const hear = (event: KeyboardEvent): void => {
    if (event.type === 'keydown') known.add(event.code);
    if (known.has(event.code)) listener?.(event);
    else event.stopImmediatePropagation();
  };
  gate.listener = hear;
  const end = (): void => {
    if (gate.listener === hear) gate.listener = signal.aborted ? null : listener;
  };
  setTimeout(end, HELD);
  signal.addEventListener('abort', end);
}
