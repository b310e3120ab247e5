import { find } from '@/domain/anchor/find';
import { FIELDS, type Field, type Highlight } from '@/domain/paper/paper';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { shownAbstract } from '@/components/in-page/marks/placement';
import type { Entry, Place } from '@/domain/entry';
import { type TextMap, textMap } from './text-map';

/** A highlight and where the page shows its passage. */
interface Found {
  highlight: Highlight;
  /** One mostly; several where the field's text is in blocks apart. */
  ranges: Range[];
  /** How many highlights it overlaps that were made before it. */
  depth: number;
}

/** An entry's text and its highlights on the page. */
export interface Anchored {
  /** The abstract's place that was read. */
  abstract: Place;
  maps: Record<Field, TextMap>;
  painted: Found[];
  missing: Highlight[];
}

/** Anchors each entry once and keeps the outcome until the entry is forgotten or shows its abstract elsewhere. */
export interface Anchors {
  of: (item: ListedEntry) => Anchored;
  /** Forgets one entry, or all of them. */
  forget: (item?: ListedEntry) => void;
}

export function createAnchors(): Anchors {
  let known = new WeakMap<ListedEntry, Anchored>();
  return {
    of: (item) => {
      const before = known.get(item);
      if (before && before.abstract === placeOf(item)) return before;
      const found = anchor(item);
      known.set(item, found);
      return found;
    },
    forget: (item) => {
      if (item) known.delete(item);
      else known = new WeakMap();
    },
  };
}

/** Few pages have two versions of an abstract: the others are not asked for what shows. */
const placeOf = ({ entry }: ListedEntry): Place =>
  hasVersions(entry) ? shownAbstract(entry) : entry.abstractPlace;

/** Whether a page shows an abstract in one of two versions. */
export const hasVersions = ({ excerptPlace }: Pick<Entry, 'excerptPlace'>): boolean =>
  excerptPlace !== undefined && excerptPlace.length > 0;

/** Finds an entry's highlights in its text as the page shows it. */
function anchor(item: ListedEntry): Anchored {
  const { entry, state } = item;
  const abstract = placeOf(item);
  const maps = { title: textMap(entry.titlePlace), abstract: textMap(abstract) };
  const painted: Anchored['painted'] = [];
  const missing: Highlight[] = [];
  const stretches: { field: Field; start: number; end: number }[] = [];
  for (const highlight of state.highlights) {
    const map = maps[highlight.field];
    const found = find(map.text, highlight.quote, highlight.position);
    const ranges = found ? map.ranges(found.start, found.end) : [];
    if (!found || ranges.length === 0) {
      missing.push(highlight);
      continue;
    }
    const here = { field: highlight.field, start: found.start, end: found.end };
    const beneath = stretches.filter(
      ({ field, start, end }) => field === here.field && start < here.end && end > here.start,
    );
    stretches.push(here);
    painted.push({ highlight, ranges, depth: beneath.length });
  }
  return { abstract, maps, painted, missing };
}

/** A passage of one field of an entry that a selection covers. */
export interface Selected {
  field: Field;
  map: TextMap;
  start: number;
  end: number;
}

/** What a selection covers of an entry: clipped to each of its fields. */
export const selectedIn = ({ maps }: Anchored, range: Range): Selected[] =>
  FIELDS.flatMap((field) => {
    const map = maps[field];
    const offsets = map.offsets(range);
    return offsets ? [{ field, map, ...offsets }] : [];
  });

/** Whether a selection touches an entry at all: asked before its text is read. */
export const touches = ({ entry }: ListedEntry, range: Range): boolean =>
  [...entry.titlePlace, ...entry.abstractPlace, ...(entry.excerptPlace ?? [])].some(({ node }) =>
    range.intersectsNode(node),
  );

/** Highlights under a point of the window, the one made last first. */
export const highlightsAt = ({ painted }: Anchored, x: number, y: number): Highlight[] =>
  painted
    .filter(({ ranges }) =>
      ranges.some((range) =>
        [...range.getClientRects()].some(
          ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
        ),
      ),
    )
    .map(({ highlight }) => highlight)
    .toReversed();
