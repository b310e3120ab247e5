import { tagRecord } from '@/domain/export/convert';
import type { Admitted } from '@/domain/import/incoming';
import { type OtherChange, sectionChange, sharedChanges, tagChanges } from '@/domain/import/others';
import { mergeSections, type Sections } from '@/domain/import/sections';
import { isSame } from '@/domain/same';
import { mergeShared, mergeSightings, mergeTags } from '@/domain/identity/merge';
import type { SharedRecord, SightingRecord, TagRecord } from '@/domain/paper/record';
import type { GlossDatabase } from '@/storage/db';
import { readLocal, writeLocal } from '@/storage/local';
import type { TagPatch } from '@/storage/rows';
import type { Step } from '@/storage/steps/step';

/*
 * What a file brings beside papers: tags, values that travel with the library, sightings. Each function
 * leaves journal entries by which all of it is taken back.
 */

type ItemOf<K extends Admitted['kind']> = Extract<Admitted, { kind: K }>['value'];

/** The values of a kind among a file's items. */
export const ofKind = <K extends Admitted['kind']>(
  items: readonly Admitted[],
  kind: K,
): ItemOf<K>[] => items.flatMap((item) => (item.kind === kind ? [item.value as ItemOf<K>] : []));

/** The values that travel with the library among a file's items. */
export const sharedIn = (items: readonly Admitted[]): SharedRecord[] =>
  ofKind(items, 'shared').map(({ key, value, stamp }) => ({ key, value, stamp }));

/** Sections among a file's items. */
export const sectionsIn = (items: readonly Admitted[]): Sections =>
  Object.fromEntries(
    items.flatMap(({ kind, place, value }) => (kind === 'section' ? [[place, value]] : [])),
  );

/** A record of a file, and the library's own version. */
interface Met<T> {
  before: T | undefined;
  after: T;
}

/** New records, each once and merged with the known one of its name; those that change nothing are left out. */
async function meet<T>(
  records: readonly T[],
  name: (record: T) => string,
  merge: (a: T, b: T) => T,
  read: (names: string[]) => Promise<(T | undefined)[]>,
): Promise<Met<T>[]> {
  if (records.length === 0) return [];
  const byName = new Map<string, T>();
  for (const record of records) {
    const other = byName.get(name(record));
    byName.set(name(record), other === undefined ? record : merge(other, record));
  }
  const known = await read([...byName.keys()]);
  return [...byName.values()].flatMap((record, index) => {
    const before = known[index];
    const after = before === undefined ? record : merge(before, record);
    return before !== undefined && isSame(before, after) ? [] : [{ before, after }];
  });
}

const joinSightings = (a: SightingRecord, b: SightingRecord): SightingRecord => ({
  key: a.key,
  ...mergeSightings(a, b),
});

/** What a person sees of a tag. */
const seenOf = ({ name, colour, removed }: TagRecord): Required<TagPatch> => ({
  name,
  colour,
  removed,
});

/** What changed of a tag; one that was not there was removed. */
function tagChange({
  before,
  after,
}: Met<TagRecord>): { before: TagPatch; after: TagPatch } | null {
  if (!before) return after.removed ? null : { before: { removed: true }, after: seenOf(after) };
  const [was, is] = [seenOf(before), seenOf(after)];
  return isSame(was, is) ? null : { before: was, after: is };
}

const metTags = (db: GlossDatabase, tags: readonly TagRecord[]): Promise<Met<TagRecord>[]> =>
  meet(
    tags,
    ({ id }) => id,
    mergeTags,
    (ids) => db.tags.bulkGet(ids),
  );

const metShared = (
  db: GlossDatabase,
  shared: readonly SharedRecord[],
): Promise<Met<SharedRecord>[]> =>
  meet(
    shared,
    ({ key }) => key,
    mergeShared,
    (keys) => db.shared.bulkGet(keys),
  );

const toldOfTag = ({ before, after }: Met<TagRecord>): OtherChange[] => tagChanges(before, after);
const toldOfShared = ({ before, after }: Met<SharedRecord>): OtherChange[] =>
  sharedChanges(after.key, before?.value ?? null, after.value);

/** Merges a file's tags into the library as part of a step; says how many changes a person is told of. */
export async function mergeAllTags(step: Step, tags: TagRecord[]): Promise<number> {
  const met = await metTags(step.db, tags);
  for (const one of met) {
    const change = tagChange(one);
    if (change) step.log({ field: 'tags', paperId: '', item: one.after.id, ...change });
    step.putTag(one.after);
  }
  return met.flatMap(toldOfTag).length;
}

/** Merges values that travel with the library into it as part of a step; says how many changes a person is told of. */
export async function mergeAllShared(step: Step, shared: SharedRecord[]): Promise<number> {
  const met = await metShared(step.db, shared);
  for (const { before, after } of met) {
    const [was, is] = [before?.value ?? null, after.value];
    step.log({ field: 'shared', paperId: '', item: after.key, before: was, after: is });
  }
  await step.db.shared.bulkPut(met.map(({ after }) => after));
  return met.flatMap(toldOfShared).length;
}

/** Keeps sections of a newer version as part of a step; says which changed, and which there is no room for. */
export async function mergeAllSections(
  step: Step,
  brought: Sections,
  room: number,
): Promise<{ changed: string[]; left: string[] }> {
  if (Object.keys(brought).length === 0) return { changed: [], left: [] };
  const known = (await readLocal(step.db, 'extra')) ?? {};
  const { merged, changed, left } = mergeSections(known, brought, room);
  const of = (sections: Sections): Record<string, unknown> =>
    Object.fromEntries(Object.entries(sections).filter(([name]) => changed.includes(name)));
  if (changed.length > 0) {
    const [before, after] = [of(known), of(merged)];
    step.log({ field: 'sections', paperId: '', item: '', before, after });
    await writeLocal(step.db, 'extra', { ...merged });
  }
  return { changed, left };
}

/**
 * What some items of a file change beside papers, as a person sees it, and the sections that there is no room for;
 * `earlier` are the sections of the file's pages before. Nothing is written.
 */
export async function previewOthers(
  db: GlossDatabase,
  items: readonly Admitted[],
  earlier: Sections,
): Promise<{ others: OtherChange[]; left: string[] }> {
  const tags = await metTags(db, ofKind(items, 'tag').map(tagRecord));
  const shared = await metShared(db, sharedIn(items));
  const known = mergeSections((await readLocal(db, 'extra')) ?? {}, earlier).merged;
  const { changed, left } = mergeSections(known, sectionsIn(items));
  const others = [...tags.flatMap(toldOfTag), ...shared.flatMap(toldOfShared)];
  return { others: [...others, ...changed.map(sectionChange)], left };
}

/** Merges sightings into the library as part of a step. */
export async function mergeAllSightings(step: Step, sightings: SightingRecord[]): Promise<void> {
  const met = await meet(
    sightings,
    ({ key }) => key,
    joinSightings,
    (keys) => step.db.sightings.bulkGet(keys),
  );
  if (met.length === 0) return;
  await step.db.sightings.bulkPut(met.map(({ after }) => after));
  step.log({
    field: 'seen',
    paperId: '',
    item: '',
    before: met.map(({ before, after }) => before ?? { key: after.key }),
    after: met.map(({ after }) => after),
  });
}
