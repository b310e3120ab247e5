import type { ContentScriptContext } from '#imports';

/** How often the address is looked at where the browser does not tell of navigations (Firefox before 147), milliseconds. */
const LOOK = 1_000;

/**
 * Calls back when the page's address changes: before it does, where the browser tells. No event of ours is sent for
 * it, because the page's scripts would hear it.
 */
export function watchAddress(ctx: ContentScriptContext, changed: () => void): void {
  if ('navigation' in globalThis) {
    const told = ({ isTrusted, destination }: NavigateEvent): void => {
      if (isTrusted && destination.url !== location.href) changed();
    };
    navigation.addEventListener('navigate', told, { signal: ctx.signal });
    return;
  }
  let known = location.href;
  ctx.setInterval(() => {
    if (location.href === known) return;
    known = location.href;
    changed();
  }, LOOK);
}
