import type { ContentScriptContext } from '#imports';

/** Changes that follow each other within this time are read as one, milliseconds. */
const SETTLE = 150;
/** Reading waits at most so long while a page keeps changing, milliseconds. */
const PATIENCE = 1_000;

/**
 * Calls back when the page's content or its address changed: entries were added, replaced or taken away.
 * What Gloss draws is outside of the body and not seen.
 */
export function watchPage(ctx: ContentScriptContext, page: Document, changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  const read = (): void => {
    timer = undefined;
    first = 0;
    if (ctx.isValid) changed();
  };
  const soon = (): void => {
    const now = Date.now();
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(read, Math.max(0, Math.min(SETTLE, first + PATIENCE - now)));
  };
  const observer = new MutationObserver((records) => {
    if (records.some(isContent)) soon();
  });
  if (page.body) observer.observe(page.body, { childList: true, subtree: true });
  ctx.addEventListener(window, 'wxt:locationchange', soon);
  ctx.onInvalidated(() => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** Whether elements came or went; text that ticks (clocks, counters) is no news. */
const isContent = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
  [...addedNodes, ...removedNodes].some((node) => node.nodeType === Node.ELEMENT_NODE);
