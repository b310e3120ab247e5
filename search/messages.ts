import type { LibraryPaper } from '@/domain/paper/paper';
import type { Facets } from '@/domain/search/facets';
import type { Sort } from '@/domain/search/order';
import type { SmallLibrary } from './memory-store';

/** What else a search is asked for. */
export interface SearchOptions {
  /** Only papers with these ids count. */
  among?: readonly string[] | undefined;
  /** Whether the first papers come along, whole. */
  withPapers?: boolean;
}

/** What the search worker is asked; `id` comes back with the answer. */
export type SearchAsk = { id: number } & (
  | ({ is: 'search'; text: string; sort: Sort; limit: number } & SearchOptions)
  /** Ids of an earlier search by their places in its order. */
  | { is: 'ids'; search: number; first: number; last: number }
  /** Papers of an earlier search by their places in its order, whole. */
  | { is: 'rows'; search: number; first: number; last: number }
  /** How many papers of an earlier search have what can be narrowed to. */
  | { is: 'facets'; search: number }
  /** Papers were changed. */
  | { is: 'refresh' }
  /** The whole index and all papers, where they are few. */
  | { is: 'whole' }
  /** Papers that look like one. */
  | { is: 'duplicates' }
);

export interface SearchAnswer {
  /** Names the search for `ids` and `facets`. */
  search: number;
  count: number;
  /** The first of them, as many as were asked for. */
  ids: string[];
  /** The same, whole, where they were asked for: those that are there. */
  papers: LibraryPaper[];
  /** Whether everything that was in the library when the worker started is in the index. */
  isCurrent: boolean;
}

export type Reply =
  | { id: number; is: 'found'; answer: SearchAnswer }
  | { id: number; is: 'ids'; ids: string[] }
  | { id: number; is: 'rows'; ids: string[]; papers: LibraryPaper[] }
  | { id: number; is: 'facets'; facets: Facets | null }
  | { id: number; is: 'duplicates'; groups: string[][] }
  | { id: number; is: 'refreshed' }
  | { id: number; is: 'whole'; library: SmallLibrary | null }
  | { id: number; is: 'failed'; message: string }
  /** Unasked: so many papers are in the index; more are being read. */
  | { id: 0; is: 'progress'; papers: number };
