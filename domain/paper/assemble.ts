import type { LibraryPaper, PaperState, Tag } from './paper';
import { type HighlightRecord, highlightOf, type PaperRecord } from './record';
import { stateOf } from './state';

/** What belongs to some papers, as it was read beside them. */
export interface Belongings {
  /** All tags, or those of the papers. */
  tags: readonly Tag[];
  /** Those of other papers may be among them. */
  highlights: readonly HighlightRecord[];
  /** The number of each paper's last write, in the order of the papers. */
  revs: readonly (number | undefined)[];
}

/** The states of papers, put together from their records and what belongs to them, in the same order. */
export function assembleStates(
  papers: readonly PaperRecord[],
  { tags, highlights, revs }: Belongings,
): PaperState[] {
  const tagById = new Map(
    tags.map(({ id, name, colour }): [string, Tag] => [id, { id, name, colour }]),
  );
  const byPaper = Map.groupBy(
    // In the order they were made: those made later are drawn over those before.
    highlights
      .filter(({ removed }) => !removed)
      .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    ({ paperId }) => paperId,
  );
  return papers.map((paper, at) =>
    stateOf(
      paper,
      paper.tags.flatMap((id) => tagById.get(id) ?? []),
      (byPaper.get(paper.id) ?? []).map(highlightOf),
      revs[at] ?? 0,
    ),
  );
}

/** Papers as our own pages show them: their states with all that is read of a paper. */
export const assemblePapers = (
  papers: readonly PaperRecord[],
  belongings: Belongings,
): LibraryPaper[] => {
  const states = assembleStates(papers, belongings);
  return papers.flatMap((paper, index) => {
    const state = states[index];
    if (!state) return [];
    const { title, authors, abstract, links, facts = {}, listings, createdAt, updatedAt } = paper;
    return { ...state, title, authors, abstract, links, facts, listings, createdAt, updatedAt };
  });
};
