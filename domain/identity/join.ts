import type { Stamp } from '@/domain/paper/clock';
import {
  MARKED,
  MARKED_NAMES,
  type MarkedName,
  markedProperties,
  markStamp,
  marksOf,
  putMarks,
  putStamped,
  STAMPED_NAMES,
  stampedProperties,
  stampedRow,
} from '@/domain/paper/fields';
import { editKnown } from './known';
import { leaveRemoved, mergePapers } from './merge';
import { Partings } from './partings';
import { partsOf, resettled, wholeOf } from './parts';
import { changePart, editNote, keepBoth, noteParts, noteText } from '@/domain/paper/note';
import type { PaperKey } from '@/domain/paper/paper';
import { compareKeys, strongestFirst } from './paper-key';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { added, isSame } from '@/domain/same';

/*
 * Papers that turn out to be one, and one that turns out to be several. Unlike two copies of one record
 * (`merge.ts`), two papers were edited without knowing of each other, so a later stamp proves nothing: the join
 * keeps the edits of both.
 */

/** Whether a person said that two papers are not one. */
export const isApart = (a: PaperRecord, b: PaperRecord): boolean =>
  new Partings([...partsOf(a), ...partsOf(b)]).part([a.id, ...a.aliases], [b.id, ...b.aliases]);

/**
 * Several papers as one: the strongest id stays and the others become aliases, tags and notes are united,
 * the further status is kept. Whatever order they come in, the outcome is the same. `stamp` is of this step.
 */
export function joinPapers(papers: readonly PaperRecord[], stamp: Stamp): PaperRecord {
  const [first, ...others] = papers;
  if (!first) throw new Error('There is no paper to join.');
  if (others.length === 0) return first;
  const parts = asOne(papers, stamp);
  const merged = wholeOf(parts);
  const stamps = { ...merged.stamps };
  const stamped = stampedProperties((row, name) => {
    const value = row.join(papers.map((paper) => row.read(paper)));
    if (!isSame(value, row.read(merged))) stamps[name] = stamp;
    return value;
  });
  const marked = markedProperties((name) => {
    const ids = marksOf(merged, name);
    if (MARKED[name].join === 'merged') return ids;
    const all = new Set(papers.flatMap((paper) => marksOf(paper, name)));
    for (const id of all) if (!ids.includes(id)) stamps[markStamp(name, id)] = stamp;
    return all;
  });
  return resettled({
    ...merged,
    aliases: [...new Set(papers.flatMap(({ id, aliases }) => [id, ...aliases]))]
      .filter((id) => id !== merged.id)
      .toSorted(),
    keys: strongestFirst(papers.flatMap(({ keys }) => keys)),
    ...stamped,
    ...marked,
    note: joinNotes(papers, merged, stamp),
    stamps,
    parts,
  });
}

/** The records of papers that are one from now on: the strongest says so, and none says any more that they are not. */
function asOne(papers: readonly PaperRecord[], stamp: Stamp): PartRecord[] {
  const parts = new Map<string, PartRecord>();
  for (const part of papers.flatMap(partsOf)) {
    const known = parts.get(part.id);
    parts.set(part.id, known ? mergePapers(known, part) : part);
  }
  const [head, ...ids] = strongestFirst(papers.map(({ id }) => id));
  return [...parts.values()].map((part) => {
    const freed = together(part, (id) => parts.has(id), stamp);
    return part.id === head
      ? { ...freed, aliases: [...new Set([...freed.aliases, ...ids])].toSorted() }
      : freed;
  });
}

/** A record that is not kept apart any more from some. */
function together(part: PartRecord, isOne: (id: string) => boolean, stamp: Stamp): PartRecord {
  const gone = marksOf(part, 'apart').filter(isOne);
  if (gone.length === 0) return part;
  const freed = { ...part, stamps: { ...part.stamps } };
  for (const id of gone) freed.stamps[markStamp('apart', id)] = stamp;
  putMarks(
    freed,
    'apart',
    marksOf(part, 'apart').filter((id) => !isOne(id)),
  );
  return freed;
}

