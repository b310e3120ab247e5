import type { LibraryPaper } from '@/domain/paper/paper';
import type { SearchContext } from '@/domain/query/document';
import type { SegmentHead } from '@/domain/search/segment';
import { EMPTY, type IndexState, type IndexStore } from './store';

/** A segment with the places of its dead papers. */
export interface WholeSegment {
  head: SegmentHead;
  blocks: readonly Uint8Array[];
  dead: number[];
}

/** A whole index, as one context hands it to another. */
export interface IndexCopy {
  state: IndexState;
  segments: WholeSegment[];
}

/** A library that is small enough to be searched in a page: a key is answered without a way to the worker and back. */
export interface SmallLibrary {
  index: IndexCopy;
  papers: LibraryPaper[];
  tags: SearchContext['tags'];
}

/** An index in memory, in place of its database. */
export function memoryStore(copy: IndexCopy = { state: EMPTY, segments: [] }): IndexStore {
  let { state } = copy;
  const heads = new Map<number, { head: SegmentHead; dead: number[] }>();
  const blocks = new Map<number, readonly Uint8Array[]>();
  const add = ({ head, blocks: own, dead }: WholeSegment): void => {
    heads.set(head.id, { head, dead });
    blocks.set(head.id, own);
  };
  copy.segments.forEach(add);
  return {
    state: async () => state,
    heads: async (ids) => ids.map((id) => heads.get(id)),
    blocks: async (segment, numbers) =>
      numbers.map((number) => blocks.get(segment)?.[number] ?? new Uint8Array()),
    commit: async (next, { added, removed = [], dead = new Map<number, number[]>() }) => {
      state = next;
      if (added) add({ ...added, dead: [] });
      for (const [id, places] of dead) {
        const known = heads.get(id);
        if (known) heads.set(id, { ...known, dead: places });
      }
      for (const id of removed) {
        heads.delete(id);
        blocks.delete(id);
      }
    },
    clear: async (next) => {
      state = next;
      heads.clear();
      blocks.clear();
    },
    close: () => undefined,
  };
}
