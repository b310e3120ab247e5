/**
 * Moves the focus among the items of a list by arrow keys, Home and End, and takes the key where it did.
 * Gives whether the key led out at the top.
 */
export function walk(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const at = items.findIndex((item) => item === event.target);
  const places: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const to = places[event.key];
  if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  event.preventDefault();
  items[to]?.focus();
  return to < 0;
}