/** All the notes, also where a machine that had the papers joined before takes one for an older state of the other. */
function joinNotes(
  papers: readonly PaperRecord[],
  joined: PartRecord,
  stamp: Stamp,
): PartRecord['note'] {
  const text = noteText(joined.note);
  const whole = papers
    .toSorted((a, b) => compareKeys(a.id, b.id))
    .reduce((all, { note }) => keepBoth(all, noteText(note)), text);
  return whole === text ? joined.note : editNote(joined.note, whole, stamp);
}

/** What was done to a paper after it had been joined: which field, and a key of the entry it was done at. */
export interface LaterChange {
  field: string;
  item: string;
  via: PaperKey | null;
}

/** The papers of a split, each the whole truth about one side. */
class Sides {
  readonly papers: PaperRecord[];
  constructor(
    before: readonly PaperRecord[],
    private readonly main: string,
    private readonly later: readonly LaterChange[],
  ) {
    this.papers = structuredClone([...before]);
  }

  /** The paper that something done since belongs to: whose entry it was done at, else the one that kept its id. */
  of(field: string, item = ''): PaperRecord {
    const via = this.later.findLast(
      (change) => change.field === field && change.item === item,
    )?.via;
    const named = this.papers.filter(({ keys }) => via && keys.includes(via));
    const side = named.length === 1 ? named[0] : this.papers.find(({ id }) => id === this.main);
    const found = side ?? this.papers[0];
    if (!found) throw new Error('There is no side.');
    return found;
  }
}

/**
 * The papers that one was joined from, as they were, with what was done since on the side it belongs to.
 * `before` are they, `joined` what `joinPapers` made of them, `current` what it is now. They are marked so
 * that no page joins them again. Highlights are the caller's: `sideOf` says where a new one goes.
 */
export function splitPapers(
  before: readonly PaperRecord[],
  joined: PaperRecord,
  current: PaperRecord,
  later: readonly LaterChange[],
  stamp: Stamp,
): { papers: PaperRecord[]; sideOf: (highlight: string) => string } {
  const sides = new Sides(before, current.id, later);
  const hasTold = tellingOf(current);
  splitStamped(sides, joined, current, { stamp, hasTold });
  for (const name of MARKED_NAMES) splitMarked(name, sides, joined, current, { stamp, hasTold });
  keepApart(sides.papers, stamp);
  sides.papers.splice(0, sides.papers.length, ...sides.papers.map(leaveRemoved));
  splitNote(sides, joined, current, stamp);
  splitPlaces(sides, joined, current);
  keepParts(sides, current);
  return { papers: sides.papers, sideOf: (highlight) => sides.of('highlight', highlight).id };
}

/** A parting under way: its stamp, and whether joining told other machines another value for a side, under the name of the value's stamp. */
interface Parting {
  stamp: Stamp;
  hasTold: (side: PaperRecord, name: string) => boolean;
}

/**
 * Whether the joined paper holds the records of a side otherwise than the side did. Where it does not, no machine has
 * anything to unlearn, and what another one said of the side meanwhile counts.
 */
function tellingOf(current: PaperRecord): Parting['hasTold'] {
  const told = new Map(partsOf(current).map((part) => [part.id, part]));
  return (side, name) =>
    partsOf(side).some(({ id, stamps }) => {
      const part = told.get(id);
      return !part || part.stamps[name] !== stamps[name];
    });
}

/** A field that was set since the joining goes to its side or to all; a side keeps what it had else, as the newer value for machines that still have the papers joined. */
function splitStamped(
  sides: Sides,
  joined: PaperRecord,
  current: PaperRecord,
  { stamp, hasTold }: Parting,
): void {
  for (const name of STAMPED_NAMES) {
    const row = stampedRow(name);
    const value = row.read(current);
    const isSince = !isSame(value, row.read(joined));
    const owners = !isSince ? [] : row.splitsTo === 'all' ? sides.papers : [sides.of(name)];
    for (const paper of sides.papers) {
      const isOwner = owners.includes(paper);
      const isToldOtherwise = !isSame(row.read(paper), value) && hasTold(paper, name);
      if (isOwner || isToldOtherwise) paper.stamps[name] = stamp;
      if (isOwner) putStamped(paper, name, value);
    }
  }
}

