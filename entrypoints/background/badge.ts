import { browser } from '#imports';
import { i18n } from '#i18n';
import type { PageCounts } from '@/rpc/protocol';

/**
 * Shows on the toolbar button how many of a tab's entries are new, and says in its tooltip what the number counts; the
 * browser clears both with the page.
 */
export async function showCounts({ unseen }: PageCounts, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  const action = browser.action ?? browser.browserAction;
  const text = unseen === 0 ? '' : unseen > 999 ? '999+' : String(unseen);
  const title = i18n.t('menu.badge', unseen, [String(unseen)]);
  await action.setBadgeText({ tabId, text });
  await action.setTitle({ tabId, title });
  await action.setBadgeBackgroundColor({ tabId, color: '#3d5afe' });
}
