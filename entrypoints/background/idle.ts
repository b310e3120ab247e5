import { eachWithin, type Handlers } from '@/rpc/serve';

/** Without a call for so long nobody waits for the worker, milliseconds. */
const REST = 200;
/** Whoever never rests does not keep what is due from being done, milliseconds. */
const LONGEST = 3_000;

/** Tells when nobody waits for the worker: what it does by itself is done then. */
export interface Attention {
  /** The same handlers; calls to them are noticed. */
  attend: <H extends Handlers>(handlers: H) => H;
  /** Resolves when no call is being answered and none came a moment ago, or after some seconds. */
  quiet: () => Promise<void>;
}

export function createAttention(now: () => number = Date.now): Attention {
  let open = 0;
  let last = 0;
  const isAsked = (): boolean => open > 0 || now() - last < REST;
  const noticed =
    (handler: Handlers[string]): Handlers[string] =>
    async (ask, sender) => {
      open += 1;
      try {
        return await handler(ask, sender);
      } finally {
        open -= 1;
        last = now();
      }
    };
  return {
    attend: (handlers) => eachWithin(handlers, noticed),
    quiet: async () => {
      const until = now() + LONGEST;
      do await new Promise((resolve) => setTimeout(resolve, REST / 4));
      while (isAsked() && now() < until);
    },
  };
}
