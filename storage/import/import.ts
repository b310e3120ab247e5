import { paperRecords, tagRecord } from '@/domain/export/convert';
import type { Admitted } from '@/domain/import/incoming';
import type { ImportReport } from '@/domain/library';
import { mergeExtra } from '@/domain/identity/extra';
import { type Environment, observe, tick } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { type Local, readLocal, writeLocal } from '@/storage/local';
import { mergePapersOf, Namesakes } from './papers';
import { mergeAllShared, mergeAllSightings, mergeAllTags } from './others';
import { dropImport, newestStaged, stagedPage } from './staging';
import { Step, tablesOf } from '@/storage/steps/step';

/** What is told of an import while it runs; `isCancelled` is asked between pages. */
export interface ImportWatch {
  progress: (papers: number) => void;
  isCancelled: () => boolean;
}

/** Thrown within the transaction to leave the library as it was. */
export class Cancelled extends Error {}

/** Thrown where nothing was staged, or too long ago. */
export class NotStaged extends Error {}

/** Imports that may wait for their answers at once: of tabs, and of a backup that is restored. */
const MOST_RECEIPTS = 10;

/** What an import did that is done already. */
export const receiptOf = async (
  db: GlossDatabase,
  opId: string,
): Promise<ImportReport | undefined> =>
  (await receiptsOf(db)).find((done) => done.opId === opId)?.report;

const receiptsOf = async (db: GlossDatabase): Promise<Local['imports']> =>
  (await readLocal(db, 'imports')) ?? [];

type ItemOf<K extends Admitted['kind']> = Extract<Admitted, { kind: K }>['value'];

const ofKind = <K extends Admitted['kind']>(items: readonly Admitted[], kind: K): ItemOf<K>[] =>
  items.flatMap((item) => (item.kind === kind ? [item.value as ItemOf<K>] : []));

/** Sections of a newer version, beside those that are kept already. */
async function keepSections(db: GlossDatabase, items: readonly Admitted[]): Promise<void> {
  const sections = items.flatMap(({ kind, place, value }) =>
    kind === 'section' ? [[place, value] as const] : [],
  );
  if (sections.length === 0) return;
  const known = await readLocal(db, 'extra');
  const { extra = {} } = mergeExtra(
    { extra: known ?? {}, stamps: {} },
    { extra: Object.fromEntries(sections), stamps: {} },
  );
  await writeLocal(db, 'extra', extra);
}

/** Merges some items into the library as part of a step; tells how many papers are new and how many merged. */
async function mergeItems(
  step: Step,
  items: readonly Admitted[],
  namesakes: Namesakes,
): Promise<{ new: number; merged: number }> {
  await mergeAllTags(step, ofKind(items, 'tag').map(tagRecord));
  await mergeAllShared(
    step,
    ofKind(items, 'shared').map(({ key, value, stamp }) => ({ key, value, stamp })),
  );
  await mergeAllSightings(
    step,
    ofKind(items, 'sighting').map(({ key, site, firstAt, lastAt, count }) => ({
      key,
      site,
      firstAt,
      lastAt,
      count,
    })),
  );
  await keepSections(step.db, items);
  const papers = ofKind(items, 'paper').map(paperRecords);
  return mergePapersOf(step, papers, namesakes);
}

/** Imports pages within a transaction. */
export async function importPages(
  db: GlossDatabase,
  env: Environment,
  { id, opId }: { id: string; opId: string },
  watch: ImportWatch,
): Promise<{ report: ImportReport; changed: string[] }> {
  const receipts = await receiptsOf(db);
  const known = await receiptOf(db, opId);
  if (known) return { report: known, changed: [] };
  if (!(await stagedPage(db, id, 0)))
    throw new NotStaged('What was read of the file is gone; choose it again.');
  const newest = await newestStaged(db, id);
  await observe(db, env, newest === '' ? [] : [newest]);
  // What a file says keeps its stamps: the step never rises above them.
  const step = new Step(db, opId, 'import', await tick(db, env), env.now(), false);
  const report: ImportReport = { new: 0, merged: 0, rejected: 0 };
  const namesakes = await Namesakes.of(db);
  let written = 0;
  for (
    let at = 0, page = await stagedPage(db, id, at);
    page;
    page = await stagedPage(db, id, ++at)
  ) {
    const { items, papers } = page;
    if (watch.isCancelled()) throw new Cancelled('The import was cancelled.');
    const done = await mergeItems(step, items, namesakes);
    report.new += done.new;
    report.merged += done.merged;
    report.rejected += ofKind(items, 'rejected').length;
    await step.writeSlice();
    watch.progress((written += papers));
  }
  await writeLocal(db, 'imports', [{ opId, report }, ...receipts].slice(0, MOST_RECEIPTS));
  return { report, changed: [...step.touched] };
}

const UNWATCHED: ImportWatch = { progress: () => undefined, isCancelled: () => false };

/**
 * Adds what was staged to the library in one transaction: all of it or nothing. Importing it again changes
 * nothing, and one that was done under this `opId` is not done again. Fails (`Cancelled`) where it was
 * cancelled, and (`NotStaged`) where nothing waits; the library is as it was.
 */
export async function applyImport(
  db: GlossDatabase,
  env: Environment,
  { id, opId }: { id: string; opId: string },
  watch: ImportWatch = UNWATCHED,
): Promise<{ report: ImportReport; changed: string[] }> {
  // The function itself must be async: Dexie looks at that.
  const done = await db.transaction('rw', [...tablesOf(db), db.staged], async () =>
    importPages(db, env, { id, opId }, watch),
  );
  await dropImport(db, id);
  return done;
}
