import type { Stamp } from '@/domain/clock';
import type { Undone } from '@/domain/library';
import { editNote, type NoteRecord, noteText } from '@/domain/note';
import type { Status } from '@/domain/paper';
import { ok, type Result } from '@/domain/result';
import { type HighlightPatch, journalOf, patchHighlight, setStatus, setTag } from './actions';
import { type Environment, tick } from './clock';
import type { GlossDatabase, PaperRow, SightingRow } from './db';
import type { JournalEntry } from './journal';
import { putPaper, statesOf } from './papers';
import { restoreSightings } from './sightings';

/** Edits of one note that follow each other within this time are one step, milliseconds. */
const ONE_SITTING = 30_000;

/** Whether an older entry belongs to the step of a newer one: one action on many papers, or one sitting over a note. */
const isOneStep = (newer: JournalEntry, older: JournalEntry): boolean =>
  newer.group === undefined
    ? older.group === undefined &&
      newer.field === 'note' &&
      older.field === 'note' &&
      newer.paperId === older.paperId &&
      newer.at - older.at <= ONE_SITTING
    : newer.group === older.group;

/** The newest operations of this person that make one step, the newest first. */
async function newestStep(db: GlossDatabase): Promise<JournalEntry[]> {
  const step: JournalEntry[] = [];
  await db.journal
    .orderBy('seq')
    .reverse()
    .until((entry) => {
      if (entry.origin !== 'user' || entry.undone) return false;
      const last = step.at(-1);
      if (last && !isOneStep(last, entry)) return true;
      step.push(entry);
      // Nothing but these two goes on.
      return entry.group === undefined && entry.field !== 'note';
    })
    .each(() => undefined);
  return step;
}

/** Sets what an operation changed to what it was, as a new operation. */
async function revert(
  db: GlossDatabase,
  paper: PaperRow,
  { field, item, before }: JournalEntry,
  stamp: Stamp,
): Promise<void> {
  if (field === 'status') {
    const { status, savedAt } = before as { status: Status | null; savedAt: number | null };
    setStatus(paper, status, savedAt, stamp);
  } else if (field === 'tag') {
    setTag(paper, item, before as boolean, stamp);
  } else if (field === 'note') {
    paper.note = editNote(paper.note, noteText(before as NoteRecord), stamp);
  } else if (field === 'highlight') {
    await patchHighlight(db, item, (before as HighlightPatch | null) ?? { removed: true }, stamp);
  }
}

/** Reverts one entry of the journal and writes that down; returns the id of its paper, `null` where it is gone. */
async function undoEntry(
  db: GlossDatabase,
  entry: JournalEntry,
  { opId, stamp, now }: { opId: string; stamp: Stamp; now: number },
): Promise<string | null> {
  const { field, item, before, after } = entry;
  let paperId = '';
  if (field === 'seen') {
    await restoreSightings(db, before as (SightingRow | { key: string })[]);
  } else {
    const paper =
      (await db.papers.get(entry.paperId)) ??
      (await db.papers.where('aliases').equals(entry.paperId).first());
    if (!paper) return null;
    paperId = paper.id;
    await revert(db, paper, entry, stamp);
    await putPaper(db, { ...paper, updatedAt: now });
  }
  const change = { field, item, before: after, after: before };
  await db.journal.add({
    ...journalOf(opId, stamp, paperId, change, 'undo', now),
    ...(entry.group === undefined ? {} : { group: entry.group }),
  });
  return paperId;
}

/** What an undo did, from the entries that it wrote. */
async function told(db: GlossDatabase, opId: string): Promise<Undone | null> {
  const first = await db.journal.where('opId').equals(opId).first();
  if (!first || first.field === 'paper') return null;
  const others = await db.journal.where('opId').startsWith(`${opId}:`).toArray();
  const ids = [...new Set([first, ...others].map(({ paperId }) => paperId))];
  const papers = (await db.papers.bulkGet(ids)).flatMap((paper) => paper ?? []);
  return {
    field: first.field,
    papers: await statesOf(db, papers),
    title: papers[0]?.title ?? '',
  };
}

/** Undoes the newest step of this person that is not undone yet; `null` when there is none. */
export async function undo(
  db: GlossDatabase,
  env: Environment,
  opId: string,
): Promise<Result<Undone | null>> {
  await db.transaction(
    'rw',
    [db.papers, db.highlights, db.sightings, db.journal, db.settings],
    async () => {
      if ((await db.journal.where('opId').equals(opId).count()) > 0) return;
      const step = await newestStep(db);
      const oldest = step.at(-1);
      if (!oldest) return;
      const write = { stamp: await tick(db, env), now: env.now() };
      // A sitting goes back to where it began; of a group each is a paper's own.
      const entries = oldest.group === undefined ? [oldest] : step;
      let written = 0;
      for (const entry of entries) {
        const id = written === 0 ? opId : `${opId}:${written}`;
        if ((await undoEntry(db, entry, { ...write, opId: id })) !== null) written += 1;
      }
      for (const { seq } of step) await db.journal.update(seq, { undone: 1 });
    },
  );
  return ok(await told(db, opId));
}
