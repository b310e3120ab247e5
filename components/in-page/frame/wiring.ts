import type { FromFrame, ToFrame } from './contract';
import { createFarewell, isLate, lastOf } from './last-words';
import type { Wire } from './wire';

/** The way to the document that has the cards, one at a time, and what those before it still say. */
export interface Wiring {
  is: (wire: Wire | null) => boolean;
  set: (wire: Wire) => void;
  /** Takes a message that came by a wire. */
  hear: (by: Wire, message: FromFrame) => void;
  /** Whether the document has answered. */
  isReady: () => boolean;
  post: (message: ToFrame) => void;
  /** Sends nothing more, and hears nothing but what a person typed or did. */
  end: () => void;
  /** The same, for a document that is gone: resolves once all is here that it had sent. */
  lost: () => Promise<void>;
  /** The same, for a document that is there still, and is asked for all that it has. */
  farewell: () => Promise<void>;
  /** The document that was bidden farewell is gone too. */
  endFarewell: () => void;
}

export function createWiring(take: (message: FromFrame) => void, signal: AbortSignal): Wiring {
  let wire: Wire | null = null;
  let isReady = false;
  const farewell = createFarewell();
  const leave = (): Wire | null => {
    const before = wire;
    [wire, isReady] = [null, false];
    return before;
  };
  signal.addEventListener('abort', () => [wire, farewell].forEach((one) => one?.end()));
  return {
    is: (one) => wire === one,
    set: (now) => {
      wire = now;
    },
    hear: (by, message) => {
      const isCurrent = wire === by;
      if (!isCurrent && !isLate(message)) return;
      if (message.type === 'ready') isReady = true;
      take(message);
      if (!isCurrent) farewell.heard(message);
    },
    isReady: () => isReady,
    post: (message) => wire?.post(message),
    end: () => leave()?.end(),
    lost: () => lastOf(leave()),
    farewell: async () => {
      const before = leave();
      if (before) await farewell.begin(before);
    },
    endFarewell: farewell.end,
  };
}
