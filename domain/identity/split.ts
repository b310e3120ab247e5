import { after, type Stamp } from '@/domain/paper/clock';
import {
  MARKED,
  MARKED_NAMES,
  markStamp,
  marksOf,
  putMarks,
  putStamped,
  STAMPED_NAMES,
  stampedRow,
} from '@/domain/paper/fields';
import {
  changePart,
  editApart,
  keepBoth,
  mergeNotes,
  type NoteRecord,
  noteParts,
  noteText,
} from '@/domain/paper/note';
import type { PaperKey } from '@/domain/paper/paper';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { isSame } from '@/domain/same';
import { homeOf, paperOf, partsOf } from './parts';
import { RecordSet } from './record-set';

/*
 * A paper that turns out to be several. Each record holds what was told of it, by any machine, before the join or
 * since: a parting says that the records are of several papers, and works out what no record holds by itself.
 */

/** What was done to a paper after it had been joined: which field, at which key of an entry, and whether it undid something. */
export interface LaterChange {
  field: string;
  item: string;
  stamp: Stamp;
  via: PaperKey | null;
  isUndo: boolean;
}

/** A joined paper: what it was made of, what that made, what it is now, and what was done between. */
export interface Joined {
  before: readonly PaperRecord[];
  joined: PaperRecord;
  current: PaperRecord;
  later: readonly LaterChange[];
  /** Of the join; `null` where an import joined them. */
  joinStamp: Stamp | null;
}

/**
 * The papers that a joined one falls into, with what other machines said of each meanwhile, and marked so that no page
 * and no file joins them again; `null` where it holds records of one of them alone, as after a parting elsewhere. What
 * records came to it since stay with the paper that keeps its id.
 */
export function splitPapers(whole: Joined, stamp: Stamp): RecordSet | null {
  const sides = sidesOf(whole);
  if (sides.length < 2) return null;
  for (const part of sides.flat()) takeBack(part, whole);
  splitNote(sides, whole, stamp);
  keepApart(sides, stamp);
  return new RecordSet(sides.flat());
}

/** The papers of a set with those of their names alone that a paper had. */
export function papersNamed(set: RecordSet, { id, aliases, keys }: PaperRecord): PaperRecord[] {
  const known = new Set([id, ...aliases, ...keys]);
  return [...set.papers.values()].map((paper) => {
    const own = new Set([paper.id, ...paper.aliases, ...paper.keys]);
    return paperOf(partsOf(paper), (name) => own.has(name) && known.has(name));
  });
}

/** The records of a joined paper as they are now, by the paper that each was in. */
function sidesOf({ before, current }: Joined): PartRecord[][] {
  const idsOf = before.map((paper) => partsOf(paper).map(({ id }) => id));
  const main = Math.max(
    0,
    idsOf.findIndex((ids) => ids.includes(current.id)),
  );
  const sides = before.map((): PartRecord[] => []);
  for (const part of structuredClone(partsOf(current))) {
    const at = idsOf.findIndex((ids) => ids.includes(part.id));
    sides[at < 0 ? main : at]?.push(part);
  }
  return sides.filter((side) => side.length > 0);
}

/**
 * Gives a record back the values that it had before the join, where no person told it others: a version that wrote the
 * joined values into a record did so under the stamp of the join, and an undo set a value of the whole paper. The value counts
 * right after the one that it replaces, so that what another machine told since stays.
 */
function takeBack(part: PartRecord, { before, joined, current, later, joinStamp }: Joined): void {
  const old = before.flatMap((paper) => partsOf(paper)).find(({ id }) => id === part.id);
  if (!old) return;
  const isToldByNobody = (name: string, changes: LaterChange[], isAsJoined: boolean): boolean => {
    const own = part.stamps[name];
    if (own === undefined || own === old.stamps[name]) return false;
    const change = changes.findLast(({ stamp }) => stamp === own);
    return change ? change.isUndo && isAsJoined : own === joinStamp;
  };
  for (const name of STAMPED_NAMES) {
    const row = stampedRow(name);
    const changes = later.filter(({ field }) => field === name);
    if (!isToldByNobody(name, changes, isSame(row.read(joined), row.read(current)))) continue;
    putStamped(part, name, row.read(old));
    follow(part, name);
  }
  for (const name of MARKED_NAMES.filter((one) => MARKED[one].join === 'all'))
    for (const id of new Set([...marksOf(part, name), ...marksOf(old, name)])) {
      const [is, was] = [joined, current].map((paper) => marksOf(paper, name).includes(id));
      const changes = later.filter(({ field, item }) => field === name && item === id);
      if (!isToldByNobody(markStamp(name, id), changes, is === was)) continue;
      const others = marksOf(part, name).filter((other) => other !== id);
      putMarks(part, name, marksOf(old, name).includes(id) ? [...others, id] : others);
      follow(part, markStamp(name, id));
    }
}

