import type { ListedEntry } from '@/components/in-page/highlight/contract';
import type { Seen } from '@/components/in-page/marks/mark';
import { KINDS, type Kind, type PageSettings, type Treatment } from '@/domain/settings';
import { isAuthor, type WordFinder, wordFinder } from '@/domain/watch';
import type { PageCounts } from '@/rpc/protocol';

/** What the page bar counts, and goes through when it is clicked. */
export const FILTERS = ['new', 'saved', 'read', 'noted', 'watched', 'folded'] as const;
export type Filter = (typeof FILTERS)[number];
/** Those of papers that are not new. */
const KNOWN = ['saved', 'read', 'noted'] as const;
export type Counts = Record<Filter, number> & { papers: number };

/** What the page's entries are to this person: by what is stored of them, and by the settings. */
export interface View {
  /** Whether it was on the screen before this visit. */
  wasSeen: (item: ListedEntry) => boolean;
  isNew: (item: ListedEntry) => boolean;
  isWatched: (item: ListedEntry) => boolean;
  /** What its mark tells beside its state. */
  seen: (item: ListedEntry) => Seen;
  /** How an entry stands on the page, and because of which kind. */
  treatmentOf: (item: ListedEntry) => Treatment;
  is: (filter: Filter, item: ListedEntry) => boolean;
  counts: (listed: readonly ListedEntry[]) => Counts;
  /** Whether anything could be folded at all. */
  mayFold: boolean;
  /** Words to underline. */
  watched: WordFinder;
}

interface Options {
  settings: PageSettings;
  /** When this visit of the page began: what was seen later is still new. Milliseconds since 1970. */
  visit: number;
  isFolded: (item: ListedEntry) => boolean;
}

/** What words say of an entry; made once, when somebody has words at all. */
interface Worded {
  title: string;
  isMuted: boolean;
  isWatched: boolean;
}

export function createView({ settings, visit, isFolded }: Options): View {
  const muted = wordFinder(settings.muted);
  const watched = wordFinder(settings.watched);
  const { watchedAuthors, treatments } = settings;
  const hasWords = !muted.isEmpty || !watched.isEmpty || watchedAuthors.length > 0;
  const worded = new WeakMap<ListedEntry, Worded>();

  const wordsOf = (item: ListedEntry): Worded | null => {
    if (!hasWords) return null;
    const { entry } = item;
    let known = worded.get(item);
    if (known?.title !== entry.title) {
      const has = (finder: WordFinder): boolean =>
        !finder.isEmpty && (finder.has(entry.title) || finder.has(entry.abstract));
      known = {
        title: entry.title,
        isMuted: has(muted),
        isWatched:
          has(watched) ||
          (watchedAuthors.length > 0 &&
            entry.authors.some((author) => watchedAuthors.some((name) => isAuthor(author, name)))),
      };
      worded.set(item, known);
    }
    return known;
  };

  const wasSeen = ({ state }: ListedEntry): boolean =>
    state.sighting !== null && state.sighting.firstAt < visit;
  const isWatched = (item: ListedEntry): boolean => wordsOf(item)?.isWatched ?? false;

  /** Whatever was decided or written of a paper stays in sight; what is watched is not muted. */
  const isKept = ({ state }: ListedEntry): boolean =>
    state.status === 'saved' ||
    state.note.text !== '' ||
    state.tags.length > 0 ||
    state.highlights.length > 0;
  const isNew = (item: ListedEntry): boolean =>
    item.state.status === null && !wasSeen(item) && !isKept(item);
  const IS: Record<Kind, (item: ListedEntry) => boolean> = {
    muted: (item) => wordsOf(item)?.isMuted === true && !isWatched(item),
    dismissed: ({ state }) => state.status === 'dismissed',
    seen: wasSeen,
    replacement: ({ entry }) => entry.section === 'replacement',
    'cross-list': ({ entry }) => entry.section === 'cross-list',
  };
  const treatmentOf = (item: ListedEntry): Treatment => {
    const asked = KINDS.filter((kind) => treatments[kind] !== 'show' && IS[kind](item));
    const open = asked.filter((kind) => kind === 'dismissed' || !isKept(item));
    if (open.some((kind) => treatments[kind] === 'fold')) return 'fold';
    return open.length > 0 ? 'dim' : 'show';
  };

  const MEANS: Record<Filter, (item: ListedEntry) => boolean> = {
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
    seen: (item) => ({
      isNew: isNew(item),
      isWatched: isWatched(item),
      isDiscreet: settings.isDiscreet,
    }),
    treatmentOf,
    is: (filter, item) => MEANS[filter](item),
    counts: (listed) => {
      const counts = { new: 0, saved: 0, read: 0, noted: 0, watched: 0, folded: 0 };
      let last: ListedEntry['state'] | null = null;
      let isLastNew = false;
      for (const item of listed) {
        // Of most papers nothing is known, all in one state, and a page may list thousands.
        if (item.state !== last) [last, isLastNew] = [item.state, isNew(item)];
        if (isLastNew) counts.new += 1;
        else for (const filter of KNOWN) if (MEANS[filter](item)) counts[filter] += 1;
        if (hasWords && isWatched(item)) counts.watched += 1;
        if (isFolded(item)) counts.folded += 1;
      }
      return { papers: listed.length, ...counts };
    },
    mayFold: KINDS.some(
      (kind) => treatments[kind] === 'fold' && (kind !== 'muted' || !muted.isEmpty),
    ),
    watched,
  };
}

/** Counts as other parts of the extension are told them. */
export const pageCounts = ({ papers, new: unseen, saved }: Counts): PageCounts => ({
  papers,
  unseen,
  saved,
});

/** Kinds that a page has or can have: replacements and cross-lists are told by the sites that say so. */
export const kindsOf = (listed: readonly ListedEntry[]): Kind[] =>
  KINDS.filter(
    (kind) =>
      (kind !== 'replacement' && kind !== 'cross-list') ||
      listed.some(({ entry }) => entry.section === kind),
  );
