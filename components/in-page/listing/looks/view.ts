import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Seen } from '@/components/in-page/marks/mark';
import { isInSight, isNewAt, wasSeenBefore } from '@/domain/paper/in-sight';
import { KINDS, type Kind, type PageSettings, type Treatment } from '@/domain/settings';
import type { WordFinder } from '@/domain/watch';
import type { PageCounts } from '@/rpc/protocol';
import { createWorded } from './worded';

/** The kinds that the page bar counts, and goes through when it is clicked. */
const FILTERS = ['new', 'saved', 'read', 'noted', 'watched', 'folded'] as const;
export type Filter = (typeof FILTERS)[number];
/** The kinds of papers that are not new. */
const KNOWN = ['saved', 'read', 'noted'] as const;
/** `papers` are those that can be seen, `closed` those in closed parts of the page, which count nowhere else. */
export type Counts = Record<Filter, number> & { papers: number; closed: number };

/** Judges the page's entries by their stored states and by the settings. */
export interface View {
  /** Whether it was on the screen before this visit. */
  wasSeen: (item: ListedEntry) => boolean;
  isNew: (item: ListedEntry) => boolean;
  isWatched: (item: ListedEntry) => boolean;
  /** The facts that its mark shows beside its state. */
  seen: (item: ListedEntry) => Seen;
  /** Whether the page shows, dims or folds an entry. */
  treatmentOf: (item: ListedEntry) => Treatment;
  is: (filter: Filter, item: ListedEntry) => boolean;
  counts: (listed: readonly ListedEntry[], isClosed?: (item: ListedEntry) => boolean) => Counts;
  /** Whether anything could be folded at all. */
  mayFold: boolean;
  /** Words to underline. */
  watched: WordFinder;
}

interface Options {
  settings: PageSettings;
  /** When this visit of the page began: an entry that was first seen later is still new. Milliseconds since 1970. */
  visit: number;
  isFolded: (item: ListedEntry) => boolean;
}

type Is = (item: ListedEntry) => boolean;

const isKept: Is = ({ state }) => isInSight(state);

export function createView({ settings, visit, isFolded }: Options): View {
  const { isDiscreet, treatments } = settings;
  const worded = createWorded(settings);
  const { hasWords, isWatched, watched } = worded;
  const wasSeen: Is = ({ state }) => wasSeenBefore(state, visit);
  const isNew: Is = ({ state }) => isNewAt(state, visit);
  const kinds: Record<Kind, Is> = {
    muted: worded.isMuted,
    dismissed: ({ state }) => state.status === 'dismissed',
    seen: wasSeen,
    replacement: ({ entry }) => entry.section === 'replacement',
    'cross-list': ({ entry }) => entry.section === 'cross-list',
  };
  const filters: Record<Filter, Is> = {
    new: isNew,
    saved: ({ state }) => state.status === 'saved',
    read: ({ state }) => state.status === 'read',
    noted: ({ state }) => state.note.text !== '' || state.highlights.length > 0,
    watched: isWatched,
    folded: isFolded,
  };
  return {
    wasSeen,
    isNew,
    isWatched,
    seen: (item) => ({ isNew: isNew(item), isWatched: isWatched(item), isDiscreet }),
    treatmentOf: (item) => {
      const asked = KINDS.filter((kind) => treatments[kind] !== 'show' && kinds[kind](item));
      const open = asked.filter((kind) => kind === 'dismissed' || !isKept(item));
      if (open.some((kind) => treatments[kind] === 'fold')) return 'fold';
      return open.length > 0 ? 'dim' : 'show';
    },
    is: (filter, item) => filters[filter](item),
    counts: (listed, isClosed) => countsOf(listed, filters, hasWords, isClosed),
    mayFold: KINDS.some(
      (kind) => treatments[kind] === 'fold' && (kind !== 'muted' || worded.mutesAnything),
    ),
    watched,
  };
}

function countsOf(
  listed: readonly ListedEntry[],
  filters: Record<Filter, Is>,
  hasWords: boolean,
  isClosed: Is = () => false,
): Counts {
  const counts = { closed: 0, new: 0, saved: 0, read: 0, noted: 0, watched: 0, folded: 0 };
  let last: ListedEntry['state'] | null = null;
  let isLastNew = false;
  for (const item of listed) {
    if (isClosed(item)) {
      counts.closed += 1;
      continue;
    }
    // Most papers of a page are new and share one state, and a page may list thousands.
    if (item.state !== last) [last, isLastNew] = [item.state, filters.new(item)];
    if (isLastNew) counts.new += 1;
    else for (const filter of KNOWN) if (filters[filter](item)) counts[filter] += 1;
    if (hasWords && filters.watched(item)) counts.watched += 1;
    if (filters.folded(item)) counts.folded += 1;
  }
  return { papers: listed.length - counts.closed, ...counts };
}

/** Counts for the badge, the popup and the command line. */
export const pageCounts = ({ papers, closed, new: unseen, saved }: Counts): PageCounts => ({
  papers: papers + closed,
  unseen,
  saved,
});

/** Kinds that a page has or can have: of replacements and cross-lists only some sites tell. */
export const kindsOf = (listed: readonly ListedEntry[]): Kind[] =>
  KINDS.filter(
    (kind) =>
      (kind !== 'replacement' && kind !== 'cross-list') ||
      listed.some(({ entry }) => entry.section === kind),
  );
