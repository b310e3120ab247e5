import { deviceOf } from '@/domain/paper/clock';
import { isSame } from '@/domain/same';
import { mergeShared, mergeSightings, mergeTags } from '@/domain/identity/merge';
import type { SharedRecord, SightingRecord, TagRecord } from '@/domain/paper/record';
import type { GlossDatabase } from '@/storage/db';
import type { ImportStep } from './papers';
import type { JournalEntry, TagPatch } from '@/storage/rows';

/*
 * What a file brings beside papers: tags, values that travel with the library, sightings. Each function needs
 * the import's transaction, and leaves journal entries by which all of it is taken back.
 */

/** A record of a file, and what the library has of it. */
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

/** What all journal entries of an import have in common that are about no paper. */
const entryOf = (step: ImportStep) => ({
  ...step,
  device: deviceOf(step.stamp),
  origin: 'import' as const,
  paperId: '',
});

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

export async function mergeAllTags(
  db: GlossDatabase,
  tags: TagRecord[],
  step: ImportStep,
): Promise<void> {
  if (tags.length === 0) return;
  const met = await meet(
    tags,
    ({ id }) => id,
    mergeTags,
    (ids) => db.tags.bulkGet(ids),
  );
  await db.journal.bulkAdd(
    met.flatMap((one): Omit<JournalEntry, 'seq'>[] => {
      const change = tagChange(one);
      return change ? [{ ...entryOf(step), field: 'tags', item: one.after.id, ...change }] : [];
    }),
  );
  await db.tags.bulkPut(met.map(({ after }) => after));
}

export async function mergeAllShared(
  db: GlossDatabase,
  shared: SharedRecord[],
  step: ImportStep,
): Promise<void> {
  if (shared.length === 0) return;
  const met = await meet(
    shared,
    ({ key }) => key,
    mergeShared,
    (keys) => db.shared.bulkGet(keys),
  );
  await db.journal.bulkAdd(
    met.map(({ before, after }) => ({
      ...entryOf(step),
      field: 'shared',
      item: after.key,
      before: before?.value ?? null,
      after: after.value,
    })),
  );
  await db.shared.bulkPut(met.map(({ after }) => after));
}

export async function mergeAllSightings(
  db: GlossDatabase,
  sightings: SightingRecord[],
  step: ImportStep,
): Promise<void> {
  if (sightings.length === 0) return;
  const met = await meet(
    sightings,
    ({ key }) => key,
    joinSightings,
    (keys) => db.sightings.bulkGet(keys),
  );
  if (met.length === 0) return;
  await db.sightings.bulkPut(met.map(({ after }) => after));
  await db.journal.add({
    ...entryOf(step),
    field: 'seen',
    item: '',
    before: met.map(({ before, after }) => before ?? { key: after.key }),
    after: met.map(({ after }) => after),
  });
}
