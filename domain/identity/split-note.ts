import { after, type Stamp } from '@/domain/paper/clock';
import {
  changePart,
  editApart,
  keepBoth,
  mergeNotes,
  type NoteRecord,
  noteParts,
  noteText,
} from '@/domain/paper/note';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { homeOf, partsOf } from './parts';
import type { Joined } from './joined';

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
    const ids = new Set(side.map(({ id }) => id));
    const was = before.find((paper) => partsOf(paper).some(({ id }) => ids.has(id)))?.note;
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
 * it came from, one that was deleted is gone, and one that was added goes to the side that it was written at.
 */
export function splitNote(sides: readonly PartRecord[][], whole: Joined, stamp: Stamp): void {
  const { before, current, later } = whole;
  const own = noteSidesOf(sides, before);
  const [parts, now] = [
    own.flatMap(({ text }) => noteParts(text)),
    noteParts(noteText(current.note)),
  ];
  const { changes, added } = changesOf(
    parts.filter((part) => !now.includes(part)),
    now.filter((part) => !parts.includes(part)),
  );
  const via = later.findLast(({ field }) => field === 'note')?.via ?? undefined;
  const home = homeOf(current, via);
  let next = stamp;
  for (const [at, { part, note, text, isKnown }] of own.entries()) {
    const changed = changes.reduce((all, [from, to]) => changePart(all, from, to) ?? all, text);
    const isHome = sides[at]?.some(({ id }) => id === home);
    const kept = isHome ? added.reduce(keepBoth, changed) : changed;
    if (kept === noteText(note) && !isKnown) continue;
    part.note = editApart(note, kept, next);
    next = after(next, next);
  }
}

/**
 * What became of the texts that are gone (each with the text that took its place, or `''`), and what was added. Texts that
 * are alike belong together, the most alike first; of as many left as new ones, each took the place of one, in order.
 */
function changesOf(
  gone: readonly string[],
  fresh: readonly string[],
): { changes: [from: string, to: string][]; added: string[] } {
  const placeBy = new Map<string, string>();
  const open = new Set(fresh);
  const pair = (from: string, to: string): void => {
    placeBy.set(from, to);
    open.delete(to);
  };
  for (const [from, to] of alikeOf(gone, fresh))
    if (!placeBy.has(from) && open.has(to)) pair(from, to);
  const left = gone.filter((from) => !placeBy.has(from));
  if (left.length === open.size)
    for (const [index, to] of [...open].entries()) pair(left[index] ?? '', to);
  return { changes: gone.map((from) => [from, placeBy.get(from) ?? '']), added: [...open] };
}

/** Texts that are compared at the most: a file may hold a note of thousands. */
const MOST_COMPARED = 50;

/**
 * Pairs of texts, the most alike first, by the Dice coefficient of the pairs of letters that two texts have. It needs no
 * words, which not all scripts part.
 */
function alikeOf(gone: readonly string[], fresh: readonly string[]): [string, string][] {
  if (gone.length > MOST_COMPARED || fresh.length > MOST_COMPARED) return [];
  const [these, those] = [gone, fresh].map((texts) =>
    texts.map((text) => ({ text, pairs: letterPairs(text) })),
  );
  return (these ?? [])
    .flatMap((from) => (those ?? []).map((to) => ({ from, to, likeness: likenessOf(from, to) })))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ from, to }) => [from.text, to.text]);
}

/** How alike two texts are, 0 to 1. */
function likenessOf(a: { pairs: Set<string> }, b: { pairs: Set<string> }): number {
  const shared = a.pairs.intersection(b.pairs).size;
  return (2 * shared) / Math.max(1, a.pairs.size + b.pairs.size);
}

const letterPairs = (text: string): Set<string> => {
  const letters = Array.from(text);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};
