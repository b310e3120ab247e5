import { i18n } from '#i18n';
import type { Help } from '@/components/in-page/dock/bar';
import { copyText } from '@/components/ui/copy';
import { pageCall } from '@/rpc/client';

/** Gives the help that the bar offers after a failure. Returns the message for the bar, or `null` without one. */
export async function giveHelp(help: Help, beside: Element): Promise<string | null> {
  if (help === 'library') {
    await pageCall('library.show', null);
    return null;
  }
  const answer = await pageCall('diagnostics', null);
  const text = answer.ok ? answer.value : `Gloss: ${answer.error.reason}`;
  return i18n.t((await copyText(text, beside)) ? 'diagnostics.copied' : 'diagnostics.couldnt');
}
