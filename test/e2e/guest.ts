import type { Page } from '@playwright/test';

/** What a page could notice of a guest. */
export interface Traces {
  html: string;
  /** Layout shift of all kinds, summed. */
  shift: number;
  highlights: number;
  animations: number;
}

interface Shift {
  value: number;
}

/** Has a page count its layout shifts from the beginning. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { shift: number };
    counted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        counted.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const tracesOf = (page: Page): Promise<Traces> =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    shift: (window as unknown as { shift: number }).shift,
    highlights: CSS.highlights.size,
    animations: document.getAnimations().length,
  }));
