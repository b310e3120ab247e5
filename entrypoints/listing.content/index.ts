import { browser, type ContentScriptContext, defineContentScript } from '#imports';
import '@/components/highlight/highlight.css';
import { ok } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import { serve } from '@/rpc/serve';
import { matches } from '@/sites';
import { isMatch } from '@/sites/match';
import { createPage } from './page';

/** Set once Gloss has run on a page. A second start (which ends the first) is a person who asks. */
const RAN = Symbol.for('gloss.ran');

export default defineContentScript({
  matches,
  runAt: 'document_idle',
  // The page is told nothing, and a message to it costs more than reading a thousand entries.
  noScriptStartedPostMessage: true,
  main: (ctx) => start(ctx),
});

function start(ctx: ContentScriptContext): void {
  const world = globalThis as { [RAN]?: true };
  // Where the manifest's patterns reach further than the adapter, nothing runs until a person asks.
  const isAsked =
    world[RAN] === true || !matches.some((pattern) => isMatch(pattern, new URL(location.href)));
  world[RAN] = true;
  const page = createPage(ctx, { isAsked });
  /** Without an answer Gloss is on: settings never keep it from starting. */
  const heed = async (): Promise<void> => {
    const answer = await pageCall('settings.page', null);
    page.turn(answer.ok && answer.value.isOff);
  };
  const heeded = heed();
  serve(
    {
      'listing.describe': async () => {
        await heeded;
        return ok(await page.describe());
      },
      'listing.leave': async () => {
        page.leave();
        return ok(null);
      },
      'settings.changed': async () => {
        await heed();
        return ok(null);
      },
      'listing.read': async ({ by }: { by: 'site' | 'digest' }) => {
        page.readBy(by);
        return ok(null);
      },
      'listing.triage': async () => {
        page.listing()?.triage();
        return ok(null);
      },
      'listing.nextUnseen': async () => page.listing()?.nextUnseen() ?? ok(null),
      'listing.highlight': async ({ colour }: { colour: 'amber' }) =>
        (await page.listing()?.highlight(colour)) ?? ok(null),
      changed: async ({ papers }: { papers: [] }) => {
        page.listing()?.store.apply(papers);
        return ok(null);
      },
    },
    // Other tabs and pages can't send here; the extension's own parts are trusted.
    (_, ask, sender) =>
      sender.id === browser.runtime.id
        ? ok(ask)
        : { ok: false, error: { reason: 'forbidden', message: 'Only Gloss itself may call.' } },
    ctx.signal,
  );
}
