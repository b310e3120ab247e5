import type { Completion } from './completions';
import type { PaperText } from '@/domain/paper/paper';
import { pageCall } from '@/rpc/client';

/** What the paper whose tags are typed can be tagged with. */
export interface PaperCompletion {
  now: () => Completion;
  /** Asks for it; until the answer is there the tags of the last time are offered, and none of another paper's. */
  read: (paper: PaperText) => Promise<void>;
}

export function createCompletion(): PaperCompletion {
  let known: Completion = { tags: [], suggested: [] };
  let asked = 0;
  return {
    now: () => known,
    read: async (paper) => {
      known = { ...known, suggested: [] };
      const ask = (asked += 1);
      const answer = await pageCall('tags.complete', { paper });
      if (answer.ok && ask === asked) known = answer.value;
    },
  };
}
