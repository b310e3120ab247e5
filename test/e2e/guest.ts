import type { Page } from '@playwright/test';

/** What a page could notice of a guest. */
export interface Traces {
  html: string;
  /** Layout shifts of all kinds: how much, and what has moved from where to where. */
  shifts: string[];
  highlights: number;
  animations: number;
}

interface Shift {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Has a page count its layout shifts from the beginning. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as { shifts: string[] };
    counted.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        const moved = entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
          const what = node instanceof Element ? node.outerHTML : node?.nodeValue;
          const [before, after] = [from, to].map(({ x, y, width, height }) => [
            x,
            y,
            width,
            height,
          ]);
          return `${what?.slice(0, 80)} ${before?.join()} → ${after?.join()}`;
        });
        counted.shifts.push(`${entry.value}: ${moved.join('; ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const tracesOf = (page: Page): Promise<Traces> =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    shifts: (window as unknown as { shifts: string[] }).shifts,
    highlights: CSS.highlights.size,
    animations: document.getAnimations().length,
  }));
