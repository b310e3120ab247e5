import { type BackupReason, expired, isDue, lastMadeFirst } from '@/domain/backup';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { exportById, exportHead, exportPapers, exportSightings } from '@/storage/read/export';
import { revisionOf } from '@/storage/told';
import { NO_PAPER } from '@/storage/revisions';
import { pack } from './compress';
import type { BackupDatabase, BackupPart, BackupRow } from './db';

/** Papers of one slice of changes. */
const CHANGES = 500;
/** A backup that was not finished for so long is begun anew, milliseconds. */
const STALE = 86_400_000;

/** What a slice adds to a backup. */
export interface Slice {
  kind: BackupPart['kind'];
  value: unknown;
  papers: number;
  next: Pick<BackupRow, 'phase' | 'after'>;
}

/** Papers that were written or deleted after a revision: a backup takes hours of a busy day, and must be of one moment. */
export async function changesAfter(db: GlossDatabase, rev: number) {
  const rows = await db.revisions.where('rev').above(rev).limit(CHANGES).toArray();
  const ids = rows.flatMap(({ id }) => (id === NO_PAPER ? [] : id));
  const papers = await exportById(db, ids);
  const there = new Set(papers.map(({ id }) => id));
  return { papers, gone: ids.filter((id) => !there.has(id)), last: rows.at(-1)?.rev ?? rev };
}

/** Reads from the library what a backup lacks next, and where it goes on after that. */
export async function nextSlice(db: GlossDatabase, row: BackupRow): Promise<Slice> {
  switch (row.phase) {
    case 'papers': {
      const { papers, next } = await exportPapers(db, row.after === '' ? null : row.after);
      const after = next ?? String(row.rev);
      const phase = next === null ? 'changes' : 'papers';
      return { kind: 'papers', value: papers, papers: papers.length, next: { phase, after } };
    }
    case 'changes': {
      const { papers, gone, last } = await changesAfter(db, Number(row.after));
      const isDone = papers.length + gone.length === 0;
      const next = {
        phase: isDone ? 'head' : 'changes',
        after: isDone ? '' : String(last),
      } as const;
      return { kind: 'gone', value: { papers, gone }, papers: 0, next };
    }
    case 'head':
      return {
        kind: 'head',
        value: await exportHead(db),
        papers: 0,
        next: { phase: 'sightings', after: '' },
      };
    case 'sightings': {
      const { sightings, next } = await exportSightings(db, row.after === '' ? null : row.after);
      const phase = next === null ? 'done' : 'sightings';
      return { kind: 'sightings', value: sightings, papers: 0, next: { phase, after: next ?? '' } };
    }
    case 'done':
      throw new Error('The backup is whole already.');
  }
}

/**
 * Writes one slice of a backup, with where the next begins, in one transaction. A worker may be stopped at any
 * time: the next one goes on there. Returns whether the backup is whole now.
 */
export async function writeSlice(
  db: GlossDatabase,
  backups: BackupDatabase,
  id: string,
): Promise<boolean> {
  const row = await backups.backups.get(id);
  if (!row || row.complete) return true;
  const { kind, value, papers, next } = await nextSlice(db, row);
  const bytes = await pack(value);
  const isWhole = next.phase === 'done';
  await backups.transaction('rw', [backups.backups, backups.parts], async () => {
    await backups.parts.put({ backup: id, index: row.parts, kind, bytes });
    await backups.backups.put({
      ...row,
      ...next,
      parts: row.parts + 1,
      papers: row.papers + papers,
      bytes: row.bytes + bytes.byteLength,
      ...(isWhole ? { complete: 1 as const } : {}),
    });
  });
  return isWhole;
}

/** Begins a backup; nothing of the library is read yet. One that is there already is gone on with. */
export async function beginBackup(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  reason: BackupReason,
  id = env.newId(),
): Promise<string> {
  if (await backups.backups.get(id)) return id;
  const [at, rev] = [env.now(), await revisionOf(db)];
  const start = { phase: 'papers', after: '', parts: 0, papers: 0, bytes: 0 } as const;
  await backups.transaction('rw', backups.backups, async () => {
    const made = (await backups.backups.toArray()).map((row) => row.made ?? 0);
    const next = Math.max(0, ...made) + 1;
    await backups.backups.add({ id, reason, at, rev, made: next, ...start });
  });
  return id;
}

/**
 * The whole backup at once: before the library is replaced, or because a person asked. `written` is told between
 * slices how many papers are in it; what it throws ends the backup, and nothing of it stays.
 */
export async function backUpNow(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  reason: BackupReason,
  { id, written }: { id?: string; written?: (papers: number) => void } = {},
): Promise<string> {
  // One that is whole is of a moment before this one.
  if (id !== undefined && (await backups.backups.get(id))?.complete) await remove(backups, [id]);
  const own = await beginBackup(db, backups, env, reason, id);
  try {
    while (!(await writeSlice(db, backups, own)))
      written?.((await backups.backups.get(own))?.papers ?? 0);
  } catch (error) {
    // The unfinished backup takes room that other writes need: the disk may be full.
    await remove(backups, [own]);
    throw error;
  }
  return own;
}

/** Whole backups, the one that was made last first. */
export const listBackups = async (backups: BackupDatabase): Promise<BackupRow[]> =>
  (await backups.backups.where('complete').equals(1).toArray()).toSorted(lastMadeFirst);

/** Deletes backups and their parts in one transaction. */
export async function remove(backups: BackupDatabase, ids: string[]): Promise<void> {
  await backups.transaction('rw', [backups.backups, backups.parts], async () => {
    for (const id of ids)
      await backups.parts.where('[backup+index]').between([id, 0], [id, Infinity]).delete();
    await backups.backups.bulkDelete(ids);
  });
}

/**
 * One slice of whatever is to be done: going on with a backup, beginning one that is due, deleting old ones.
 * Returns whether there is more to do. `offset` is the time zone's, minutes.
 */
export async function careForBackups(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  offset: number,
): Promise<boolean> {
  const unfinished = (await backups.backups.toArray()).filter(({ complete }) => !complete);
  const stale = unfinished.filter(({ at }) => Math.abs(env.now() - at) > STALE);
  if (stale.length > 0)
    await remove(
      backups,
      stale.map(({ id }) => id),
    );
  const current = unfinished.find((row) => !stale.includes(row));
  if (current) return !(await writeSlice(db, backups, current.id)) || true;
  const whole = await listBackups(backups);
  const old = expired(whole, offset);
  if (old.length > 0) await remove(backups, old);
  const last = whole.find(({ reason }) => reason === 'daily');
  if (!isDue(last, env.now(), await revisionOf(db), offset)) return false;
  await beginBackup(db, backups, env, 'daily');
  return true;
}
