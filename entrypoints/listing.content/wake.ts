import { browser } from '#imports';
import type { Held } from '@/components/in-page/first/take-over';
import { ok, type Result } from '@/domain/result';
import { insist, LOST } from '@/rpc/insist';
import { isMessage } from '@/rpc/message';

/** Makes a call as the first stage, which writes nothing that would need an order. */
export const ask = <T>(gloss: string, about: unknown): Promise<Result<T>> =>
  insist(() => browser.runtime.sendMessage({ gloss, ask: about }), LOST) as Promise<Result<T>>;

interface Options {
  /** Papers or settings changed elsewhere. */
  changed: () => void;
  /** A call for the page has come, which the whole answers. */
  called: (name: string) => void;
  /** The whole could not be had, because Gloss was updated. */
  orphaned: () => void;
  signal: AbortSignal;
}

/** Asks for the whole script, and keeps the calls for the page until it is there. */
export interface Wake {
  /** Asks for it, once. */
  now: () => void;
  /** Whether it was asked for, or came by itself. */
  isDue: () => boolean;
  /** The whole is there: gives the calls that came before. */
  hand: () => Held[];
}

export function createWake({ changed, called, orphaned, signal }: Options): Wake {
  const held: Held[] = [];
  let isDue = false;
  let isHanded = false;
  const now = async (): Promise<void> => {
    if (isDue) return;
    isDue = true;
    const answer = await ask<null>('page.more', null);
    if (answer.ok || isHanded) return;
    isDue = false;
    for (const { respond } of held.splice(0)) respond(answer);
    if (answer.error.reason === 'orphaned') orphaned();
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (isHanded || signal.aborted || !isMessage(message)) return undefined;
    // Other tabs and pages can't send here; the extension's own parts are trusted.
    if (sender.id !== browser.runtime.id) return undefined;
    const { gloss } = message;
    if (gloss === 'changed' || gloss === 'settings.changed') {
      changed();
      respond(ok(null));
    }
    if (!gloss.startsWith('listing.')) return undefined;
    held.push({ message, sender, respond });
    called(gloss);
    void now();
    return true;
  });
  return {
    now: () => void now(),
    isDue: () => isDue,
    hand: () => {
      [isHanded, isDue] = [true, true];
      return held.splice(0);
    },
  };
}
