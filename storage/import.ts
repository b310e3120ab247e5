import { deviceOf, type Stamp } from '@/domain/clock';
import { paperRecords, tagRecord } from '@/domain/export/convert';
import type { GlossDocument } from '@/domain/export/schema';
import type { Admitted } from '@/domain/import/incoming';
import type { ImportReport } from '@/domain/library';
import { mergeExtra, mergeShared, mergeSightings, mergeTags } from '@/domain/merge';
import type { SharedRecord, SightingRecord, TagRecord } from '@/domain/record';
import { type Environment, observe, tick } from './clock';
import type { GlossDatabase } from './db';
import { type ImportStep, mergePapersOf } from './import-papers';
import { dropImport, keepPage, stagedPage } from './staging';

/** Sections of files that this version does not know are kept under this setting. */
export const EXTRA = 'extra';

/** What is told of an import while it runs; `isCancelled` is asked between pages. */
export interface ImportWatch {
  progress: (papers: number) => void;
  isCancelled: () => boolean;
}

/** Thrown within the transaction to leave the library as it was. */
export class Cancelled extends Error {}

type ItemOf<K extends Admitted['kind']> = Extract<Admitted, { kind: K }>['value'];

const ofKind = <K extends Admitted['kind']>(items: readonly Admitted[], kind: K): ItemOf<K>[] =>
  items.flatMap((item) => (item.kind === kind ? [item.value as ItemOf<K>] : []));

/** Tags of the file, merged with those that are there; one that it brings can be taken away again. */
async function mergeAllTags(db: GlossDatabase, tags: TagRecord[], step: ImportStep): Promise<void> {
  const known = await db.tags.bulkGet(tags.map(({ id }) => id));
  const made = tags.filter((tag, index) => !tag.removed && known[index]?.removed !== false);
  await db.journal.bulkAdd(
    made.map(({ id, name, colour }) => ({
      ...step,
      device: deviceOf(step.stamp),
      origin: 'import',
      undoable: 1,
      field: 'tags',
      paperId: '',
      item: id,
      before: { removed: true },
      after: { removed: false, name, colour },
    })),
  );
  await db.tags.bulkPut(merged(tags, known, mergeTags));
}

/** New records, each merged with the known one in its place. */
const merged = <T>(records: T[], known: (T | undefined)[], merge: (a: T, b: T) => T): T[] =>
  records.map((record, index) => {
    const other = known[index];
    return other === undefined ? record : merge(other, record);
  });

/** The last of each name, so that a bulk write has each once. */
const once = <T>(records: T[], name: (record: T) => string, merge: (a: T, b: T) => T): T[] => {
  const byName = new Map<string, T>();
  for (const record of records) {
    const known = byName.get(name(record));
    byName.set(name(record), known === undefined ? record : merge(known, record));
  }
  return [...byName.values()];
};

async function mergeAllShared(db: GlossDatabase, shared: SharedRecord[]): Promise<void> {
  const known = await db.shared.bulkGet(shared.map(({ key }) => key));
  await db.shared.bulkPut(merged(shared, known, mergeShared));
}

const joinSightings = (a: SightingRecord, b: SightingRecord): SightingRecord => ({
  key: a.key,
  ...mergeSightings(a, b),
});

async function mergeAllSightings(db: GlossDatabase, sightings: SightingRecord[]): Promise<void> {
  const known = await db.sightings.bulkGet(sightings.map(({ key }) => key));
  await db.sightings.bulkPut(merged(sightings, known, joinSightings));
}

/** Sections of a newer version, beside those that are kept already. */
async function keepSections(db: GlossDatabase, items: readonly Admitted[]): Promise<void> {
  const sections = items.flatMap(({ kind, place, value }) =>
    kind === 'section' ? [[place, value] as const] : [],
  );
  if (sections.length === 0) return;
  const known = (await db.settings.get(EXTRA))?.value;
  const { extra } = mergeExtra(
    known as Record<string, unknown> | undefined,
    Object.fromEntries(sections),
  );
  await db.settings.put({ key: EXTRA, value: extra });
}

