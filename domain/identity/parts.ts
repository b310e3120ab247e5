import {
  MARKED_NAMES,
  markedProperties,
  markStamp,
  marksOf,
  type MarkedName,
  putMarks,
  putStamped,
  STAMPED_NAMES,
  stampedProperties,
  stampedRow,
} from '@/domain/paper/fields';
import type { PaperKey } from '@/domain/paper/paper';
import { added, isSame } from '@/domain/same';
import { editKnown } from './known';
import { editExtra } from './extra';
import { settle } from './merge';
import { wholeOf } from './whole';
import { compareKeys, strongestFirst } from './paper-key';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';

/*
 * A paper keeps the records that it is made of. Each record keeps its id and merges only with other machines' copies
 * of itself. Which records form one paper is computed from all known records (`record-set.ts`), and again when more come,
 * so the order in which machines meet does not matter.
 */

/** Orders records by the strength of the key that is their id. */
export const byStrength = (a: { id: string }, b: { id: string }): number => compareKeys(a.id, b.id);

/** All names by which records are known: ids, older ids and keys. */
export const recordNames = (records: readonly PartRecord[]): string[] => [
  ...new Set(records.flatMap(({ id, aliases, keys }) => [id, ...aliases, ...keys])),
];

/**
 * The records that a paper is made of, with what was done to it since they made it. That belongs to the record whose
 * entry it was done at (`via`, a key), else to the one that has the paper's id.
 */
export function partsOf(paper: PaperRecord, via?: PaperKey): PartRecord[] {
  const { parts, claims = [], ...whole } = paper;
  const all = { ...whole, keys: strongestFirst([...whole.keys, ...claims]) };
  if (!parts || parts.length === 0) return [all];
  if (!parts.some(({ id }) => id === whole.id)) return [all, ...parts].toSorted(byStrength);
  const made = wholeOf(parts);
  if (!isEdited(made, whole)) return parts;
  const home = homeOf(paper, via);
  return parts.map((part) =>
    part.id === home ? withEdits(part, made, whole) : withSharedEdits(part, made, whole),
  );
}

/** The id of the record that something done at the entry of a key belongs to. */
export function homeOf({ id, parts = [] }: PaperRecord, via?: PaperKey): string {
  if (via === undefined || parts.some((part) => part.id === via)) return via ?? id;
  const named = parts.filter(({ keys }) => keys.includes(via));
  const [only] = named.length === 1 ? named : [];
  return only?.id ?? id;
}

/** Of an entry's keys the strongest that names one record alone; where none does, the strongest. */
export function viaOf(
  { parts = [] }: PaperRecord,
  keys: readonly PaperKey[],
): PaperKey | undefined {
  const ordered = strongestFirst(keys);
  const isOfOne = (key: PaperKey): boolean =>
    parts.filter((part) => part.id === key || part.keys.includes(key)).length === 1;
  return ordered.find(isOfOne) ?? ordered[0];
}

/** Whether a paper was edited since its parts made it. Lost names and a time of change alone are no edits. */
function isEdited(made: PartRecord, whole: PartRecord): boolean {
  const bare = { aliases: [], keys: [], updatedAt: 0 };
  return (
    !isSame({ ...made, ...bare }, { ...whole, ...bare }) ||
    added(made.aliases, whole.aliases).length > 0 ||
    added(made.keys, whole.keys).length > 0
  );
}

/**
 * Whether a field or a mark was set in the whole paper. Its stamp tells, not its value: a version that joins values by
 * other rules writes another value under the stamps of the records.
 */
const isSet = (made: PartRecord, whole: PartRecord, stamp: string): boolean =>
  made.stamps[stamp] !== whole.stamps[stamp];

