import { browser } from '#imports';
import { fail, type Result } from '@/domain/result';
import { insist, LOST } from './insist';
import type { Answer, Answers, Ask, Message } from './message';
import type { AppProtocol, PageProtocol, TabProtocol } from './protocol';
import { createUnsavedNotes, type NoteAsk, type UnsavedNotes } from './unsaved-notes';
import { createWriteOrder, isWrite } from './write-order';

/** A typed way to make the calls of one protocol. */
export type Call<P> = <K extends keyof P & string>(
  name: K,
  ask: Ask<P, K>,
) => Promise<Answer<P, K>>;

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
