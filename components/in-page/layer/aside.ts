/**
 * Has the layer step aside while a pointer is down on the page. Firefox selects into a closed root where the page holds
 * the pointer (`setPointerCapture`), and the page's selection says where that is. `wear` sets a style sheet of the layer.
 */
export function stepAside(host: Element, wear: (styles: string) => void): void {
  let isAside = false;
  const step = (is: boolean): void => {
    if (isAside === is) return;
    isAside = is;
    wear(is ? ':host { pointer-events: none !important }' : '');
  };
  const heed = (event: Event): void => {
    if (!event.isTrusted || !(event instanceof PointerEvent)) return;
    if (event.type === 'pointerdown') step(event.target !== host);
    // Buttons may be let go where nobody hears it.
    else if (event.buttons === 0) step(false);
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'pointermove'])
    addEventListener(type, heed, { capture: true });
}
