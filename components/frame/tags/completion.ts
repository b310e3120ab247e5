import type { Completion } from './completions';
import type { PaperText } from '@/domain/paper/paper';
import { pageCall } from '@/rpc/client';

/** The tags to offer for the paper whose tags are typed. */
export interface PaperCompletion {
  now: () => Completion;
  /** Asks the background. Until it answers, the tags of the last time are offered, without another paper's suggestions. */
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
