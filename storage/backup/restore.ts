import { type BackupPreview, restamped } from '@/domain/backup';
import type { ExportHead } from '@/domain/export/document';
import { FORMAT, SCHEMA_VERSION } from '@/domain/export/format';
import type { GlossDocument, PaperDocument, SightingDocument } from '@/domain/export/schema';
import type { ImportReport } from '@/domain/library';
import { isSame } from '@/domain/merge';
import { fail, ok, type Result } from '@/domain/result';
import { type Environment, tick } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { importDocument } from '@/storage/import';
import { flagged } from '@/storage/journal';
import { exportById } from '@/storage/export';
import { unpack } from './compress';
import type { BackupDatabase, BackupPart } from './db';
import { backUpNow } from './write';

/** Papers compared in one go. */
const SLICE = 500;

/** A whole backup as the document that an export would have been. Fails where a part of it can't be read. */
export async function readBackup(
  backups: BackupDatabase,
  id: string,
): Promise<Result<GlossDocument>> {
  const row = await backups.backups.get(id);
  if (!row?.complete) return fail('missing', 'This backup is not there any more.');
  const papers = new Map<string, PaperDocument>();
  const document: GlossDocument = {
    format: FORMAT,
    version: SCHEMA_VERSION,
    minReader: 1,
    papers: [],
  };
  const sightings: SightingDocument[] = [];
  try {
    for (let index = 0; index < row.parts; index++) {
      const part = await backups.parts.get([id, index]);
      if (!part)
        return fail('invalid', `Part ${index + 1} of ${row.parts} of this backup is missing.`);
      await takePart(part, document, papers, sightings);
    }
  } catch (error) {
    return fail('invalid', `This backup can’t be read: ${String(error)}`);
  }
  return ok({ ...document, papers: [...papers.values()], sightings });
}

async function takePart(
  { kind, bytes }: BackupPart,
  document: GlossDocument,
  papers: Map<string, PaperDocument>,
  sightings: SightingDocument[],
): Promise<void> {
  if (kind === 'head') {
    const { tags, shared, extra } = await unpack<ExportHead>(bytes);
    Object.assign(document, extra, { tags, shared });
  } else if (kind === 'papers') {
    for (const paper of await unpack<PaperDocument[]>(bytes)) papers.set(paper.id, paper);
  } else if (kind === 'gone') {
    const changes = await unpack<{ papers: PaperDocument[]; gone: string[] }>(bytes);
    for (const paper of changes.papers) papers.set(paper.id, paper);
    for (const id of changes.gone) papers.delete(id);
  } else {
    sightings.push(...(await unpack<SightingDocument[]>(bytes)));
  }
}

/** The papers of a backup with what the library has of each now. */
async function* compared(
  db: GlossDatabase,
  papers: PaperDocument[],
): AsyncGenerator<{ old: PaperDocument; now: PaperDocument | undefined }> {
  for (let start = 0; start < papers.length; start += SLICE) {
    const slice = papers.slice(start, start + SLICE);
    const now = new Map(
      (
        await exportById(
          db,
          slice.map(({ id }) => id),
        )
      ).map((paper) => [paper.id, paper]),
    );
    for (const old of slice) yield { old, now: now.get(old.id) };
  }
}

/** What restoring would change. */
export async function previewBackup(
  db: GlossDatabase,
  backups: BackupDatabase,
  id: string,
): Promise<Result<BackupPreview>> {
  const document = await readBackup(backups, id);
  if (!document.ok) return document;
  const counts = { papers: 0, missing: 0, deleted: 0, changed: 0 };
  let shared = 0;
  for await (const { old, now } of compared(db, document.value.papers)) {
    if (now) shared += 1;
    if (old.removed) continue;
    counts.papers += 1;
    if (!now) counts.missing += 1;
    else if (now.removed) counts.deleted += 1;
    else if (!isSame({ ...old, updatedAt: 0 }, { ...now, updatedAt: 0 })) counts.changed += 1;
  }
  const all = await db.papers.count();
  return ok({ ...counts, onlyHere: Math.max(0, all - shared) });
}

/**
 * Brings back what a backup has and the library has not, as one step that can be undone: papers that are gone
 * or were deleted since, and what was written of the others. What was changed since stays.
 */
export async function mergeBackup(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  { opId, id }: { opId: string; id: string },
): Promise<Result<ImportReport>> {
  const document = await readBackup(backups, id);
  if (!document.ok) return document;
  const stamp = await db.transaction('rw', db.settings, () => tick(db, env));
  const papers: PaperDocument[] = [];
  for await (const { old, now } of compared(db, document.value.papers))
    papers.push(now?.removed && !old.removed ? restamped(old, stamp) : old);
  const { report } = await importDocument(db, env, { ...document.value, papers }, opId);
  return ok(report);
}

/**
 * Makes the library what it was at a backup, all of it or nothing; what it is now is backed up first. Steps of
 * before can't be undone after that: the backup is the way back.
 */
export async function replaceByBackup(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  { opId, id }: { opId: string; id: string },
): Promise<Result<ImportReport>> {
  const document = await readBackup(backups, id);
  if (!document.ok) return document;
  await backUpNow(db, backups, env, 'safety');
  const report = await db.transaction('rw', db.tables, async () => {
    for (const table of [db.papers, db.highlights, db.tags, db.sightings, db.shared])
      await table.clear();
    const done = await importDocument(db, env, document.value, opId);
    for (const flag of ['undoable', 'redoable'] as const)
      await flagged(db, flag).modify((entry) => {
        delete entry[flag];
      });
    return done.report;
  });
  return ok(report);
}
