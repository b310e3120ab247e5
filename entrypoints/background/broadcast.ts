import { browser } from '#imports';
import type { PaperState } from '@/domain/paper';
import type { Message } from '@/rpc/client';
import type { Sender } from '@/rpc/serve';

/**
 * Tells all other pages of papers that were changed, after the commit: tabs whose content script runs, and
 * our own pages. An empty list means that many were: whoever shows papers reads them again.
 */
export const broadcast = (papers: PaperState[], sender: Sender): void =>
  tellAll({ gloss: 'changed', ask: { papers } }, sender);

/** Tells all other pages that settings were changed, after the commit. */
export const broadcastSettings = (sender: Sender): void =>
  tellAll({ gloss: 'settings.changed', ask: null }, sender);

function tellAll(message: Message, { tab }: Sender): void {
  // Nobody listening is no error.
  browser.runtime.sendMessage(message).catch(() => undefined);
  void browser.tabs.query({}).then((tabs) => {
    for (const { id } of tabs)
      if (id !== undefined && id !== tab?.id)
        browser.tabs.sendMessage(id, message).catch(() => undefined);
  });
}
