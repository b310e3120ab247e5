import { after, type Stamp } from '@/domain/paper/clock';
import {
  MARKED,
  MARKED_NAMES,
  type MarkedName,
  markStamp,
  marksOf,
  putMarks,
  putStamped,
  STAMPED_NAMES,
  type StampedName,
  stampedRow,
} from '@/domain/paper/fields';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { isSame } from '@/domain/same';
import { partsOf } from './parts';
import type { Joined, LaterChange } from './joined';

/*
 * At a parting, each record gets back what the join, or an undo, or a version that kept all acts in one record,
 * wrote over its own values.
 */

/** A value with a stamp of its own: a field, or one mark. */
interface Fact {
  field: string;
  item: string;
  stampName: string;
  /** Whether a change of this fact applies to every record. */
  isOfAll: boolean;
  read: (part: PartRecord) => unknown;
  put: (part: PartRecord, value: unknown) => void;
}

/** Gives the records of a paper that falls apart the values that are their own. */
export function giveBack(parts: readonly PartRecord[], whole: Joined): void {
  const oldBy = new Map(
    whole.before.flatMap((paper) => partsOf(paper)).map((part) => [part.id, part]),
  );
  for (const fact of factsOf([...parts, ...oldBy.values()])) {
    for (const part of parts) {
      const old = oldBy.get(part.id);
      if (old) giveBackOne(fact, part, old, parts, whole);
    }
    if (!fact.isOfAll) takeOff(fact, parts, whole);
  }
}

function factsOf(records: readonly PartRecord[]): Fact[] {
  const marks = MARKED_NAMES.filter((name) => MARKED[name].join === 'all').flatMap((name) =>
    [...new Set(records.flatMap((record) => idsIn(record, name)))].map((id) => markFact(name, id)),
  );
  return [...STAMPED_NAMES.map(stampedFact), ...marks];
}

/** The marks that a record has, and those that were taken off it. */
const idsIn = (record: PartRecord, name: MarkedName): string[] => {
  const start = markStamp(name, '');
  const stamped = Object.keys(record.stamps).filter((stamp) => stamp.startsWith(start));
  return [...marksOf(record, name), ...stamped.map((stamp) => stamp.slice(start.length))];
};

function stampedFact(name: StampedName): Fact {
  const row = stampedRow(name);
  return {
    field: name,
    item: '',
    stampName: name,
    isOfAll: row.splitsTo === 'all',
    read: (part) => row.read(part),
    put: (part, value) => putStamped(part, name, value),
  };
}

const markFact = (name: MarkedName, id: string): Fact => ({
  field: name,
  item: id,
  stampName: markStamp(name, id),
  isOfAll: false,
  read: (part) => marksOf(part, name).includes(id),
  put: (part, on) => {
    const others = marksOf(part, name).filter((other) => other !== id);
    putMarks(part, name, on ? [...others, id] : others);
  },
});

/**
 * Gives a record back its value from before the join, where no person set the value that it has: older versions wrote
 * the joined values into each record under the stamp of the join, an undo set a value of the whole paper, and an act
 * that was undone counts no more. A value that was set at the entry of another record moves there. The old value is
 * stamped right after the one that it replaces, so that what another machine set since stays.
 */
function giveBackOne(
  fact: Fact,
  part: PartRecord,
  old: PartRecord,
  parts: readonly PartRecord[],
  { joined, current, later, joinStamp }: Joined,
): void {
  const own = part.stamps[fact.stampName];
  if (own === undefined || own === old.stamps[fact.stampName]) return;
  const change = later.findLast((one) => isOf(fact, one) && one.stamp === own);
  const home = change && isToldByPerson(change) && homeOfChange(fact, change, part, parts);
  if (home) move(fact, part, home);
  const isToldByNobody = change
    ? !isToldByPerson(change) && isSame(fact.read(joined), fact.read(current))
    : own === joinStamp;
  if (!home && !isToldByNobody) return;
  fact.put(part, fact.read(old));
  part.stamps[fact.stampName] = after(own, own);
}

const isOf = ({ field, item }: Fact, change: LaterChange): boolean =>
  change.field === field && change.item === item;

const isToldByPerson = ({ isUndo, isUndone }: LaterChange): boolean => !isUndo && !isUndone;

/** The record that a value belongs to, where another one has it: the only one that its entry names. */
function homeOfChange(
  fact: Fact,
  { via }: LaterChange,
  part: PartRecord,
  parts: readonly PartRecord[],
): PartRecord | undefined {
  // A mark that was taken off is off on each record.
  if (fact.isOfAll || via === null || fact.read(part) === false) return undefined;
  const named = parts.filter(({ keys }) => keys.includes(via));
  const home = parts.find(({ id }) => id === via) ?? (named.length === 1 ? named[0] : undefined);
  return home === part ? undefined : home;
}

/** Gives a value to another record, unless that one was told another since. */
function move({ stampName, read, put }: Fact, from: PartRecord, to: PartRecord): void {
  const stamp: Stamp = from.stamps[stampName] ?? '';
  if (stamp <= (to.stamps[stampName] ?? '')) return;
  put(to, read(from));
  to.stamps[stampName] = stamp;
}

/** Takes a mark that a person took off the whole paper off each record; older versions took it off one. */
function takeOff(
  fact: Fact,
  parts: readonly PartRecord[],
  { joined, current, later }: Joined,
): void {
  const last = later.findLast((change) => isOf(fact, change));
  const isOff = fact.read(joined) === true && fact.read(current) === false;
  if (!isOff || !last || !isToldByPerson(last)) return;
  const { stampName } = fact;
  if (!parts.some(({ stamps }) => stamps[stampName] === last.stamp)) return;
  for (const part of parts) {
    if (fact.read(part) !== true) continue;
    fact.put(part, false);
    part.stamps[stampName] = after(part.stamps[stampName], last.stamp);
  }
}

/**
 * Sets a mark to what it was on each record that carries the stamp of an undone act, so that a parting by another machine
 * finds it as it was.
 */
export function setMarkBack(
  paper: PaperRecord,
  { field, item, on }: { field: MarkedName; item: string; on: boolean },
  undone: Stamp,
  stamp: Stamp,
): void {
  const { stampName, put } = markFact(field, item);
  if (!paper.parts) return;
  paper.parts = paper.parts.map((part) => {
    if (part.stamps[stampName] !== undone) return part;
    const back = { ...part, stamps: { ...part.stamps, [stampName]: stamp } };
    put(back, on);
    return back;
  });
}
