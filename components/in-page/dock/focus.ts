/**
 * Keeps the focus on a control of the bar that `draw` makes anew; from a sheet that closes it goes back to the control
 * that opened it.
 */
export function keepFocus(region: HTMLElement, root: ShadowRoot, draw: () => void): void {
  const { activeElement: before } = root;
  const { action, filter } = before instanceof HTMLElement ? before.dataset : {};
  const wasOurs = region.contains(before);
  const home = before?.closest('.sheet') ? 'menu' : 'triage';
  draw();
  if (!wasOurs || before?.isConnected) return;
  const same = filter ? `[data-filter="${filter}"]` : `[data-action="${action}"]`;
  const next =
    region.querySelector(same) ??
    region.querySelector(`[data-action="${home}"]`) ??
    region.querySelector('button');
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
