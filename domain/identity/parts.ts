import { isSame, mergeExtra, mergeLinks, mergeListings, mergePapers, settle } from './merge';
import { compareKeys, strongestFirst } from './paper-key';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';

/*
 * What a paper is made of. Each record that some machine made is kept as it is, under its id, and merged with
 * nothing but itself as other machines have it; which of them are one paper follows from all that are known
 * (`import/shelf.ts`), and is worked out again when more are. So it doesn't count who met whom first.
 */

export const byStrength = (a: { id: string }, b: { id: string }): number => compareKeys(a.id, b.id);

/** All names by which records are known: ids, older ids and keys. */
export const namesIn = (records: readonly PartRecord[]): string[] => [
  ...new Set(records.flatMap(({ id, aliases, keys }) => [id, ...aliases, ...keys])),
];

/** What records of one paper make together; at least one is needed. */
export const wholeOf = (parts: readonly PartRecord[]): PartRecord =>
  parts.reduce((a, b) => mergePapers(a, b));

/** The records that a paper is made of; what was done to the paper is done to the one that has its id. */
export function partsOf({ parts, claims = [], ...whole }: PaperRecord): PartRecord[] {
  const all = { ...whole, keys: strongestFirst([...whole.keys, ...claims]) };
  if (!parts || parts.length === 0) return [all];
  if (!parts.some(({ id }) => id === whole.id)) return [all, ...parts].toSorted(byStrength);
  const made = wholeOf(parts);
  if (!isEdited(made, whole)) return parts;
  return parts.map((part) => (part.id === whole.id ? withEdits(part, made, whole) : part));
}

/** Whether a paper is more than what its parts make. Names may have gone to another paper; tools that don't say when a paper was changed leave that to whoever reads. */
function isEdited(made: PartRecord, whole: PartRecord): boolean {
  const bare = { aliases: [], keys: [], updatedAt: 0 };
  return (
    !isSame({ ...made, ...bare }, { ...whole, ...bare }) ||
    added(made.aliases, whole.aliases).length > 0 ||
    added(made.keys, whole.keys).length > 0
  );
}

const added = <T>(before: readonly T[], after: readonly T[]): T[] => {
  const known = new Set(before.map((item) => JSON.stringify(item)));
  return after.filter((item) => !known.has(JSON.stringify(item)));
};

/** A part with what the whole has otherwise than its parts make it. */
function withEdits(part: PartRecord, made: PartRecord, whole: PartRecord): PartRecord {
  const pick = <K extends keyof PartRecord>(name: K): PartRecord[K] =>
    isSame(made[name], whole[name]) ? part[name] : whole[name];
  const isSet = (name: string): boolean => made.stamps[name] !== whole.stamps[name];
  const decided = ['status', 'savedAt'] as const;
  const hasDecided = isSet('status') || decided.some((name) => made[name] !== whole[name]);
  const { status, savedAt } = hasDecided ? whole : part;
  const stamps = Object.entries(whole.stamps).filter(([name]) => isSet(name));
  const apart = marked('apart', part.apart ?? [], made.apart ?? [], whole.apart ?? [], isSet);
  const { erased: _erased, apart: _apart, ...rest } = part;
  return settle({
    ...rest,
    aliases: [...new Set([...part.aliases, ...added(made.aliases, whole.aliases)])].toSorted(),
    keys: strongestFirst([...part.keys, ...added(made.keys, whole.keys)]),
    title: pick('title'),
    authors: pick('authors'),
    abstract: pick('abstract'),
    links: mergeLinks(part.links, added(made.links, whole.links)),
    listings: mergeListings(part.listings, added(made.listings, whole.listings)),
    status,
    savedAt,
    tags: marked('tag', part.tags, made.tags, whole.tags, isSet),
    note: pick('note'),
    removed: isSet('removed') ? whole.removed : part.removed,
    ...(whole.erased ? { erased: true } : {}),
    ...(apart.length > 0 ? { apart } : {}),
    stamps: { ...part.stamps, ...Object.fromEntries(stamps) },
    createdAt: Math.min(part.createdAt, whole.createdAt),
    updatedAt: whole.updatedAt,
    ...mergeExtra(part.extra, isSame(made.extra, whole.extra) ? undefined : whole.extra),
  });
}

/** Tags of a part, or papers it is kept apart from, with those that were set or taken off in the whole. */
function marked(
  name: string,
  part: readonly string[],
  made: readonly string[],
  whole: readonly string[],
  isSet: (stamp: string) => boolean,
): string[] {
  const isChanged = (id: string): boolean =>
    isSet(`${name}:${id}`) || made.includes(id) !== whole.includes(id);
  return [
    ...new Set([...part.filter((id) => !isChanged(id)), ...whole.filter((id) => isChanged(id))]),
  ].toSorted();
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
  const claims = strongestFirst(namesIn(parts).filter((name) => !own.has(name)));
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
