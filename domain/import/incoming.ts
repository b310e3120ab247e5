import { isAhead, type Stamp, timeOf } from '@/domain/paper/clock';
import { emptyPassage, expectation } from './expectation';
import {
  type PaperDocument,
  type PartDocument,
  paperSchema,
  type SharedDocument,
  sharedSchema,
  type SightingDocument,
  sightingSchema,
  type TagDocument,
  tagSchema,
} from '@/domain/export/schema';
import type { ItemKind } from '@/domain/export/upgrades';
import type { ZodMiniType } from 'zod/mini';
import { LIMITS } from '@/domain/limits';
import { NEVER_BY_FILE } from '@/domain/settings';
import { weightOf } from '@/domain/weight';
import { TOO_LARGE } from './sections';
import { pathText, Unreadable } from './unreadable';

/** What a reader finds in a file, one after the other, not looked at yet. */
export interface Incoming {
  /**
   * `section` is a part of a newer version, kept as it is; `rejected` can't be imported, `value` says why; `left` is
   * the name of a field that an entry has and that is not taken.
   */
  kind: ItemKind | 'section' | 'rejected' | 'left';
  /** Where it is in the file: `papers[3]`, `line 7`. */
  place: string;
  value: unknown;
}

/** An item that is as the format says. */
export type Admitted =
  | { kind: 'paper'; place: string; value: PaperDocument }
  | { kind: 'tag'; place: string; value: TagDocument }
  | { kind: 'shared'; place: string; value: SharedDocument }
  | { kind: 'sighting'; place: string; value: SightingDocument }
  | { kind: 'section'; place: string; value: unknown }
  | { kind: 'rejected'; place: string; value: string };

const SCHEMAS: Record<ItemKind, ZodMiniType> = {
  paper: paperSchema,
  tag: tagSchema,
  shared: sharedSchema,
  sighting: sightingSchema,
};

/** The longest name of a section. */
const LONGEST_NAME = 200;

/** Whether an item is larger than what Gloss keeps of things that it has no use for. */
function isTooLarge({ kind, place, value }: Incoming): boolean {
  if (kind === 'section')
    return place.length > LONGEST_NAME || weightOf(value, LIMITS.sections) > LIMITS.sections;
  return (kind === 'shared' || kind === 'tag') && weightOf(value, LIMITS.value) > LIMITS.value;
}

const OF_THIS_MACHINE: ReadonlySet<unknown> = new Set(
  NEVER_BY_FILE.map((name) => `settings:${name}`),
);

/** Whether an item may come with a file: what has a browser ask others for something is for the person before it to turn on. */
export const mayCome = ({ kind, value }: Incoming): boolean =>
  kind !== 'shared' || !OF_THIS_MACHINE.has((value as { key?: unknown } | null | undefined)?.key);

/** Lets an item in. Fails (`Unreadable`) with the place of the first thing that is not as the format says. */
export function admitItem({ kind, place, value }: Incoming): Admitted {
  if (kind === 'left') throw new Error('What is left out of a file is told, and not let in.');
  if (kind === 'rejected') return { kind, place, value: String(value) };
  if (isTooLarge({ kind, place, value }))
    return { kind: 'rejected', place: place.slice(0, LONGEST_NAME), value: TOO_LARGE };
  if (kind === 'section') return { kind, place, value };
  const parsed = SCHEMAS[kind].safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    refuse(place, issue?.path ?? [], issue ? expectation(issue) : 'not as the format says');
  }
  const item = { kind, place, value: parsed.data } as Admitted;
  if (item.kind === 'paper') {
    const at = emptyPassage(item.value);
    if (at >= 0) refuse(place, ['highlights', at, 'exact'], 'expected text');
  }
  return item;
}

/** Of papers that are rejected by themselves: after so many the file is not what it was taken for. */
const MOST_REJECTED = 10_000;

/** A file's items as they come; fails (`Unreadable`) where too much of it is rejected. */
export async function* withinReason(items: AsyncIterable<Incoming>): AsyncGenerator<Incoming> {
  let rejected = 0;
  for await (const item of items) {
    if (item.kind === 'rejected') rejected += 1;
    if (rejected > MOST_REJECTED)
      throw new Unreadable(
        `${item.place}: ${MOST_REJECTED} papers before this could not be read; is it another format?`,
      );
    yield item;
  }
}

function refuse(place: string, path: readonly PropertyKey[], message: string): never {
  const within = pathText(path);
  const between = within === '' || within.startsWith('[') ? '' : '.';
  throw new Unreadable(`${place}${between}${within}: ${message}`);
}

/** All stamps of an item. */
function* stampsOf(item: Admitted): Generator<Stamp> {
  if (item.kind === 'shared') yield item.value.stamp;
  if (item.kind === 'tag') yield* Object.values(item.value.stamps);
  if (item.kind !== 'paper') return;
  yield* paperStamps(item.value);
  for (const part of item.value.parts ?? []) yield* paperStamps(part);
  for (const { stamps } of item.value.highlights) yield* Object.values(stamps);
}

function* paperStamps({ stamps, note }: PartDocument): Generator<Stamp> {
  yield* Object.values(stamps);
  for (const { stamp } of note.heads) yield stamp;
  yield* Object.values(note.seen);
}

/** The newest stamp of an item; empty where it has none. */
export function newestStamp(item: Admitted): Stamp | '' {
  let newest = '';
  for (const stamp of stampsOf(item)) if (stamp > newest) newest = stamp;
  return newest;
}

/** What items carry that was stamped by a clock far ahead of this machine's: how many, and the latest time. */
export interface FutureItems {
  count: number;
  /** Milliseconds since 1970; 0 where there is none. */
  until: number;
}

/** Counts the items with stamps that are far ahead of `now`: they are read as they are, and a person is told. */
export function futureOf(items: readonly Admitted[], now: number): FutureItems {
  const ahead = items.map(newestStamp).filter((stamp) => stamp !== '' && isAhead(stamp, now));
  return {
    count: ahead.length,
    until: ahead.reduce((last, one) => Math.max(last, timeOf(one)), 0),
  };
}
