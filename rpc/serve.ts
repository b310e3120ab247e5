import { browser } from '#imports';
import { fail, type Result } from '@/domain/result';
import { type Answer, type Answers, type Ask, isMessage, type Message } from './message';
import { isWrite } from './write-order';

/** Answers to calls, by name. */
export type Handlers = Record<string, (ask: never, sender: Sender) => Promise<Result<unknown>>>;
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Hears a message; `true` where an answer follows. */
export type Hear = (
  message: unknown,
  sender: Sender,
  respond: (answer: unknown) => void,
) => true | undefined;

/** A handler for each call of a protocol, with the call's own argument and answer. */
export type HandlersOf<P> = {
  [K in keyof P]: (ask: Ask<P, K>, sender: Sender) => Promise<Answer<P, K>>;
};

/** The same handlers, each within something. */
export const eachWithin = <H extends Handlers>(
  handlers: H,
  within: (handler: Handlers[string]) => Handlers[string],
): H =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, within(handler)]),
  ) as H;

/**
 * Answers the calls in `handlers`; others are left to other listeners. A handler that throws is answered
 * as `storage`, so that the sender always learns that nothing was acknowledged.
 * Call it synchronously when the context starts, or messages that start a worker are lost.
 * Returns what hears: messages that came before may be given to it.
 * It ends with `signal`: a content script that another one followed on the same page must fall silent.
 */
export function serve(
  handlers: Handlers,
  guard: (name: string, ask: unknown, sender: Sender) => Result<unknown>,
  signal?: AbortSignal,
): Hear {
  const underWay: UnderWay = new Map();
  const hear: Hear = (message, sender, respond) => {
    if (signal?.aborted) return undefined;
    if (!isMessage(message)) return undefined;
    if (!Object.hasOwn(handlers, message.gloss)) return undefined;
    void answerAll(message, (one) => answer(one, handlers, sender, guard, underWay)).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(hear);
  return hear;
}

/** Writes that are being done. One that comes along with a later one meanwhile is waited for, not done again. */
type UnderWay = Map<string, Promise<Result<unknown>>>;

const keyOf = (name: string, { opId }: { opId: unknown }): string => `${name} ${String(opId)}`;

/** Does what a message comes after, then what it asks for. */
async function answerAll(
  message: Message,
  answerOne: (message: Message) => Promise<Result<unknown>>,
): Promise<Result<unknown> | Answers> {
  if (!message.after) return answerOne(message);
  const after: Result<unknown>[] = [];
  for (const earlier of message.after) after.push(await answerOne(earlier));
  return { after, own: await answerOne(message) };
}

async function answer(
  message: Message,
  handlers: Handlers,
  sender: Sender,
  guard: (name: string, ask: unknown, sender: Sender) => Result<unknown>,
  underWay: UnderWay,
): Promise<Result<unknown>> {
  const known = isWrite(message.ask) ? underWay.get(keyOf(message.gloss, message.ask)) : undefined;
  // It is being done: whatever the sender may still ask for, that is its answer.
  if (known) return known;
  const admitted = guard(message.gloss, message.ask, sender);
  if (!admitted.ok) return admitted;
  const handler = handlers[message.gloss];
  if (!handler) return fail('invalid', `There is no call ${message.gloss}.`);
  const done = async (): Promise<Result<unknown>> => {
    try {
      return await handler(admitted.value as never, sender);
    } catch (error) {
      return fail('storage', error instanceof Error ? error.message : String(error));
    }
  };
  if (!isWrite(message.ask)) return done();
  const key = keyOf(message.gloss, message.ask);
  const begun = done().finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}
