import type { BackupPreview } from '@/domain/backup';
import { restamped } from '@/domain/restamped';
import type { PaperDocument } from '@/domain/export/schema';
import type { Admitted } from '@/domain/import/incoming';
import type { ImportReport } from '@/domain/library';
import { isSame } from '@/domain/same';
import { after, latest, type Stamp } from '@/domain/paper/clock';
import { latestStamp } from '@/domain/paper/record';
import { type Environment, takeNewName, tick } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { dropLocal } from '@/storage/local';
import { exportById } from '@/storage/read/export';
import {
  applyImport,
  Cancelled,
  importPages,
  type ImportWatch,
  receiptOf,
} from '@/storage/import/import';
import { forgetSteps } from '@/storage/steps/journal';
import { dropImport, keepPage } from '@/storage/import/staging';
import type { BackupDatabase, BackupRow } from './db';
import { headOf, papersOf, sightingsOf, wholeBackup } from './read';
import { backUpNow, remove } from './write';

/*
 * A backup on its way back. Part by part it is laid beside the library (`storage/import/staging.ts`), and goes in as an
 * import does: in one transaction, all of it or nothing. A worker that is stopped midway leaves the library as it
 * was, and the next one begins anew.
 */

/** What to restore; done again under one `opId` it is done once. */
export interface RestoreAsk {
  opId: string;
  id: string;
}

/** How far it is, 0 to 1; `isCancelled` is asked between parts. */
export interface RestoreWatch {
  progress: (part: number) => void;
  isCancelled: () => boolean;
}

/** How a library is replaced. */
export interface Replacing {
  /** Whether sightings stay, beside those of the backup. */
  keepsSightings?: boolean;
  /** Is done in the transaction that replaces it: with it, or not at all. */
  committing?: () => PromiseLike<unknown>;
}

const UNWATCHED: RestoreWatch = { progress: () => undefined, isCancelled: () => false };

/** A stretch of the way as a way of its own. */
const within = (
  { progress, isCancelled }: RestoreWatch,
  from: number,
  to: number,
): RestoreWatch => ({
  progress: (part) => progress(from + (to - from) * Math.min(1, part)),
  isCancelled,
});

function stopIfCancelled({ isCancelled }: RestoreWatch): void {
  if (isCancelled()) throw new Cancelled('It was cancelled.');
}

/** A paper of a backup, what the library has of it now, and in which paper it has each of its records. */
interface Compared {
  old: PaperDocument;
  now: PaperDocument | undefined;
  ofRecord: (id: string) => PaperDocument | undefined;
}

const recordIds = ({ id, parts = [] }: PaperDocument): string[] => [
  ...new Set([id, ...parts.map((part) => part.id)]),
];

/** The papers of a backup with what the library has of each now. */
async function* compared(
  db: GlossDatabase,
  backups: BackupDatabase,
  row: BackupRow,
): AsyncGenerator<Compared[]> {
  for await (const papers of papersOf(backups, row)) {
    const found = await exportById(db, papers.flatMap(recordIds));
    const now = new Map(found.map((paper) => [paper.id, paper]));
    const byRecord = new Map(
      found.flatMap((paper) =>
        [...paper.aliases, ...recordIds(paper)].map((id) => [id, paper] as const),
      ),
    );
    const ofRecord = (id: string): PaperDocument | undefined => now.get(id) ?? byRecord.get(id);
    yield papers.map((old) => ({ old, now: now.get(old.id), ofRecord }));
  }
}

/** A paper of a backup in which those of its records count as written now that the library has in the trash. */
function broughtBack({ old, ofRecord }: Compared, stamp: Stamp): PaperDocument {
  const removed = recordIds(old).flatMap((id) => {
    const paper = ofRecord(id);
    return paper?.removed ? paper : [];
  });
  if (old.removed || removed.length === 0) return old;
  const newest = removed.reduce<Stamp | null>((last, one) => latest(last, latestStamp(one)), null);
  return restamped(old, after(newest, stamp), (id) => ofRecord(id)?.removed === true);
}

/** What restoring would change. Fails (`Broken`) where the backup can't be read. */
export async function previewBackup(
  db: GlossDatabase,
  backups: BackupDatabase,
  id: string,
): Promise<BackupPreview> {
  const row = await wholeBackup(backups, id);
  const counts = { papers: 0, missing: 0, deleted: 0, changed: 0 };
  let shared = 0;
  for await (const papers of compared(db, backups, row))
    for (const { old, now } of papers) {
      if (now) shared += 1;
      if (old.removed) continue;
      counts.papers += 1;
      if (!now) counts.missing += 1;
      else if (now.removed) counts.deleted += 1;
      else if (!isSame({ ...old, updatedAt: 0 }, { ...now, updatedAt: 0 })) counts.changed += 1;
    }
  await headOf(backups, row);
  for await (const _ of sightingsOf(backups, row));
  return { ...counts, onlyHere: Math.max(0, (await db.papers.count()) - shared) };
}

type Papers = AsyncIterable<PaperDocument[]>;

