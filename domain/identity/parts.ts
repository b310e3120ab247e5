import {
  markedProperties,
  markStamp,
  marksOf,
  type MarkedName,
  stampedProperties,
} from '@/domain/paper/fields';
import { added, isSame } from '@/domain/same';
import { editKnown } from './known';
import { editExtra } from './extra';
import { mergePapers, settle } from './merge';
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

/** What records of one paper make together; at least one is needed. */
export const wholeOf = (parts: readonly PartRecord[]): PartRecord =>
  parts.reduce((a, b) => mergePapers(a, b));

/** The records that a paper is made of. Edits of the paper belong to the record that has its id. */
export function partsOf({ parts, claims = [], ...whole }: PaperRecord): PartRecord[] {
  const all = { ...whole, keys: strongestFirst([...whole.keys, ...claims]) };
  if (!parts || parts.length === 0) return [all];
  if (!parts.some(({ id }) => id === whole.id)) return [all, ...parts].toSorted(byStrength);
  const made = wholeOf(parts);
  if (!isEdited(made, whole)) return parts;
  return parts.map((part) => (part.id === whole.id ? withEdits(part, made, whole) : part));
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

/** Applies to one record the edits made to the whole paper since its records made it (`made`). */
function withEdits(part: PartRecord, made: PartRecord, whole: PartRecord): PartRecord {
  const isSet = (stamp: string): boolean => made.stamps[stamp] !== whole.stamps[stamp];
  const stamps = Object.entries(whole.stamps).filter(([stamp]) => isSet(stamp));
  return settle({
    id: part.id,
    aliases: [...new Set([...part.aliases, ...added(made.aliases, whole.aliases)])].toSorted(),
    keys: strongestFirst([...part.keys, ...added(made.keys, whole.keys)]),
    ...editKnown(part, made, whole),
    ...stampedProperties((row, name) => {
      const isKept = !isSet(name) && isSame(row.read(made), row.read(whole));
      return row.read(isKept ? part : whole);
    }),
    ...markedProperties((name) => editedMarks(name, part, made, whole, isSet)),
    note: isSame(made.note, whole.note) ? part.note : whole.note,
    ...(whole.erased ? { erased: true } : {}),
    stamps: { ...part.stamps, ...Object.fromEntries(stamps) },
    createdAt: Math.min(part.createdAt, whole.createdAt),
    updatedAt: whole.updatedAt,
    ...editExtra(part, made, whole),
  });
}

/** Marks of a record with those that were set or taken off in the whole paper. */
function editedMarks(
  name: MarkedName,
  part: PartRecord,
  made: PartRecord,
  whole: PartRecord,
  isSet: (stamp: string) => boolean,
): string[] {
  const isChanged = (id: string): boolean =>
    isSet(markStamp(name, id)) ||
    marksOf(made, name).includes(id) !== marksOf(whole, name).includes(id);
  return [
    ...marksOf(part, name).filter((id) => !isChanged(id)),
    ...marksOf(whole, name).filter(isChanged),
  ];
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

/** A paper to which something was done, with its parts as that makes them. */
export function resettled(paper: PaperRecord): PaperRecord {
  if (!paper.parts) return paper;
  const own = new Set([paper.id, ...paper.aliases, ...paper.keys]);
  return paperOf(partsOf(paper), (name) => own.has(name));
}
