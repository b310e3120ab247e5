import { browser } from '#imports';
import { type Failure, fail, type Result } from '@/domain/result';
import type { Answer, Answers, Ask, Message } from './message';
import type { AppProtocol, PageProtocol, TabProtocol } from './protocol';
import { createUnsavedNotes, type NoteAsk, type UnsavedNotes } from './unsaved-notes';
import { createWriteOrder, isWrite } from './write-order';

/** A typed way to make the calls of one protocol. */
export type Call<P> = <K extends keyof P & string>(
  name: K,
  ask: Ask<P, K>,
) => Promise<Answer<P, K>>;

/** Waits between attempts, milliseconds: a worker that was stopped is up again after some 25 ms. */
const RETRIES = [30, 150, 600];

/** A call of a page that has no answer after so long is taken for lost with its worker, milliseconds: a note that is "saving" for ever is worse than one that is sent twice. */
const LOST = 4_000;

/** The answer, or `undefined` where it does not come in time. */
function inTime<T>(answer: Promise<T>, patience: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}

/**
 * Sends until something comes back: every write carries an `opId`, so that doing it twice is doing it once. Fails
 * with `orphaned` when this page outlived its extension, with `unreachable` without an answer.
 */
async function insist(
  send: () => Promise<Result<unknown> | undefined>,
  patience: number | null,
): Promise<Result<unknown>> {
  let last: Failure = { reason: 'unreachable', message: 'The background did not answer.' };
  for (const wait of [0, ...RETRIES]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (!browser.runtime?.id)
      return fail('orphaned', 'Gloss was updated or removed; reload the page.');
    try {
      const answer = await (patience === null ? send() : inTime(send(), patience));
      if (answer !== undefined && answer !== null) return answer;
    } catch (error) {
      last = { reason: 'unreachable', message: String(error) };
    }
  }
  return { ok: false, error: last };
}

const post = <T>(message: Message): Promise<T | undefined> => browser.runtime.sendMessage(message);

export type { NoteAsk, UnsavedNotes };

/** Notes of this page that the background has not acknowledged. */
export const unsavedNotes = createUnsavedNotes();

const inOrder = createWriteOrder((message) => post<Answers>(message));

async function noted(ask: NoteAsk, answered: Promise<Result<unknown>>): Promise<Result<unknown>> {
  unsavedNotes.sent(ask);
  const answer = await answered;
  if (answer.ok) unsavedNotes.saved(ask);
  return answer;
}

/** Calls for content scripts: all are answered soon, and writes are done in the order they were asked for. */
export const pageCall = ((name: string, ask: unknown) => {
  const message: Message = { gloss: name, ask };
  if (!isWrite(ask)) return insist(() => post(message), LOST);
  const write = inOrder(message);
  const answered = insist(write.send, LOST).finally(write.end);
  return name === 'paper.note' ? noted(ask as unknown as NoteAsk, answered) : answered;
}) as Call<PageProtocol>;

/** Calls for the extension's own pages; the background refuses them to any other sender. */
export const appCall = ((name: string, ask: unknown) =>
  insist(() => post({ gloss: name, ask }), null)) as Call<AppProtocol>;

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