/** All that a backup holds as items of an import, tags first. */
async function* itemsOf(
  backups: BackupDatabase,
  row: BackupRow,
  papers: Papers,
): AsyncGenerator<Admitted[]> {
  const as = (kind: Admitted['kind'], value: unknown, place = ''): Admitted =>
    ({ kind, place, value }) as Admitted;
  const { tags, shared, extra = {} } = await headOf(backups, row);
  yield [
    ...tags.map((tag) => as('tag', tag)),
    ...shared.map((one) => as('shared', one)),
    ...Object.entries(extra).map(([place, value]) => as('section', value, place)),
  ];
  for await (const slice of papers) yield slice.map((paper) => as('paper', paper));
  for await (const slice of sightingsOf(backups, row))
    yield slice.map((sighting) => as('sighting', sighting));
}

/** Lays a backup beside the library. Fails (`Broken`, `Cancelled`) with nothing of it left there. */
async function stageBackup(
  db: GlossDatabase,
  env: Environment,
  id: string,
  items: AsyncIterable<Admitted[]>,
  watch: RestoreWatch & { parts: number },
): Promise<void> {
  await dropImport(db, id);
  try {
    let page = 0;
    for await (const slice of items) {
      stopIfCancelled(watch);
      await keepPage(db, env.now(), { id, page, items: slice });
      watch.progress((page += 1) / watch.parts);
    }
  } catch (error) {
    await dropImport(db, id);
    throw error;
  }
}

/** The watch of an import of so many papers. */
const overPapers = ({ progress, isCancelled }: RestoreWatch, papers: number): ImportWatch => ({
  progress: (written) => progress(written / Math.max(1, papers)),
  isCancelled,
});

/** Restores a backup once: the same ask again is answered with the report of the first. */
async function once(
  db: GlossDatabase,
  backups: BackupDatabase,
  { opId, id }: RestoreAsk,
  restore: (row: BackupRow) => Promise<ImportReport>,
): Promise<ImportReport> {
  const done = await receiptOf(db, opId);
  return done ?? restore(await wholeBackup(backups, id));
}

/**
 * Brings back what a backup has and the library has not, as one step that can be undone: papers that are gone
 * or were deleted since, and what was written of the others. What was changed since stays. Fails as
 * `wholeBackup` does, and (`Cancelled`) where it was cancelled; the library is as it was.
 */
export const mergeBackup = (
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  ask: RestoreAsk,
  watch = UNWATCHED,
): Promise<ImportReport> =>
  once(db, backups, ask, async (row) => {
    const { opId } = ask;
    const stamp = await db.transaction('rw', db.settings, () => tick(db, env));
    async function* brought(): Papers {
      for await (const papers of compared(db, backups, row))
        yield papers.map((one) => broughtBack(one, stamp));
    }
    const reading = { ...within(watch, 0, 0.3), parts: row.parts };
    await stageBackup(db, env, opId, itemsOf(backups, row, brought()), reading);
    const writing = overPapers(within(watch, 0.3, 1), row.papers);
    return (
      await applyStaged(db, opId, () =>
        applyImport(db, env, { id: opId, opId, room: Number.POSITIVE_INFINITY }, writing),
      )
    ).report;
  });

/** Runs `apply` on the staged pages and always drops them afterwards. */
async function applyStaged<T>(db: GlossDatabase, id: string, apply: () => Promise<T>): Promise<T> {
  try {
    return await apply();
  } finally {
    await dropImport(db, id);
  }
}

/**
 * Makes the library what it was at a backup, all of it or nothing; what it is now is backed up first. Steps of
 * before can't be undone after that: the backup is the way back. Fails as `mergeBackup` does.
 */
export const replaceByBackup = (
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  ask: RestoreAsk,
  watch = UNWATCHED,
  how: Replacing = {},
): Promise<ImportReport> =>
  once(db, backups, ask, async (row) => {
    const { opId } = ask;
    const reading = { ...within(watch, 0, 0.2), parts: row.parts };
    await stageBackup(db, env, opId, itemsOf(backups, row, papersOf(backups, row)), reading);
    return applyStaged(db, opId, async () => {
      const [saving, writing] = [within(watch, 0.2, 0.5), within(watch, 0.5, 1)];
      const all = await db.papers.count();
      const before = await backUpNow(db, backups, env, 'safety', {
        id: `before-${opId}`,
        written: (papers) => {
          stopIfCancelled(watch);
          saving.progress(papers / Math.max(1, all));
        },
      });
      try {
        const over = overPapers(writing, row.papers);
        return await db.transaction('rw', db.tables, async () => {
          const report = await replaceAll(db, env, opId, over, how.keepsSightings);
          await how.committing?.();
          return report;
        });
      } catch (error) {
        await remove(backups, [before]);
        throw error;
      }
    });
  });

/** Puts what was staged in place of all that is there. Needs a transaction over all tables. */
async function replaceAll(
  db: GlossDatabase,
  env: Environment,
  opId: string,
  watch: ImportWatch,
  keepsSightings = false,
): Promise<ImportReport> {
  for (const table of [db.papers, db.highlights, db.tags, db.shared]) await table.clear();
  await dropLocal(db, 'extra');
  if (!keepsSightings) await db.sightings.clear();
  const { report } = await importPages(
    db,
    env,
    { id: opId, opId, room: Number.POSITIVE_INFINITY },
    watch,
  );
  await forgetSteps(db);
  await takeNewName(db);
  return report;
}
