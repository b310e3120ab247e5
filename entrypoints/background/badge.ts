import { browser } from '#imports';
import type { PageCounts } from '@/rpc/protocol';

/** Shows on the toolbar button how many of a tab's entries are new; the browser clears it with the page. */
export async function showCounts({ unseen }: PageCounts, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const action = browser.action ?? browser.browserAction;
  const text = unseen === 0 ? '' : unseen > 999 ? '999+' : String(unseen);
  await action.setBadgeText({ tabId, text });
  await action.setBadgeBackgroundColor({ tabId, color: '#3d5afe' });
}