/** A mark that was set since the joining goes to its side, one that was taken off goes from all. */
function splitMarked(
  name: MarkedName,
  sides: Sides,
  joined: PaperRecord,
  current: PaperRecord,
  { stamp, hasTold }: Parting,
): void {
  const set = (paper: PaperRecord, id: string, isOn: boolean): void => {
    const others = marksOf(paper, name).filter((other) => other !== id);
    putMarks(paper, name, isOn ? [...others, id] : others);
    paper.stamps[markStamp(name, id)] = stamp;
  };
  // Machines that still have the papers joined learn which of them is marked.
  for (const paper of MARKED[name].join === 'all' ? sides.papers : [])
    for (const id of added(marksOf(paper, name), marksOf(current, name)))
      if (hasTold(paper, markStamp(name, id))) paper.stamps[markStamp(name, id)] = stamp;
  for (const id of added(marksOf(joined, name), marksOf(current, name)))
    set(sides.of(name, id), id, true);
  for (const id of added(marksOf(current, name), marksOf(joined, name)))
    for (const paper of sides.papers) set(paper, id, false);
}

/** No page and no file joins papers again that a person took apart. */
function keepApart(papers: readonly PaperRecord[], stamp: Stamp): void {
  for (const paper of papers) {
    const others = papers.filter(({ id }) => id !== paper.id).map(({ id }) => id);
    putMarks(paper, 'apart', [...marksOf(paper, 'apart'), ...others]);
    for (const id of others) paper.stamps[markStamp('apart', id)] = stamp;
  }
}

/**
 * The texts of the joined note that are as they were stay with their papers; one that was changed goes where
 * it came from, what was added to the side that it was written at.
 */
function splitNote(sides: Sides, joined: PaperRecord, current: PaperRecord, stamp: Stamp): void {
  const [parts, now] = [noteParts(noteText(joined.note)), noteParts(noteText(current.note))];
  const gone = parts.filter((part) => !now.includes(part));
  const fresh = now.filter((part) => !parts.includes(part));
  const edit = (side: PaperRecord, text: string): void => {
    if (text !== noteText(side.note)) side.note = editNote(side.note, text, stamp);
  };
  for (const [index, part] of gone.entries())
    for (const side of sides.papers) {
      const text = changePart(noteText(side.note), part, fresh[index] ?? '');
      if (text !== null) edit(side, text);
    }
  const first = sides.of('note');
  for (const part of fresh.slice(gone.length)) edit(first, keepBoth(noteText(first.note), part));
}

/** What pages told of the paper since goes to the side that kept its id. */
function splitPlaces(sides: Sides, joined: PaperRecord, current: PaperRecord): void {
  const main = sides.papers.find(({ id }) => id === current.id) ?? sides.papers[0];
  if (!main) return;
  main.aliases = [...main.aliases, ...added(joined.aliases, current.aliases)].toSorted();
  main.keys = strongestFirst([...main.keys, ...added(joined.keys, current.keys)]);
  const told = editKnown(main, joined, current);
  delete main.sources;
  Object.assign(main, told);
}

/** Records that came to the paper since stay with the side that kept its id. */
function keepParts(sides: Sides, current: PaperRecord): void {
  const own = new Set(sides.papers.flatMap(partsOf).map(({ id }) => id));
  const left = partsOf(current).filter(({ id }) => !own.has(id));
  const at = Math.max(
    0,
    sides.papers.findIndex(({ id }) => id === current.id),
  );
  const main = sides.papers[at];
  if (main && left.length > 0)
    sides.papers[at] = resettled({ ...main, parts: [...partsOf(main), ...left] });
}
