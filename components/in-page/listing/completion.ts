import type { Completion } from '@/components/in-page/marks/tag-editor';
import type { IdentifiedEntry } from '@/domain/entry';
import { pageCall } from '@/rpc/client';

/** What the entry whose tags are typed can be tagged with. */
export interface EntryCompletion {
  now: () => Completion;
  /** Asks for it; until the answer is there the tags of the last time are offered, and none of another paper's. */
  read: (entry: IdentifiedEntry) => Promise<void>;
}

export function createCompletion(): EntryCompletion {
  let known: Completion = { tags: [], suggested: [] };
  let asked = 0;
  return {
    now: () => known,
    read: async ({ title, abstract, authors }) => {
      known = { ...known, suggested: [] };
      const ask = (asked += 1);
      const answer = await pageCall('tags.complete', { paper: { title, abstract, authors } });
      if (answer.ok && ask === asked) known = answer.value;
    },
  };
}
