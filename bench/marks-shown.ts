import type { Page } from '@playwright/test';

/** How often is looked, milliseconds: looking takes a millisecond of the page's time. */
const STEP = 8;
const PATIENCE = 20_000;

/** Whether a layer at the end of the document holds a mark; closed roots are open to the debugger. */
async function hasMark(session: Awaited<ReturnType<typeof sessionOf>>): Promise<boolean> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'document.body?.nextElementSibling ?? null',
  });
  if (!result.objectId) return false;
  const { node } = await session.send('DOM.describeNode', {
    objectId: result.objectId,
    depth: -1,
    pierce: true,
  });
  return JSON.stringify(node.shadowRoots ?? []).includes('BUTTON');
}

const sessionOf = (page: Page) => page.context().newCDPSession(page);

/** Opens an address; milliseconds from the end of the document (DOMContentLoaded) until its first button of a layer. */
export async function marksAfter(page: Page, url: string): Promise<number> {
  const session = await sessionOf(page);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const end = Date.now() + PATIENCE;
  while (!(await hasMark(session))) {
    if (Date.now() > end) throw new Error(`Nothing was marked on ${url}.`);
    await page.waitForTimeout(STEP);
  }
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.now() - (entry?.domContentLoadedEventEnd ?? 0);
  });
}
