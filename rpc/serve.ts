import { browser } from '#imports';
import { fail, type Result } from '@/domain/result';
import type { Message } from './client';

/** Answers to calls, by name. */
export type Handlers = Record<string, (ask: never, sender: Sender) => Promise<Result<unknown>>>;
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** The same handlers, each within something. */
export const eachWithin = <H extends Handlers>(
  handlers: H,
  within: (handler: Handlers[string]) => Handlers[string],
): H =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, within(handler)]),
  ) as H;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'gloss' in value &&
  typeof value.gloss === 'string';

/**
 * Answers the calls in `handlers`; others are left to other listeners. A handler that throws is answered
 * as `storage`, so that the sender always learns that nothing was acknowledged.
 * Call it synchronously when the context starts, or messages that start a worker are lost.
 * It ends with `signal`: a content script that another one followed on the same page must fall silent.
 */
export function serve(
  handlers: Handlers,
  guard: (name: string, ask: unknown, sender: Sender) => Result<unknown>,
  signal?: AbortSignal,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (signal?.aborted) return undefined;
    if (!isMessage(message)) return undefined;
    const handler = Object.hasOwn(handlers, message.gloss) ? handlers[message.gloss] : undefined;
    if (!handler) return undefined;
    void answer(handler, message, sender, guard).then(respond);
    return true;
  });
}

async function answer(
  handler: Handlers[string],
  message: Message,
  sender: Sender,
  guard: (name: string, ask: unknown, sender: Sender) => Result<unknown>,
): Promise<Result<unknown>> {
  const admitted = guard(message.gloss, message.ask, sender);
  if (!admitted.ok) return admitted;
  try {
    return await handler(admitted.value as never, sender);
  } catch (error) {
    return fail('storage', error instanceof Error ? error.message : String(error));
  }
}
