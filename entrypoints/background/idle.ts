import { eachWithin, type Handlers } from '@/rpc/serve';

/** Without a call for so long the worker counts as idle, milliseconds. */
const REST = 200;
/** Background work starts after this long even if calls keep coming, milliseconds. */
const LONGEST = 3_000;

/** Tells when the worker is idle: its own work is done then. */
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
