import { signal } from '@preact/signals';
import { DEFAULT_KEYS, type Keys } from '@/domain/commands';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

export type Keyboard = ReturnType<typeof createKeyboard>;

/** The person's keys on one of our own pages, and the sheet that shows them. */
export function createKeyboard(call: Call<AppProtocol>) {
  const keys = signal<Keys>(DEFAULT_KEYS);
  /** A decision by a key goes on to the next paper. */
  const isAdvancing = signal(true);
  return {
    keys,
    isAdvancing,
    /** Whether the sheet of keys shows. */
    isHelpOpen: signal(false),
    load: async (): Promise<void> => {
      const answer = await call('settings.load', null);
      if (!answer.ok) return;
      keys.value = answer.value.keys;
      isAdvancing.value = answer.value.isAdvancing;
    },
  };
}
