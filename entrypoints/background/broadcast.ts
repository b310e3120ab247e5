import { browser } from '#imports';
import type { PaperState } from '@/domain/paper';
import type { Message } from '@/rpc/client';
import type { Sender } from '@/rpc/serve';

/**
 * Tells all other pages of papers that were changed, after the commit: tabs whose content script runs, and
 * our own pages. An empty list means that many were: whoever shows papers reads them again.
 */
export function broadcast(papers: PaperState[], { tab }: Sender): void {
  const message: Message = { gloss: 'changed', ask: { papers } };
  // Nobody listening is no error.
  browser.runtime.sendMessage(message).catch(() => undefined);
  void browser.tabs.query({}).then((tabs) => {
    for (const { id } of tabs)
      if (id !== undefined && id !== tab?.id)
        browser.tabs.sendMessage(id, message).catch(() => undefined);
  });
}
