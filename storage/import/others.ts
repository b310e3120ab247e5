import { isSame } from '@/domain/same';
import { mergeShared, mergeSightings, mergeTags } from '@/domain/identity/merge';
import type { SharedRecord, SightingRecord, TagRecord } from '@/domain/paper/record';
import type { TagPatch } from '@/storage/rows';
import type { Step } from '@/storage/steps/step';

/*
 * What a file brings beside papers: tags, values that travel with the library, sightings. Each function
 * leaves journal entries by which all of it is taken back.
 */

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

/** Merges a file's tags into the library as part of a step. */
export async function mergeAllTags(step: Step, tags: TagRecord[]): Promise<void> {
  const met = await meet(
    tags,
    ({ id }) => id,
    mergeTags,
    (ids) => step.db.tags.bulkGet(ids),
  );
  for (const one of met) {
    const change = tagChange(one);
    if (change) step.log({ field: 'tags', paperId: '', item: one.after.id, ...change });
    step.putTag(one.after);
  }
}

/** Merges values that travel with the library into it as part of a step. */
export async function mergeAllShared(step: Step, shared: SharedRecord[]): Promise<void> {
  const met = await meet(
    shared,
    ({ key }) => key,
    mergeShared,
    (keys) => step.db.shared.bulkGet(keys),
  );
  for (const { before, after } of met) {
    const [was, is] = [before?.value ?? null, after.value];
    step.log({ field: 'shared', paperId: '', item: after.key, before: was, after: is });
  }
  await step.db.shared.bulkPut(met.map(({ after }) => after));
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
