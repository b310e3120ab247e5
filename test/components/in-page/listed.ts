import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { IdentifiedEntry } from '@/domain/entry';
import { type PaperState, unknownState } from '@/domain/paper/paper';

/** An entry that a page lists, as far as tests look at it. */
export const entryOf = (title: string, more: Partial<IdentifiedEntry> = {}): IdentifiedEntry =>
  ({
    title,
    abstract: '',
    authors: [],
    ids: {},
    links: [],
    titlePlace: [{ node: {} }],
    abstractPlace: [],
    identity: { ids: {}, title, opening: '' },
    listing: { url: 'https://example.org/list', site: 'test' },
    ...more,
  }) as unknown as IdentifiedEntry;

/** Entries with states of their own, in page order. */
export const listedOf = (...states: Partial<PaperState>[]): ListedEntry[] =>
  states.map((state, index) => ({
    entry: entryOf(`A telling title about graphs, part ${index}`),
    state: { ...unknownState(), id: `p${index}`, ...state },
    index,
  }));
