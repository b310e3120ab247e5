import { signal } from '@preact/signals';
import { DEFAULT_KEYS, type Keys } from '@/domain/commands';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { EarlyKeys } from './early';

export type Keyboard = ReturnType<typeof createKeyboard>;

interface KeyboardPorts {
  call: Call<AppProtocol>;
  /** Keys that were pressed before the page's code was there. */
  earlyKeys?: EarlyKeys | undefined;
}

/** The person's keys on one of our own pages, and the sheet that shows them. */
export function createKeyboard({ call, earlyKeys }: KeyboardPorts) {
  const keys = signal<Keys>(DEFAULT_KEYS);
  /** A decision by a key goes on to the next paper. */
  const isAdvancing = signal(true);
  /** Whether the person's own keys were read, or can't be. */
  const isKnown = signal(false);
  return {
    keys,
    isAdvancing,
    isKnown,
    /** The page acts on keys from now on: it gets those that came before. */
    hears: (): void => void earlyKeys?.give(),
    /** Whether the sheet of keys shows. */
    isHelpOpen: signal(false),
    load: async (): Promise<void> => {
      const answer = await call('settings.load', null);
      if (answer.ok) {
        keys.value = answer.value.keys;
        isAdvancing.value = answer.value.isAdvancing;
      }
      isKnown.value = true;
    },
  };
}
