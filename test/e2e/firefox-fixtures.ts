import { test as base } from '@playwright/test';
import { type Firefox, launchFirefox } from '@/scripts/browser/firefox';

export { expect } from '@playwright/test';
export type { Firefox };

/** Starts a Firefox with the built extension on a fresh profile; it has pages by their addresses, and no others. */
export type OpenFirefox = (
  pages: Record<string, string>,
  options?: { welcomes: boolean },
) => Promise<Firefox>;

interface Fixtures {
  openFirefox: OpenFirefox;
}

/** Calls the background from the page of the extension's own that Firefox shows. */
export async function callIn(
  firefox: Firefox,
  name: string,
  ask: unknown,
): Promise<{ ok: boolean; value?: unknown }> {
  const message = JSON.stringify({ gloss: name, ask });
  // The page's own objects are behind a wall even for Firefox's own code: values pass it as text.
  const answer = await firefox.evaluate(`
    const page = window.wrappedJSObject;
    const sent = page.browser.runtime.sendMessage(page.JSON.parse(${JSON.stringify(message)}));
    return new Promise((resolve) => sent.then(
      Components.utils.exportFunction((value) => resolve(page.JSON.stringify(value)), window)));`);
  return JSON.parse(String(answer)) as { ok: boolean };
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
