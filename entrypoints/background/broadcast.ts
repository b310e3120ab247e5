import { browser } from '#imports';
import type { PaperState } from '@/domain/paper/paper';
import type { Ask, Message } from '@/rpc/message';
import type { Announcements } from '@/rpc/protocol';
import type { Sender } from '@/rpc/serve';
import { MOST_TOLD } from '@/storage/told';

/**
 * Tells all other pages of changed papers, after the commit: tabs whose content script runs, and our own pages. An
 * empty list (sent for too many papers too) means "many": a context that shows papers reads them again. The answer to
 * a write waits for this: a worker that is stopped right after its answer has told all contexts.
 */
export const broadcast = (papers: PaperState[], sender: Sender): Promise<void> =>
  announce('changed', { papers: papers.length > MOST_TOLD ? [] : papers }, sender);

/** Tells all other pages that settings were changed, after the commit. */
export const broadcastSettings = (sender: Sender): Promise<void> =>
  announce('settings.changed', null, sender);

/** Ends when the messages are on their way, not when they were read. A message without listeners is no error. */
async function announce<K extends keyof Announcements>(
  name: K,
  ask: Ask<Announcements, K>,
  { tab }: Sender,
): Promise<void> {
  const message: Message = { gloss: name, ask };
  browser.runtime.sendMessage(message).catch(() => undefined);
  // What was committed is acknowledged, whether or not the tabs can be told.
  for (const { id } of await browser.tabs.query({}).catch(() => []))
    if (id !== undefined && id !== tab?.id)
      browser.tabs.sendMessage(id, message).catch(() => undefined);
}
