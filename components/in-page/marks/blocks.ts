import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Place } from '@/domain/entry';
import { elementOf } from './placement';

/** Which elements of the page are one entry's own. */
export interface Blocks {
  /** The elements that hold the entry and no part of another; none where entries share one, as in plain text. */
  of: (item: ListedEntry) => Element[];
}

export function createBlocks(listed: () => readonly ListedEntry[]): Blocks {
  let known: { of: readonly ListedEntry[]; titles: Titles } | null = null;
  const titles = (): Titles => {
    if (known?.of !== listed()) known = { of: listed(), titles: titlesWithin(listed()) };
    return known.titles;
  };
  return { of: (item) => elementsOf(item, titles) };
}

/** How many entries' titles each element holds. */
type Titles = ReadonlyMap<Element, number>;

function titlesWithin(all: readonly ListedEntry[]): Titles {
  const counts = new Map<Element, number>();
  for (const { entry } of all)
    for (let at = elementOf(entry.titlePlace); at; at = at.parentElement)
      counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

/** The elements that hold an entry and no part of another; none where entries share one, as in plain text. */
function elementsOf({ entry }: ListedEntry, titles: () => Titles): Element[] {
  if (entry.root?.isConnected) return withTerm(entry.root);
  const title = ownAround(entry.titlePlace, titles());
  if (!title) return [];
  const abstract = ownAround(entry.abstractPlace, titles());
  const whole = [title, ...(abstract && !title.contains(abstract) ? [abstract] : [])];
  return whole.flatMap(withTerm);
}

/** In a list of terms and descriptions the term goes with its description. */
function withTerm(element: Element): Element[] {
  const before = element.previousElementSibling;
  return element.localName === 'dd' && before?.localName === 'dt' ? [before, element] : [element];
}

/** The largest element around a place that holds no other entry's title. */
function ownAround(place: Place, titles: Titles): Element | null {
  const own = elementOf(place);
  const most = (own && titles.get(own)) ?? 0;
  if (!own || own === document.body || most > 1) return null;
  for (let [found, at] = [own, own.parentElement]; at; [found, at] = [at, at.parentElement]) {
    // One entry alone on a page is the page.
    if (at === document.body && (titles.get(at) ?? 0) <= most) return own;
    if ((titles.get(at) ?? 0) > most) return found;
  }
  return own;
}
