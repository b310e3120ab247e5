import { browser } from '#imports';
import { type Failure, fail, type Result } from '@/domain/result';
import type { AppProtocol, PageProtocol, TabProtocol } from './protocol';

/** What travels: the name of a call in `protocol.ts` and its argument. */
export interface Message {
  gloss: string;
  ask: unknown;
}

type Ask<P, K extends keyof P> = P[K] extends (ask: infer A) => unknown ? A : never;
type Answer<P, K extends keyof P> = P[K] extends (ask: never) => infer R ? R : never;
/** A typed way to make the calls of one protocol. */
export type Call<P> = <K extends keyof P & string>(
  name: K,
  ask: Ask<P, K>,
) => Promise<Answer<P, K>>;

/** Waits between attempts, milliseconds: a worker that was stopped is up again after some 25 ms. */
const RETRIES = [30, 150, 600];

/**
 * Sends a message to the background. It is sent again when nothing came back: every write carries an
 * `opId`, so that doing it twice is doing it once. Fails with `orphaned` when this page outlived its
 * extension, with `unreachable` when nobody answers.
 */
async function send(name: string, ask: unknown): Promise<Result<unknown>> {
  let last: Failure = { reason: 'unreachable', message: 'The background did not answer.' };
  for (const wait of [0, ...RETRIES]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (!browser.runtime?.id)
      return fail('orphaned', 'Gloss was updated or removed; reload the page.');
    try {
      const answer: Result<unknown> | undefined = await browser.runtime.sendMessage({
        gloss: name,
        ask,
      } satisfies Message);
      if (answer !== undefined && answer !== null) return answer;
    } catch (error) {
      last = { reason: 'unreachable', message: String(error) };
    }
  }
  return { ok: false, error: last };
}

/** Calls for content scripts. */
export const pageCall = send as Call<PageProtocol>;

/** Calls for the extension's own pages; the background refuses them to any other sender. */
export const appCall = send as Call<AppProtocol>;

/** Calls a tab's content script; `missing` when Gloss does not run there. */
export async function tabCall<K extends keyof TabProtocol & string>(
  tabId: number,
  name: K,
  ask: Ask<TabProtocol, K>,
): Promise<Answer<TabProtocol, K>> {
  type Reply = Answer<TabProtocol, K>;
  try {
    const message: Message = { gloss: name, ask };
    const answer: Reply | undefined = await browser.tabs.sendMessage(tabId, message);
    return answer ?? (fail('missing', 'Gloss does not run on this page.') as Reply);
  } catch {
    return fail('missing', 'Gloss does not run on this page.') as Reply;
  }
}