/** Stamps a value as set right after the one that it replaces. */
function follow(part: PartRecord, name: string): void {
  const replaced = part.stamps[name];
  if (replaced !== undefined) part.stamps[name] = after(replaced, replaced);
}

/** No page and no file joins records again that a person took apart; none goes by another's id any more. */
function keepApart(sides: readonly PartRecord[][], stamp: Stamp): void {
  for (const side of sides) {
    const others = sides.flatMap((other) => (other === side ? [] : other.map(({ id }) => id)));
    for (const part of side) {
      putMarks(part, 'apart', [...marksOf(part, 'apart'), ...others]);
      for (const id of others) part.stamps[markStamp('apart', id)] = stamp;
      part.aliases = part.aliases.filter((id) => !others.includes(id));
    }
  }
}

/** A side of a parting as far as its note goes. */
interface NoteSide {
  part: PartRecord;
  /** What its records say now; an edit of the joined note is in one of them, whole. */
  note: NoteRecord;
  /** What it says by itself. */
  text: string;
  /** Whether another side's note knows its edits, and would take them for older states of its own. */
  isKnown: boolean;
}

/**
 * The sides with the texts that are their own: as before the join where a side holds an edit of the joined note, which
 * knew the others' texts, else as its records have it by now.
 */
function noteSidesOf(sides: readonly PartRecord[][], before: readonly PaperRecord[]): NoteSide[] {
  const read = sides.flatMap((side) => {
    const [part] = side;
    const was = before.find((paper) => partsOf(paper).some(({ id }) => id === part?.id))?.note;
    const note = side.map((one) => one.note).reduce(mergeNotes);
    return part ? [{ part, note, was: was ?? note }] : [];
  });
  return read.map(({ part, note, was }) => {
    const others = read.filter((other) => other.part !== part);
    const isOfAll = others.some((other) => knows(note, other.note) || knows(note, other.was));
    const isKnown = others.some((other) => knows(other.note, note));
    return { part, note, text: noteText(isOfAll ? was : note), isKnown };
  });
}

/** Whether a note knows an edit of another. */
const knows = ({ seen }: NoteRecord, { heads }: NoteRecord): boolean =>
  heads.some(({ strand, stamp }) => stamp <= (seen[strand] ?? ''));

/**
 * The texts of the joined note that are as they were stay with their papers; one that was changed goes where
 * it came from, what was added to the side that it was written at.
 */
function splitNote(sides: readonly PartRecord[][], whole: Joined, stamp: Stamp): void {
  const { before, current, later } = whole;
  const own = noteSidesOf(sides, before);
  const [parts, now] = [
    own.flatMap(({ text }) => noteParts(text)),
    noteParts(noteText(current.note)),
  ];
  const gone = parts.filter((part) => !now.includes(part));
  const fresh = now.filter((part) => !parts.includes(part));
  const via = later.findLast(({ field }) => field === 'note')?.via ?? undefined;
  const home = homeOf(current, via);
  let next = stamp;
  for (const [at, { part, note, text, isKnown }] of own.entries()) {
    const changed = gone.reduce(
      (all, from, index) => changePart(all, from, fresh[index] ?? '') ?? all,
      text,
    );
    const isHome = sides[at]?.some(({ id }) => id === home);
    const kept = isHome ? fresh.slice(gone.length).reduce(keepBoth, changed) : changed;
    if (kept === noteText(note) && !isKnown) continue;
    part.note = editApart(note, kept, next);
    next = after(next, next);
  }
}