/** Applies to one record the edits made to the whole paper since its records made it (`made`). */
function withEdits(part: PartRecord, made: PartRecord, whole: PartRecord): PartRecord {
  const stamps = Object.entries(whole.stamps).filter(([stamp]) => isSet(made, whole, stamp));
  return settle({
    id: part.id,
    aliases: [...new Set([...part.aliases, ...added(made.aliases, whole.aliases)])].toSorted(),
    keys: strongestFirst([...part.keys, ...added(made.keys, whole.keys)]),
    ...editKnown(part, made, whole),
    ...stampedProperties((row, name) => row.read(isSet(made, whole, name) ? whole : part)),
    ...markedProperties((name) => editedMarks(name, part, made, whole)),
    note: isSame(made.note, whole.note) ? part.note : whole.note,
    ...(whole.erased ? { erased: true } : {}),
    stamps: { ...part.stamps, ...Object.fromEntries(stamps) },
    createdAt: Math.min(part.createdAt, whole.createdAt),
    updatedAt: whole.updatedAt,
    ...editExtra(part, made, whole),
  });
}

/** Whether a mark was put on or taken off in the whole paper. */
const isMarked = (name: MarkedName, id: string, made: PartRecord, whole: PartRecord): boolean =>
  isSet(made, whole, markStamp(name, id));

/** Marks of a record with those that were set or taken off in the whole paper. */
const editedMarks = (
  name: MarkedName,
  part: PartRecord,
  made: PartRecord,
  whole: PartRecord,
): string[] => [
  ...marksOf(part, name).filter((id) => !isMarked(name, id, made, whole)),
  ...marksOf(whole, name).filter((id) => isMarked(name, id, made, whole)),
];

/**
 * Applies to one record those edits of the whole paper that are of all its records: a mark taken off, and a field such
 * as the removal, which no record may keep when the paper is taken apart.
 */
function withSharedEdits(part: PartRecord, made: PartRecord, whole: PartRecord): PartRecord {
  const edited = { ...part, stamps: { ...part.stamps } };
  const stampAs = (name: string): void => {
    const stamp = whole.stamps[name];
    if (stamp !== undefined) edited.stamps[name] = stamp;
  };
  for (const name of STAMPED_NAMES) {
    const row = stampedRow(name);
    if (row.splitsTo !== 'all' || !isSet(made, whole, name)) continue;
    putStamped(edited, name, row.read(whole));
    stampAs(name);
  }
  for (const name of MARKED_NAMES) {
    const off = marksOf(part, name).filter(
      (id) => isMarked(name, id, made, whole) && !marksOf(whole, name).includes(id),
    );
    if (off.length === 0) continue;
    putMarks(edited, name, added(off, marksOf(part, name)));
    for (const id of off) stampAs(markStamp(name, id));
  }
  return isSame(edited, part) ? part : settle({ ...edited, updatedAt: whole.updatedAt });
}

/** A paper of some records, with those of their names that are its own; others stay claims. */
export function paperOf(
  parts: readonly PartRecord[],
  isOwn: (name: string) => boolean,
): PaperRecord {
  const whole = wholeOf(parts);
  const keys = whole.keys.filter(isOwn);
  const aliases = whole.aliases.filter(isOwn);
  const own = new Set([whole.id, ...aliases, ...keys]);
  const claims = strongestFirst(recordNames(parts).filter((name) => !own.has(name)));
  return {
    ...whole,
    aliases,
    keys: keys.length > 0 ? keys : [whole.id],
    ...(claims.length > 0 ? { claims } : {}),
    ...(parts.length > 1 || aliases.length < whole.aliases.length
      ? { parts: parts.toSorted(byStrength) }
      : {}),
  };
}

/** A paper to which something was done at the entry of a key (`via`), with its parts as that makes them. */
export function resettled(paper: PaperRecord, via?: PaperKey): PaperRecord {
  if (!paper.parts) return paper;
  const own = new Set([paper.id, ...paper.aliases, ...paper.keys]);
  return paperOf(partsOf(paper, via), (name) => own.has(name));
}

/** A paper of which one record was changed by itself, whatever the others say. */
export function withPart(
  paper: PaperRecord,
  id: string,
  edit: (part: PartRecord) => void,
): PaperRecord {
  const own = new Set([paper.id, ...paper.aliases, ...paper.keys]);
  const parts = structuredClone(partsOf(paper));
  for (const part of parts) if (part.id === id) edit(part);
  return paperOf(parts, (name) => own.has(name));
}
