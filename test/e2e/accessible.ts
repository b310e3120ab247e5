import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/**
 * Holds a page, as it shows now, to no accessibility fault of any impact: light, dark and in forced colours, which the
 * page is left in.
 */
export async function expectNoFaults(page: Page, what: string): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia(look);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      `${what} ${JSON.stringify(look)}`,
    ).toEqual([]);
  }
}
