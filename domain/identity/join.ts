import type { Stamp } from '@/domain/paper/clock';
import { mergeLinks, mergeListings, mergePapers } from './merge';
import { Partings } from './partings';
import { partsOf, resettled, wholeOf } from './parts';
import { changePart, editNote, keepBoth, noteParts, noteText } from '@/domain/paper/note';
import type { PaperKey, Status } from '@/domain/paper/paper';
import { compareKeys, strongestFirst } from './paper-key';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';

/*
 * Papers that turn out to be one, and one that turns out to be several. Unlike two copies of one record
 * (`merge.ts`), two papers were each decided on without knowing of the other, so a later stamp says nothing:
 * what was made of any of them is kept.
 */

/** Whether a person said that two papers are not one. */
export const isApart = (a: PaperRecord, b: PaperRecord): boolean =>
  new Partings([...partsOf(a), ...partsOf(b)]).part([a.id, ...a.aliases], [b.id, ...b.aliases]);

/** How far a person came with a paper. */
const PROGRESS: readonly (Status | null)[] = [null, 'dismissed', 'saved', 'read'];

const furthest = (papers: readonly PaperRecord[]): Status | null =>
  papers.reduce<Status | null>(
    (far, { status }) => (PROGRESS.indexOf(status) > PROGRESS.indexOf(far) ? status : far),
    null,
  );

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
};

/**
 * Several papers as one: the strongest id stays and the others become aliases, tags and notes are united,
 * the further status is kept. Whatever order they come in, the outcome is the same. `stamp` is of this step.
 */
export function joinPapers(papers: readonly PaperRecord[], stamp: Stamp): PaperRecord {
  const [first, ...others] = papers;
  if (!first) throw new Error('There is no paper to join.');
  if (others.length === 0) return first;
  const parts = asOne(papers, stamp);
  const joined = wholeOf(parts);
  const stamps = { ...joined.stamps };
  const status = furthest(papers);
  const savedAt = earliest(papers.map((paper) => paper.savedAt));
  if (status !== joined.status || savedAt !== joined.savedAt) stamps['status'] = stamp;
  const tags = [...new Set(papers.flatMap((paper) => paper.tags))].toSorted();
  for (const tag of tags) if (!joined.tags.includes(tag)) stamps[`tag:${tag}`] = stamp;
  const note = joinNotes(papers, joined, stamp);
  const removed = papers.every((paper) => paper.removed);
  if (removed !== joined.removed) stamps['removed'] = stamp;
  return resettled({
    ...joined,
    aliases: [...new Set(papers.flatMap(({ id, aliases }) => [id, ...aliases]))]
      .filter((id) => id !== joined.id)
      .toSorted(),
    keys: strongestFirst(papers.flatMap(({ keys }) => keys)),
    status,
    savedAt: status === 'saved' || status === 'read' ? savedAt : null,
    tags,
    note,
    removed,
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
  const { apart = [], ...rest } = part;
  const gone = apart.filter(isOne);
  if (gone.length === 0) return part;
  const left = apart.filter((id) => !isOne(id));
  const stamps = { ...part.stamps };
  for (const id of gone) stamps[`apart:${id}`] = stamp;
  return { ...rest, ...(left.length > 0 ? { apart: left } : {}), stamps };
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
  for (const paper of sides.papers) {
    // Machines that still have them joined learn that these values are newer.
    if (paper.status !== current.status) paper.stamps['status'] = stamp;
    for (const tag of current.tags)
      if (!paper.tags.includes(tag)) paper.stamps[`tag:${tag}`] = stamp;
    const others = sides.papers.filter(({ id }) => id !== paper.id).map(({ id }) => id);
    paper.apart = [...new Set([...(paper.apart ?? []), ...others])].toSorted();
    for (const id of others) paper.stamps[`apart:${id}`] = stamp;
    if (current.removed === joined.removed) continue;
    paper.removed = current.removed;
    paper.stamps['removed'] = stamp;
  }
  splitStatus(sides, joined, current, stamp);
  splitTags(sides, joined, current, stamp);
  splitNote(sides, joined, current, stamp);
  splitPlaces(sides, joined, current);
  keepParts(sides, current);
  return { papers: sides.papers, sideOf: (highlight) => sides.of('highlight', highlight).id };
}

function splitStatus(sides: Sides, joined: PaperRecord, current: PaperRecord, stamp: Stamp): void {
  if (current.status === joined.status) return;
  const side = sides.of('status');
  side.status = current.status;
  side.savedAt = current.savedAt;
  side.stamps['status'] = stamp;
}

function splitTags(sides: Sides, joined: PaperRecord, current: PaperRecord, stamp: Stamp): void {
  for (const tag of current.tags.filter((id) => !joined.tags.includes(id))) {
    const side = sides.of('tag', tag);
    side.tags = [...new Set([...side.tags, tag])].toSorted();
    side.stamps[`tag:${tag}`] = stamp;
  }
  for (const tag of joined.tags.filter((id) => !current.tags.includes(id)))
    for (const side of sides.papers) {
      side.tags = side.tags.filter((id) => id !== tag);
      side.stamps[`tag:${tag}`] = stamp;
    }
}

/**
 * The texts of the joined note that are as they were stay with their papers; one that was changed goes where
 * it came from, what was added to the side that it was written at.
 */
function splitNote(sides: Sides, joined: PaperRecord, current: PaperRecord, stamp: Stamp): void {
  const [parts, now] = [noteParts(noteText(joined.note)), noteParts(noteText(current.note))];
  const gone = parts.filter((part) => !now.includes(part));
  const added = now.filter((part) => !parts.includes(part));
  const edit = (side: PaperRecord, text: string): void => {
    if (text !== noteText(side.note)) side.note = editNote(side.note, text, stamp);
  };
  for (const [index, part] of gone.entries())
    for (const side of sides.papers) {
      const text = changePart(noteText(side.note), part, added[index] ?? '');
      if (text !== null) edit(side, text);
    }
  const first = sides.of('note');
  for (const part of added.slice(gone.length)) edit(first, keepBoth(noteText(first.note), part));
}

/** What pages told of the paper since: keys, links and places go where the keys are. */
function splitPlaces(sides: Sides, joined: PaperRecord, current: PaperRecord): void {
  const main = sides.papers.find(({ id }) => id === current.id) ?? sides.papers[0];
  if (!main) return;
  const isNew = <T>(list: T[]) => {
    const known = new Set(list.map((item) => JSON.stringify(item)));
    return (item: T) => !known.has(JSON.stringify(item));
  };
  main.aliases = [...main.aliases, ...current.aliases.filter(isNew(joined.aliases))].toSorted();
  main.keys = strongestFirst([...main.keys, ...current.keys.filter(isNew(joined.keys))]);
  main.links = mergeLinks(main.links, current.links.filter(isNew(joined.links)));
  main.listings = mergeListings(main.listings, current.listings.filter(isNew(joined.listings)));
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
