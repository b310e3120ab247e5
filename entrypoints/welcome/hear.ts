import { browser } from '#imports';
import { isMessage } from '@/rpc/message';
import type { AppProtocol } from '@/rpc/protocol';

/** The call that every export begins with. */
const EXPORT = 'export.head' satisfies keyof AppProtocol;

/**
 * Hears what other pages of ours ask the background for, and answers nothing: the browser hands such a message to all
 * of them. So the popup and an export are noticed wherever a person starts them.
 */
export function hearOthers(hear: (what: 'popup' | 'export') => void): void {
  const popup = browser.runtime.getURL('/popup.html');
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (!isMessage(message)) return;
    if (sender.url?.startsWith(popup)) hear('popup');
    if (message.gloss === EXPORT) hear('export');
  });
}
