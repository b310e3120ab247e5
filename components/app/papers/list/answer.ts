import type { LibraryPaper } from '@/domain/paper/paper';
import type { Search } from '@/search/client';

/** Papers that are read at once where scrolling goes on. */
const AHEAD = 30;

/** Which rows are in the page. */
export interface Range {
  first: number;
  last: number;
}

/**
 * The paper at each place of a search's answer. Places that were never scrolled to are unknown; the search tells them
 * on demand, together with their papers.
 */
export function createAnswer(search: Search) {
  let ids: (string | undefined)[] = [];
  /** The number of the search that the places belong to. */
  let answered = 0;

  return {
    /** Starts anew with the first places of an answer; without a number the places are not a search's. */
    set(known: readonly (string | undefined)[], number = answered): void {
      ids = [...known];
      answered = number;
    },
    idAt: (index: number): string | undefined => ids[index],
    indexOf: (id: string | null): number => (id === null ? -1 : ids.indexOf(id)),
    known: (first: number, last: number): string[] =>
      ids.slice(first, last + 1).flatMap((id) => id ?? []),
    /** Ids of all places between two, whether scrolled to or not. */
    between: (first: number, last: number): Promise<string[]> => search.ids(answered, first, last),
    /** Learns the places of a range; gives the papers that came along, or `null` where nothing new came. */
    async learn({ first, last }: Range): Promise<readonly LibraryPaper[] | null> {
      let from = first;
      while (from <= last && ids[from] !== undefined) from += 1;
      if (from > last) return null;
      const mine = answered;
      // Scrolling on reads some more; a jump wants what shows, at once.
      const to = from > first ? Math.max(last, from + AHEAD) : last;
      const found = await search.rows(answered, from, to);
      if (mine !== answered) return null;
      found.ids.forEach((id, index) => {
        ids[from + index] = id;
      });
      return found.papers;
    },
  };
}
