import { papersById } from '@/components/app/papers-by-id';
import type { LibraryPaper, PaperState } from '@/domain/paper/paper';
import type { Failure } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** Papers that are kept for scrolling back. */
const KEPT = 3_000;

/** The papers of rows that were scrolled to, by id; the ones read longest ago make room for new ones. */
export function createRows(call: Call<AppProtocol>) {
  const papers = new Map<string, LibraryPaper>();
  const loading = new Set<string>();

  function keep(read: readonly LibraryPaper[]): void {
    for (const paper of read) {
      papers.delete(paper.id);
      papers.set(paper.id, paper);
    }
    for (const id of papers.keys()) {
      if (papers.size <= KEPT) break;
      papers.delete(id);
    }
  }

  return {
    keep,
    get: (id: string): LibraryPaper | undefined => papers.get(id),
    /** Makes a row be read anew. */
    forget: (id: string): void => {
      papers.delete(id);
    },
    /** Takes in new states of papers that are known; an empty list means that many changed. */
    apply(states: readonly PaperState[]): void {
      if (states.length === 0) papers.clear();
      for (const state of states) {
        const paper = papers.get(state.id);
        if (paper) papers.set(state.id, { ...paper, ...state });
      }
    },
    /** Reads those papers that are neither known nor being read. `undefined` when there was nothing to read. */
    async read(ids: readonly string[]): Promise<{ failure: Failure | null } | undefined> {
      const wanted = ids.filter((id) => !papers.has(id) && !loading.has(id));
      if (wanted.length === 0) return undefined;
      for (const id of wanted) loading.add(id);
      const answer = await papersById(call, wanted);
      for (const id of wanted) loading.delete(id);
      if (!answer.ok) return { failure: answer.error };
      keep(answer.value);
      return { failure: null };
    },
  };
}
