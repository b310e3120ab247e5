import { signal } from '@preact/signals';
import type { Failure } from '@/domain/result';
import type { Settings, SettingsChange } from '@/domain/settings';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** The settings page's state: what is chosen, and whether it is stored. */
export interface OptionsState {
  call: Call<AppProtocol>;
  /** `null` until they are there. */
  settings: { readonly value: Settings | null };
  status: {
    readonly value: 'idle' | 'saving' | 'saved' | { couldnt: 'load' | 'save'; failure: Failure };
  };
  load: () => Promise<void>;
  /** Stores a change at once. */
  change: (change: SettingsChange) => Promise<void>;
}

export function createOptions(call: Call<AppProtocol>): OptionsState {
  const settings = signal<Settings | null>(null);
  const status = signal<OptionsState['status']['value']>('idle');
  return {
    call,
    settings,
    status,
    load: async () => {
      const answer = await call('settings.load', null);
      if (answer.ok) settings.value = answer.value;
      else status.value = { couldnt: 'load', failure: answer.error };
    },
    change: async (change) => {
      status.value = 'saving';
      const answer = await call('settings.save', change);
      if (answer.ok) settings.value = answer.value;
      status.value = answer.ok ? 'saved' : { couldnt: 'save', failure: answer.error };
    },
  };
}

/** Lines of a text as a list: no empty ones, none twice. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter(Boolean),
  ),
];
