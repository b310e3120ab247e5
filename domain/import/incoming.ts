import { timeOf } from '@/domain/paper/clock';
import { emptyPassage, expectation } from '@/domain/export/parse';
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
import { placeOf, Unreadable } from './unreadable';

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

/** How far another machine's clock may be ahead, milliseconds. */
const SKEW = 48 * 3_600_000;

/**
 * Lets an item in. Fails (`Unreadable`) with the place of the first thing that is not as the format says, or
 * that comes from the future: a stamp that is far ahead would win over everything for ever.
 */
export function admitItem({ kind, place, value }: Incoming, now: number): Admitted {
  if (kind === 'left') throw new Error('What is left out of a file is told, and not let in.');
  if (kind === 'section') return { kind, place, value };
  if (kind === 'rejected') return { kind, place, value: String(value) };
  const parsed = SCHEMAS[kind].safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    refuse(place, issue?.path ?? [], issue ? expectation(issue) : 'not as the format says');
  }
  const item = { kind, place, value: parsed.data } as Admitted;
  refuseFuture(item, now + SKEW);
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
  const within = placeOf(path);
  const between = within === '' || within.startsWith('[') ? '' : '.';
  throw new Unreadable(`${place}${between}${within}: ${message}`);
}

type Placed = [path: PropertyKey[], stamp: string];

/** The stamps of an item, each with its place. */
function* stampsOf(item: Admitted): Generator<Placed> {
  if (item.kind === 'shared') yield [['stamp'], item.value.stamp];
  if (item.kind === 'tag') yield* stampsIn(item.value.stamps);
  if (item.kind !== 'paper') return;
  yield* paperStamps(item.value);
  for (const [index, part] of (item.value.parts ?? []).entries())
    for (const [path, stamp] of paperStamps(part)) yield [['parts', index, ...path], stamp];
  const { highlights } = item.value;
  for (const [index, { stamps }] of highlights.entries())
    for (const [name, stamp] of Object.entries(stamps))
      yield [['highlights', index, 'stamps', name], stamp];
}

function* stampsIn(stamps: Record<string, string>): Generator<Placed> {
  for (const [name, stamp] of Object.entries(stamps)) yield [['stamps', name], stamp];
}

function* paperStamps({ stamps, note }: PartDocument): Generator<Placed> {
  yield* stampsIn(stamps);
  for (const [index, { stamp }] of note.heads.entries())
    yield [['note', 'heads', index, 'stamp'], stamp];
  for (const [strand, stamp] of Object.entries(note.seen)) yield [['note', 'seen', strand], stamp];
}

function refuseFuture(item: Admitted, limit: number): void {
  for (const [path, stamp] of stampsOf(item))
    if (timeOf(stamp) > limit)
      refuse(
        item.place,
        path,
        'a time that has not come yet; is the clock of one of the machines wrong?',
      );
}

/** The newest stamp of an item; empty where it has none. */
export function newestStamp(item: Admitted): string {
  let newest = '';
  for (const [, stamp] of stampsOf(item)) if (stamp > newest) newest = stamp;
  return newest;
}
