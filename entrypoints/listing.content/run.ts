import { browser, type ContentScriptContext } from '#imports';
import { firstStage } from '@/components/in-page/first/take-over';
import { newId } from '@/components/in-page/listing/new-id';
import { fail, ok } from '@/domain/result';
import { DEFAULT_SETTINGS, settingsFor } from '@/domain/settings';
import { pageCall, unsavedNotes } from '@/rpc/client';
import type { TabProtocol } from '@/rpc/protocol';
import { type HandlersOf, type Sender, serve } from '@/rpc/serve';
import type { Detector } from './detector';
import { createPage, type Page } from './page';
import { createWill } from './succession';

/** In the extension's own world on the page, which scripts of the page can't see: the script that runs there. */
const RUNNING = Symbol.for('gloss.running');

const nothingListed = fail('missing', 'Gloss lists no papers on this page.');

/** Reads and marks the page that the script runs on; `detector` is for what no adapter knows, where it was asked for. */
export function run(ctx: ContentScriptContext, detector: Detector | null): void {
  const world = globalThis as { [RUNNING]?: ContentScriptContext };
  // A person asked for another reading: one script speaks for the page, the latest.
  world[RUNNING]?.abort();
  world[RUNNING] = ctx;
  const first = firstStage();
  const will = createWill(first?.script() ?? newId(), unsavedNotes);
  const page = createPage(ctx, { detector, will, first });
  /** Saves the notes that an earlier script left unsaved, before any note is shown. */
  const takeOver = async (seal: string): Promise<void> => {
    for (const note of will.takeOver(document, seal)) {
      const answer = await pageCall('paper.note', note);
      if (answer.ok) page.listing()?.store.apply([answer.value]);
    }
  };
  /** Without an answer Gloss is on: settings never keep it from starting. */
  const heed = async (): Promise<void> => {
    const answer = await pageCall('settings.page', null);
    if (answer.ok) await takeOver(answer.value.seal);
    page.heed(answer.ok ? answer.value : settingsFor(DEFAULT_SETTINGS, ''));
    // With nothing to draw, nothing goes on with what is drawn.
    if (!page.listing()) first?.end();
  };
  /** Nothing is read before the settings are known: calls about the list wait for them. */
  const heeded = heed();
  // A page that the browser had kept comes back: it has missed all announcements.
  ctx.addEventListener(window, 'pageshow', ({ isTrusted, persisted }) => {
    if (!isTrusted || !persisted) return;
    void heed();
    page.listing()?.store.apply([]);
  });
  const hear = serve(
    handlersOf(page, { heed, heeded }),
    // Other tabs and pages can't send here; the extension's own parts are trusted.
    (_, ask, sender) =>
      sender.id === browser.runtime.id
        ? ok(ask)
        : { ok: false, error: { reason: 'forbidden', message: 'Only Gloss itself may call.' } },
    ctx.signal,
  );
  for (const { message, sender, respond } of first?.hand() ?? [])
    hear(message, sender as Sender, respond);
}

interface Heeding {
  /** Asks for the settings anew. */
  heed: () => Promise<void>;
  /** Done when the settings are known. */
  heeded: Promise<void>;
}

/** What the background may ask of the page's script. */
const handlersOf = (page: Page, { heed, heeded }: Heeding): HandlersOf<TabProtocol> => ({
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
  'listing.read': async ({ by }) => page.readBy(by),
  'listing.teach': async ({ lesson }) => {
    await heeded;
    return page.teach(lesson);
  },
  'listing.triage': async () => {
    await heeded;
    page.triage();
    return ok(null);
  },
  'listing.nextUnseen': async () => {
    await heeded;
    return page.listing()?.nextUnseen() ?? nothingListed;
  },
  'listing.show': async ({ keys }) => {
    await heeded;
    return page.listing()?.showPaper(keys) ?? nothingListed;
  },
  'listing.highlight': async ({ colour }) => {
    await heeded;
    return (await page.listing()?.highlight(colour)) ?? nothingListed;
  },
  'listing.vouch': async ({ nonce }) => {
    const word = page.listing()?.wordFor(nonce) ?? null;
    return word === null ? fail('forbidden', 'This page did not open the frame.') : ok({ word });
  },
  changed: async ({ papers }) => {
    page.listing()?.store.apply(papers);
    return ok(null);
  },
});
