import {
  type Browser,
  IDLE,
  killWorker,
  launch,
  type LaunchOptions,
} from '@/scripts/browser/extension';

/** All that the extension keeps; its worker's registration is what the browser keeps of it. */
const KEPT = 'indexeddb,file_systems,cache_storage,local_storage,storage_buckets';

/** Makes a browser as if Gloss had just been installed: no page but an idle one, no library, no setting. */
async function clear({ context, extensionId, url }: Browser): Promise<void> {
  const page = await context.newPage();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearCookies();
  await context.clearPermissions();
  await page.goto(url(IDLE));
  await page.evaluate(async () => {
    await chrome.alarms.clearAll();
    await chrome.scripting.unregisterContentScripts();
  });
  await killWorker(page);
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: `chrome-extension://${extensionId}`,
    storageTypes: KEPT,
  });
}

/**
 * The browser of one test for the next one that asks for the same: to start one takes half of the time of a short
 * test.
 */
export class BrowserPool {
  private kept: { wish: string; browser: Browser } | null = null;

  async take(options: LaunchOptions): Promise<Browser> {
    const wish = JSON.stringify(options);
    const { kept } = this;
    this.kept = null;
    if (kept?.wish === wish) return kept.browser;
    await kept?.browser.close();
    return launch(options);
  }

  /** Keeps a browser as good as new; one in which Gloss runs no more, as after an update, is closed. */
  async giveBack(browser: Browser, options: LaunchOptions): Promise<void> {
    const isClear = await clear(browser).then(
      () => true,
      () => false,
    );
    if (isClear) this.kept = { wish: JSON.stringify(options), browser };
    else await browser.close();
  }

  async close(): Promise<void> {
    await this.kept?.browser.close();
  }
}
