import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './fixtures';

/** How a person may want pages to look. */
export const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The accessibility faults of a page of our own as it shows now, of any impact (https://github.com/dequelabs/axe-core). */
async function faultsOf(page: Page): Promise<[rule: string, html: string | undefined][]> {
  // Once a document: with its package for Playwright each look loads it anew and opens a page beside.
  await page.evaluate(`if (!globalThis.axe) { ${AXE} } 0`);
  const faults = await page.evaluate<AxeResults['violations']>(
    'axe.run({ iframes: false }).then(({ violations }) => JSON.parse(JSON.stringify(violations)))',
  );
  return faults.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

/** Holds a page, as it shows now, to no accessibility fault: light, dark and in forced colours, which it is left in. */
export async function expectNoFaults(page: Page, what: string): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia(look);
    expect(await faultsOf(page), `${what} ${JSON.stringify(look)}`).toEqual([]);
  }
}
