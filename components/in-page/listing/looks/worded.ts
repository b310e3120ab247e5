import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { PageSettings } from '@/domain/settings';
import { isAuthor, type WordFinder, wordFinder } from '@/domain/watch';

/** What a person's words say of entries. */
export interface Worded {
  /** Whether the person has any words: without them nothing is read. */
  hasWords: boolean;
  isWatched: (item: ListedEntry) => boolean;
  /** Whether a muted word is in the entry, and nothing watched is. */
  isMuted: (item: ListedEntry) => boolean;
  /** Words to underline. */
  watched: WordFinder;
  mutesAnything: boolean;
}

type Words = Pick<PageSettings, 'muted' | 'watched' | 'watchedAuthors'>;

/** Reads each entry once for the words of settings, and again when its title changed. */
export function createWorded(settings: Words): Worded {
  const muted = wordFinder(settings.muted);
  const watched = wordFinder(settings.watched);
  const { watchedAuthors } = settings;
  const hasWords = !muted.isEmpty || !watched.isEmpty || watchedAuthors.length > 0;
  const isOfWatchedAuthor = (authors: readonly string[]): boolean =>
    watchedAuthors.length > 0 &&
    authors.some((author) => watchedAuthors.some((name) => isAuthor(author, name)));
  const read = ({ title, abstract, authors }: ListedEntry['entry']) => {
    const has = (finder: WordFinder): boolean =>
      !finder.isEmpty && (finder.has(title) || finder.has(abstract));
    const isWatched = has(watched) || isOfWatchedAuthor(authors);
    return { title, isWatched, isMuted: !isWatched && has(muted) };
  };
  const known = new WeakMap<ListedEntry, ReturnType<typeof read>>();
  const of = (item: ListedEntry): ReturnType<typeof read> | null => {
    if (!hasWords) return null;
    let found = known.get(item);
    if (found?.title !== item.entry.title) known.set(item, (found = read(item.entry)));
    return found;
  };
  return {
    hasWords,
    isWatched: (item) => of(item)?.isWatched ?? false,
    isMuted: (item) => of(item)?.isMuted ?? false,
    watched,
    mutesAnything: !muted.isEmpty,
  };
}
