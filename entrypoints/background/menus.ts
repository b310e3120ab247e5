import { browser } from '#imports';
import { i18n } from '#i18n';
import { tabCall } from '@/rpc/client';
import { annotateTab } from './annotate';

/** What a person starts from the browser's own places: keyboard commands and the context menu. */
export function addMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: 'highlight',
      title: i18n.t('menu.highlight'),
      contexts: ['selection'],
    });
    browser.contextMenus.create({
      id: 'annotate',
      title: i18n.t('menu.annotate'),
      contexts: ['page'],
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id === undefined) return;
    if (menuItemId === 'highlight') void withGloss(tab.id, highlight);
    if (menuItemId === 'annotate') void annotate(tab.id);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'triage') void withGloss(tab.id, triage);
    if (command === 'annotate') void annotate(tab.id);
  });
}

const highlight = (tabId: number): Promise<unknown> =>
  tabCall(tabId, 'listing.highlight', { colour: 'amber' });

const triage = (tabId: number): Promise<unknown> => tabCall(tabId, 'listing.triage', null);

/** Starts Gloss as a person asks for it. Where the browser forbids it, the toolbar button says so. */
async function annotate(tabId: number): Promise<void> {
  if ((await annotateTab(tabId)).ok) return;
  const action = browser.action ?? browser.browserAction;
  await action.setBadgeText({ tabId, text: '!' });
  await action.setTitle({ tabId, title: i18n.t('menu.forbidden') });
}

/** Starts Gloss on the page first where it does not run yet. */
async function withGloss(
  tabId: number,
  action: (tabId: number) => Promise<unknown>,
): Promise<void> {
  const running = await tabCall(tabId, 'listing.describe', null);
  if (!running.ok && !(await annotateTab(tabId)).ok) return;
  await action(tabId);
}