/** Merges some items into the library; returns the ids of the papers that changed. Needs the import's transaction. */
async function mergeItems(
  db: GlossDatabase,
  items: readonly Admitted[],
  step: ImportStep,
): Promise<{ changed: string[]; new: number; merged: number }> {
  const tags = once(ofKind(items, 'tag').map(tagRecord), ({ id }) => id, mergeTags);
  if (tags.length > 0) await mergeAllTags(db, tags, step);
  const shared = ofKind(items, 'shared').map(({ key, value, stamp }) => ({ key, value, stamp }));
  if (shared.length > 0)
    await mergeAllShared(
      db,
      once(shared, ({ key }) => key, mergeShared),
    );
  const sightings = ofKind(items, 'sighting').map(({ key, site, firstAt, lastAt, count }) => ({
    key,
    site,
    firstAt,
    lastAt,
    count,
  }));
  if (sightings.length > 0)
    await mergeAllSightings(
      db,
      once(sightings, ({ key }) => key, joinSightings),
    );
  await keepSections(db, items);
  return mergePapersOf(db, ofKind(items, 'paper').map(paperRecords), step);
}

const tablesOf = (db: GlossDatabase) => [
  db.papers,
  db.highlights,
  db.tags,
  db.journal,
  db.settings,
  db.shared,
  db.sightings,
  db.staged,
];

/** Papers whose ids an import tells; of more it only says how many. */
const MOST_TOLD = 500;

/** Imports pages within a transaction. The step is later than all that the file says: undoing it tells what was written since by that. */
async function importPages(
  db: GlossDatabase,
  env: Environment,
  { id, opId }: { id: string; opId: string },
  watch: ImportWatch,
): Promise<{ report: ImportReport; changed: string[] }> {
  let newest: Stamp = '';
  for (let at = 0, page = await stagedPage(db, id, at); page; page = await stagedPage(db, id, ++at))
    if (page.newest > newest) newest = page.newest;
  await observe(db, newest === '' ? [] : [newest]);
  const step = { opId, stamp: await tick(db, env), at: env.now() };
  const report: ImportReport = { new: 0, merged: 0, rejected: 0 };
  const changed: string[] = [];
  let written = 0;
  for (
    let at = 0, page = await stagedPage(db, id, at);
    page;
    page = await stagedPage(db, id, ++at)
  ) {
    const { items, papers } = page;
    if (watch.isCancelled()) throw new Cancelled('The import was cancelled.');
    const done = await mergeItems(db, items, step);
    report.new += done.new;
    report.merged += done.merged;
    report.rejected += ofKind(items, 'rejected').length;
    if (changed.length <= MOST_TOLD) changed.push(...done.changed);
    watch.progress((written += papers));
  }
  return { report, changed };
}

const UNWATCHED: ImportWatch = { progress: () => undefined, isCancelled: () => false };

/**
 * Adds what was staged to the library in one transaction: all of it or nothing. Importing it again changes
 * nothing. Fails (`Cancelled`) where it was cancelled; the library is as it was.
 */
export async function applyImport(
  db: GlossDatabase,
  env: Environment,
  { id, opId }: { id: string; opId: string },
  watch: ImportWatch = UNWATCHED,
): Promise<{ report: ImportReport; changed: string[] }> {
  // The function itself must be async: Dexie goes by that.
  const done = await db.transaction('rw', tablesOf(db), async () =>
    importPages(db, env, { id, opId }, watch),
  );
  await dropImport(db);
  return done;
}

const PAGE = 500;

/** Adds a document that is in memory, such as a backup, as `applyImport` does. */
export async function importDocument(
  db: GlossDatabase,
  env: Environment,
  { tags = [], shared = [], papers, sightings = [], ...head }: GlossDocument,
  opId = env.newId(),
): Promise<{ report: ImportReport; changed: string[] }> {
  const sections = Object.entries(head).filter(([name]) => !HEAD.has(name));
  const items: Admitted[] = [
    ...tags.map((value) => ({ kind: 'tag' as const, place: '', value })),
    ...shared.map((value) => ({ kind: 'shared' as const, place: '', value })),
    ...papers.map((value) => ({ kind: 'paper' as const, place: '', value })),
    ...sightings.map((value) => ({ kind: 'sighting' as const, place: '', value })),
    ...sections.map(([place, value]) => ({ kind: 'section' as const, place, value })),
  ];
  const id = env.newId();
  for (let page = 0; page === 0 || page * PAGE < items.length; page++)
    await keepPage(db, id, page, items.slice(page * PAGE, (page + 1) * PAGE));
  return applyImport(db, env, { id, opId });
}

const HEAD = new Set(['format', 'version', 'minReader']);
