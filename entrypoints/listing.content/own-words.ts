import type { ContentScriptContext } from '#imports';
import type { Entry } from '@/domain/entry';

/** Entries whose abstracts are read at a time, so that the page feels nothing of it. */
const AT_ONCE = 100;

/**
 * Reads the abstracts of entries when the page is idle: whatever a translator puts into the page later, the page's own
 * text is known. An entry keeps what was read of it.
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
