import { signal } from '@preact/signals';
import { type Condition, isReadable, type Offer } from '@/domain/mark';
import type { Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { untilDone } from '@/rpc/until-done';

export type ConditionState = ReturnType<typeof createCondition>;

interface Options {
  call: Call<AppProtocol>;
  /** A new id for an operation. */
  newId: () => string;
  /** The library is well again: whatever was read of it, and its search, is begun anew. */
  isWell: () => void;
}

/** How the library is, and what a person can do where it is not well. */
export function createCondition({ call, newId, isWell }: Options) {
  /** `null` until it is known. */
  const condition = signal<Condition | null>(null);

  async function load(): Promise<Result<Condition>> {
    const answer = await call('library.condition', null);
    if (!answer.ok) return answer;
    const was = condition.peek();
    condition.value = answer.value;
    // What could be read all along is the same library.
    const wasSame = was?.trouble === 'quota' && isReadable(was);
    if (was?.trouble && answer.value.trouble === null && !wasSame) isWell();
    return answer;
  }

  return {
    condition,
    call,
    load,
    restore: (from: Offer['from']) => {
      const opId = newId();
      return untilDone(() => call('library.rescue', { opId, from }));
    },
    beginAnew: () => call('library.anew', null),
  };
}
