import { find } from '@/domain/anchor/find';
import { FIELDS, type Field, type Highlight } from '@/domain/paper/paper';
import type { ListedEntry, Painted } from './contract';
import { type TextMap, textMap } from './text-map';

/** An entry's text and its highlights on the page. */
export interface Anchored {
  maps: Record<Field, TextMap>;
  painted: (Painted & { depth: number })[];
  missing: Highlight[];
}

/** Finds an entry's highlights in its text as the page shows it. */
export function anchor({ entry, state }: ListedEntry): Anchored {
  const maps = { title: textMap(entry.titlePlace), abstract: textMap(entry.abstractPlace) };
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
  return { maps, painted, missing };
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
  [...entry.titlePlace, ...entry.abstractPlace].some(({ node }) => range.intersectsNode(node));

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
