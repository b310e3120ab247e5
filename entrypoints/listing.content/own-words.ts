import type { ContentScriptContext } from '#imports';
import type { Entry } from '@/domain/entry';

/** Abstracts that are read at a time, few enough not to slow the page. */
const AT_ONCE = 100;

/**
 * Reads the abstracts of entries when the page is idle: whatever a translator puts into the page later, the page's own
 * text is known. An entry keeps the abstract that was read.
 */
export function createOwnWords(ctx: ContentScriptContext) {
  let waiting: Entry[] = [];
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    ctx.requestIdleCallback(() => {
      isAsked = false;
      for (const entry of waiting.splice(0, AT_ONCE)) void entry.abstract;
      if (waiting.length > 0) ask();
    });
  };
  return (entries: readonly Entry[]): void => {
    waiting = [...entries];
    if (waiting.length > 0) ask();
  };
}
