import { paperRecords, tagRecord } from '@/domain/export/convert';
import type { Admitted } from '@/domain/import/incoming';
import type { ImportReport } from '@/domain/library';
import { LIMITS } from '@/domain/limits';
import { type Environment, observe, tick } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { type Local, readLocal, writeLocal } from '@/storage/local';
import { mergePapersOf, Namesakes } from './papers';
import {
  mergeAllSections,
  mergeAllShared,
  mergeAllSightings,
  mergeAllTags,
  ofKind,
  sectionsIn,
  sharedIn,
} from './others';
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

/** What some items did to the library: papers that are new and merged, what was left out, and what else a person sees changed. */
type Done = Required<ImportReport>;

/** Merges some items into the library as part of a step. */
async function mergeItems(
  step: Step,
  items: readonly Admitted[],
  { namesakes, room }: { namesakes: Namesakes; room: number },
): Promise<Done> {
  const tags = await mergeAllTags(step, ofKind(items, 'tag').map(tagRecord));
  const shared = await mergeAllShared(step, sharedIn(items));
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
  const { changed, left } = await mergeAllSections(step, sectionsIn(items), room);
  const papers = await mergePapersOf(step, ofKind(items, 'paper').map(paperRecords), namesakes);
  return {
    ...papers,
    rejected: ofKind(items, 'rejected').length + left.length,
    others: tags + shared + changed.length,
  };
}

/** What to import, and as which step. */
export interface ImportAsk {
  id: string;
  opId: string;
  /** Weight of all sections of newer versions together; a backup's are never too many. */
  room?: number;
}

/** Imports pages within a transaction. */
export async function importPages(
  db: GlossDatabase,
  env: Environment,
  { id, opId, room = LIMITS.sections }: ImportAsk,
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
  let [written, others] = [0, 0];
  for (
    let at = 0, page = await stagedPage(db, id, at);
    page;
    page = await stagedPage(db, id, ++at)
  ) {
    const { items, papers } = page;
    if (watch.isCancelled()) throw new Cancelled('The import was cancelled.');
    const done = await mergeItems(step, items, { namesakes, room });
    report.new += done.new;
    report.merged += done.merged;
    report.rejected += done.rejected;
    others += done.others;
    await step.writeSlice();
    watch.progress((written += papers));
  }
  if (others > 0) report.others = others;
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
  ask: ImportAsk,
  watch: ImportWatch = UNWATCHED,
): Promise<{ report: ImportReport; changed: string[] }> {
  // The function itself must be async: Dexie looks at that.
  const done = await db.transaction('rw', [...tablesOf(db), db.staged], async () =>
    importPages(db, env, ask, watch),
  );
  await dropImport(db, ask.id);
  return done;
}
