import { laterOf, type Stamp } from '@/domain/paper/clock';
import {
  markedProperties,
  type MarkedProperties,
  markStamp,
  marksOf,
  stampedProperties,
  type StampedProperties,
} from '@/domain/paper/fields';
import { mergeNotes } from '@/domain/paper/note';
import type { Sighting } from '@/domain/paper/paper';
import {
  type HighlightRecord,
  latestEdit,
  type PaperRecord,
  type PartRecord,
  type SharedRecord,
  type TagRecord,
} from '@/domain/paper/record';
import { canonical } from '@/domain/same';
import { erasePaper } from './erase';
import { mergeExtra } from './extra';
import { mergeKnown } from './known';
import { compareKeys, strongestFirst } from './paper-key';

/*
 * What two records of the same thing make together. Each function is commutative, associative and
 * idempotent: in whichever order files and machines meet, all end with the same. A field with a stamp is
 * the one that was set later; a field without is the one that says more.
 */

interface Stamped {
  stamps: Record<string, Stamp>;
}

/** Of two records, the one whose field was set later; of two set at once, by what they say. */
function later<T extends Stamped>(name: string, a: T, b: T, value: (record: T) => unknown): T {
  const [x, y] = [a.stamps[name] ?? '', b.stamps[name] ?? ''];
  if (x !== y) return x > y ? a : b;
  return canonical(value(a)) >= canonical(value(b)) ? a : b;
}

/** Whether it was set last on one side, or at once on both and on one of them. */
function isOn<T extends Stamped>(name: string, a: T, b: T, on: (record: T) => boolean): boolean {
  const [x, y] = [a.stamps[name] ?? '', b.stamps[name] ?? ''];
  return (x >= y && on(a)) || (y >= x && on(b));
}

/** Each stamped field as it was set later. */
const mergeStamped = (a: PartRecord, b: PartRecord): StampedProperties =>
  stampedProperties((row, name) => row.read(later(name, a, b, (one) => row.rank(row.read(one)))));

/** What is marked in either, each mark by its own stamp. */
const mergeMarked = (a: PartRecord, b: PartRecord): MarkedProperties =>
  markedProperties((name) =>
    [...marksOf(a, name), ...marksOf(b, name)].filter((id) =>
      isOn(markStamp(name, id), a, b, (one) => marksOf(one, name).includes(id)),
    ),
  );

/** Two records of one paper. The stronger id stays, the other becomes an alias. */
export function mergePapers(a: PaperRecord, b: PaperRecord): PaperRecord {
  const id = compareKeys(a.id, b.id) <= 0 ? a.id : b.id;
  return settle({
    id,
    aliases: [...new Set([...a.aliases, ...b.aliases, a.id, b.id])]
      .filter((alias) => alias !== id)
      .toSorted(),
    keys: strongestFirst([...new Set([...a.keys, ...b.keys])]),
    ...mergeKnown(a, b),
    ...mergeStamped(a, b),
    ...mergeMarked(a, b),
    note: mergeNotes(a.note, b.note),
    ...(a.erased && b.erased ? { erased: true } : {}),
    stamps: laterOf(a.stamps, b.stamps),
    createdAt: Math.min(a.createdAt, b.createdAt),
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
    ...mergeExtra(a, b),
  });
}

/**
 * Brings back a removed paper that was edited after its removal. A paper that is erased here and whole elsewhere
 * returns to the trash whole: an edit that has not arrived yet may be later than the removal, and needs the content.
 */
export function settle(paper: PaperRecord): PaperRecord {
  const { erased, ...kept } = paper;
  if (paper.removed && latestEdit(paper) <= (paper.stamps['removed'] ?? ''))
    return erased ? erasePaper(paper) : paper;
  return erased || paper.removed ? { ...kept, removed: false } : paper;
}

/**
 * A paper that a step leaves in the trash though it edits it, as the deletion of a tag does. A later edit would bring
 * it back wherever the paper is merged: so the edit counts as done with the removal, before what other machines did
 * since. The text of a note can't be set back; the removal follows it.
 */
export function leaveRemoved(paper: PaperRecord): PaperRecord {
  const removed = paper.stamps['removed'] ?? '';
  if (!paper.removed || latestEdit(paper) <= removed) return paper;
  const stamps = Object.fromEntries(
    Object.entries(paper.stamps).map(([name, stamp]) => [
      name,
      stamp > removed && !name.startsWith('apart:') ? removed : stamp,
    ]),
  );
  const left = { ...paper, stamps };
  const edit = latestEdit(left);
  return edit > removed ? { ...left, stamps: { ...stamps, removed: edit } } : left;
}

/**
 * Two records of one highlight, given to the paper that it was made at. The passage is the same in both, or gone
 * from the one that was removed.
 */
export function mergeHighlights(a: HighlightRecord, b: HighlightRecord): HighlightRecord {
  const passage = ({ quote, position, field, source }: HighlightRecord) =>
    canonical([quote.exact.length, quote, position, field, source]);
  const whole = ({ quote }: HighlightRecord) => quote.exact.length;
  const shown =
    whole(a) === whole(b) ? (passage(a) >= passage(b) ? a : b) : whole(a) > whole(b) ? a : b;
  const { field, quote, position, source } = shown;
  return {
    id: a.id,
    paperId: strongestFirst([a.home ?? a.paperId, b.home ?? b.paperId])[0] ?? a.paperId,
    field,
    quote,
    position,
    source,
    colour: later('colour', a, b, ({ colour }) => colour).colour,
    comment: later('comment', a, b, ({ comment }) => [comment.length, comment]).comment,
    removed: isOn('removed', a, b, ({ removed }) => removed),
    createdAt: Math.min(a.createdAt, b.createdAt),
    stamps: laterOf(a.stamps, b.stamps),
    ...mergeExtra(a, b),
  };
}

/** Merges two versions of one tag: of each field the later one by its stamp. Associative and commutative. */
export function mergeTags(a: TagRecord, b: TagRecord): TagRecord {
  return {
    id: a.id,
    name: later('name', a, b, ({ name }) => name).name,
    colour: later('colour', a, b, ({ colour }) => colour).colour,
    usedAt: Math.max(a.usedAt, b.usedAt),
    removed: isOn('removed', a, b, ({ removed }) => removed),
    stamps: laterOf(a.stamps, b.stamps),
    ...mergeExtra(a, b),
  };
}

/** Two values of one name: the one that was set later. */
export const mergeShared = (a: SharedRecord, b: SharedRecord): SharedRecord =>
  a.stamp !== b.stamp
    ? a.stamp > b.stamp
      ? a
      : b
    : canonical(a.value) >= canonical(b.value)
      ? a
      : b;

/** Two sightings of one paper. Counts are not added: both machines may count the same screens. */
export function mergeSightings(a: Sighting, b: Sighting): Sighting {
  const last = a.lastAt !== b.lastAt ? (a.lastAt > b.lastAt ? a : b) : a.site >= b.site ? a : b;
  return {
    site: last.site,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: last.lastAt,
    count: Math.max(a.count, b.count),
  };
}
