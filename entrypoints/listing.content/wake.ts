import { browser } from '#imports';
import type { Held } from '@/components/in-page/first/take-over';
import { fail, ok } from '@/domain/result';
import type { Call } from '@/rpc/client';
import { insist, LOST } from '@/rpc/insist';
import { isMessage } from '@/rpc/message';
import type { Announcements, PageProtocol, TabProtocol } from '@/rpc/protocol';

/** Where WXT puts the whole script. It runs in the same world as this one: the page's scripts can't reach it. */
const WHOLE = '/content-scripts/listing.js';
/** The script that judges acts on the first stage; it says so to the stage itself (`entrypoints/first-acts.ts`). */
const ACTS = '/first-acts.js';

/** A path as `getURL` takes it; those that it lists are of the browser that was built for last. */
type Listed = Parameters<typeof browser.runtime.getURL>[0];

const load = (file: string): Promise<unknown> =>
  import(/* @vite-ignore */ browser.runtime.getURL(file as Listed));

/** Makes a call as the first stage, which writes nothing that would need an order. */
export const ask = ((gloss: string, about: unknown) =>
  insist(() => browser.runtime.sendMessage({ gloss, ask: about }), LOST)) as Call<
  Pick<PageProtocol, 'page.open' | 'page.seen'>
>;

const ANNOUNCED: Record<keyof Announcements, true> = { changed: true, 'settings.changed': true };

/** The calls that the whole answers. */
type ListingCall = Exclude<keyof TabProtocol, keyof Announcements>;

/** How their names begin; a call with another beginning does not compile. */
const LISTING: ListingCall extends `listing.${string}` ? 'listing.' : never = 'listing.';

const isListingCall = (name: string): name is ListingCall => name.startsWith(LISTING);

interface Options {
  /** Papers or settings changed elsewhere. */
  changed: () => void;
  /** A call for the page has come, which the whole answers. */
  called: (name: ListingCall) => void;
  /** The whole can't be had, as where Gloss was updated. */
  failed: () => void;
  signal: AbortSignal;
}

/** Asks for the whole script, and keeps the calls for the page until it is there. */
export interface Wake {
  /** Asks for it, once. */
  now: () => void;
  /** Asks for what judges a person's acts; for the whole, which does too, where that can't be had. */
  judge: () => void;
  /** Whether it was asked for, or came by itself. */
  isDue: () => boolean;
  /** The whole is there: gives the calls that came before. */
  hand: () => Held[];
}

export function createWake({ changed, called, failed, signal }: Options): Wake {
  const held: Held[] = [];
  let isDue = false;
  let isHanded = false;
  const now = async (): Promise<void> => {
    if (isDue) return;
    isDue = true;
    try {
      await load(WHOLE);
      // It may have failed as it began.
      if (!isHanded) throw new Error('It does not run.');
    } catch (error) {
      isDue = false;
      const failure = fail('orphaned', `The rest of Gloss can't be loaded: ${String(error)}`);
      for (const { respond } of held.splice(0)) respond(failure);
      failed();
    }
  };
  let isJudging = false;
  const judge = (): void => {
    if (!isJudging) load(ACTS).catch(now);
    isJudging = true;
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (isHanded || signal.aborted || !isMessage(message)) return undefined;
    // Other tabs and pages can't send here; the extension's own parts are trusted.
    if (sender.id !== browser.runtime.id) return undefined;
    const { gloss } = message;
    if (Object.hasOwn(ANNOUNCED, gloss)) {
      changed();
      respond(ok(null));
    }
    if (!isListingCall(gloss)) return undefined;
    held.push({ message, sender, respond });
    called(gloss);
    void now();
    return true;
  });
  return {
    now: () => void now(),
    judge,
    isDue: () => isDue,
    hand: () => {
      [isHanded, isDue] = [true, true];
      return held.splice(0);
    },
  };
}
