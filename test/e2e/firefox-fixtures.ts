import { test as base } from '@playwright/test';
import { type Firefox, launchFirefox } from '@/scripts/browser/firefox';

export { expect } from '@playwright/test';
export type { Firefox };

interface Fixtures {
  /** Starts a Firefox with the built extension on a fresh profile; it has pages by their addresses, and no others. */
  openFirefox: (pages: Record<string, string>, options?: { welcomes: boolean }) => Promise<Firefox>;
}

/**
 * Tests in a real Firefox. Where there is none they are skipped, and say so; where all checks must run (`CI`), they
 * fail.
 */
export const test = base.extend<Fixtures>({
  openFirefox: async ({}, use, info) => {
    const binary = process.env['GLOSS_FIREFOX'] ?? '';
    info.skip(binary === '' && !process.env['CI'], 'There is no Firefox; set GLOSS_FIREFOX.');
    info.setTimeout(180_000);
    const opened: Firefox[] = [];
    await use(async (pages, options) => {
      const firefox = await launchFirefox(binary, pages, options);
      opened.push(firefox);
      return firefox;
    });
    for (const firefox of opened) await firefox.close();
  },
});
