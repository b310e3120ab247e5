import type { ListedEntry } from '@/components/in-page/listed-entry';
import { isHost } from '@/components/in-page/layer/host';
import { hasReplaced } from '@/sites/read/translated';
import type { Skim } from '@/sites/site';
import { isOurs } from './ours';

/** Changes are looked at together after so long, milliseconds. */
const SETTLE = 100;
/** After a look the page rests so many times as long as it took. */
const REST = 20;
/** A page that goes on changing is the whole's to watch: it learns which changes mean nothing. */
const LOOKS = 10;
/** A page that has not changed for so long is as it will be, milliseconds. */
const SETTLED = 2_500;
/** Fewer links to papers than that are no list that was missed. */
const FEWEST = 5;

interface Watched {
  skim: Skim;
  items: () => readonly ListedEntry[];
  read: () => ListedEntry[];
  /** The same papers, in other nodes or words. */
  replace: (items: ListedEntry[]) => void;
  /** Titles may have moved. */
  moved: () => void;
  /** The page took the layer away, or was written anew, which ends all listeners on it: the whole begins anew. */
  taken: () => void;
  /** The page needs the whole: it lists other papers, another page has come, or entries were missed. */
  wake: () => void;
  signal: AbortSignal;
}

/** Looks whether the page still is the one that was read, whenever it changes. */
export function watchFirst({ skim, signal, wake, ...watched }: Watched): void {
  const address = location.href.replace(/#.*/, '');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsUntil = 0;
  let left = LOOKS;
  const look = (): void => {
    timer = undefined;
    const begun = performance.now();
    const before = watched.items();
    // The page's own words are known only to the whole, which keeps them (`sites/read/kept.ts`).
    const isThere = location.href.replace(/#.*/, '') === address && !hasReplaced(document);
    const now = isThere ? watched.read() : [];
    if (!isThere || !arePapersOf(before, now) || (left -= 1) < 0) return wake();
    if (
      now.some(
        ({ entry }, at) =>
          entry.title !== before[at]?.entry.title || !isSameNode(entry, before[at]),
      )
    )
      watched.replace(now);
    else watched.moved();
    restsUntil = performance.now() + REST * (performance.now() - begun);
  };
  const changed = (): void => {
    timer ??= setTimeout(look, Math.max(SETTLE, restsUntil - performance.now()));
  };
  const observer = new MutationObserver((records) => {
    if (records.some(isTaking)) {
      watched.taken();
      wake();
    } else if (!records.every(isOurs)) changed();
  });
  const list = skim.list?.(document) ?? document.body;
  observer.observe(list, { childList: true, subtree: true, characterData: true, attributes: true });
  for (let up = list.parentNode; up; up = up.parentNode)
    observer.observe(up, { childList: true, attributes: up === document.documentElement });
  addEventListener('popstate', changed, { signal });
  const settled = setTimeout(() => {
    if (hasMissed(skim, watched.items().length)) wake();
  }, SETTLED);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(settled);
  });
}

const isTaking = ({ target, removedNodes }: MutationRecord): boolean =>
  target === document || [...removedNodes].some((node) => isHost(node as Element));

const isSameNode = (entry: ListedEntry['entry'], before: ListedEntry | undefined): boolean =>
  entry.titlePlace[0]?.node === before?.entry.titlePlace[0]?.node;

const arePapersOf = (before: readonly ListedEntry[], now: readonly ListedEntry[]): boolean =>
  before.length === now.length &&
  now.every(({ entry }, at) => {
    const { ids } = entry.identity;
    const known = before[at]?.entry.identity.ids;
    return Object.keys(ids).every((scheme) => ids[scheme] === known?.[scheme]);
  });

/** Whether links name far more papers than were read: the whole says so to the person (`sites/shortfall/`). */
function hasMissed({ links }: Skim, read: number): boolean {
  const found = document.querySelectorAll(links);
  const areMany = (count: number): boolean => count - read >= Math.max(FEWEST, read);
  if (!areMany(found.length)) return false;
  const named = new Set<string>();
  for (const link of found) named.add((link.getAttribute('href') ?? '').replace(/[?#].*/, ''));
  return areMany(named.size);
}
