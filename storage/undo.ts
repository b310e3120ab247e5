import type { Stamp } from '@/domain/clock';
import { editNote, type NoteRecord, noteText } from '@/domain/note';
import type { Status } from '@/domain/paper';
import { ok, type Result } from '@/domain/result';
import type { Undone } from '@/domain/library';
import { type HighlightPatch, journalOf, patchHighlight, setStatus, setTag } from './actions';
import { type Environment, tick } from './clock';
import type { GlossDatabase, PaperRow } from './db';
import type { JournalEntry } from './journal';
import { putPaper, statesOf } from './papers';

/** Edits of one note that follow each other within this time are one step, milliseconds. */
const ONE_SITTING = 30_000;

const FIELDS = { status: 'status', tag: 'tag', note: 'note', highlight: 'highlight' } as const;

/** The newest operations of this person that make one step: one, or a run of edits of one note. */
async function newestStep(db: GlossDatabase): Promise<JournalEntry[]> {
  const step: JournalEntry[] = [];
  await db.journal
    .orderBy('seq')
    .reverse()
    .until((entry) => {
      if (entry.origin !== 'user' || entry.undone) return false;
      const last = step.at(-1);
      if (!last) {
        step.push(entry);
        return entry.field !== 'note';
      }
      const isSame = entry.field === 'note' && entry.paperId === last.paperId;
      if (!isSame || last.at - entry.at > ONE_SITTING) return true;
      step.push(entry);
      return false;
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

/** Undoes the newest step of this person that is not undone yet; `null` when there is none. */
export async function undo(
  db: GlossDatabase,
  env: Environment,
  opId: string,
): Promise<Result<Undone | null>> {
  const done = await db.transaction(
    'rw',
    [db.papers, db.highlights, db.journal, db.settings],
    async () => {
      const again = await db.journal.where('opId').equals(opId).first();
      if (again) return again;
      const step = await newestStep(db);
      const oldest = step.at(-1);
      if (!oldest) return null;
      const paper =
        (await db.papers.get(oldest.paperId)) ??
        (await db.papers.where('aliases').equals(oldest.paperId).first());
      if (!paper) return null;
      const stamp = await tick(db, env);
      await revert(db, paper, oldest, stamp);
      const now = env.now();
      await putPaper(db, { ...paper, updatedAt: now });
      for (const { seq } of step) await db.journal.update(seq, { undone: 1 });
      const { field, item, before, after } = oldest;
      const entry = journalOf(
        opId,
        stamp,
        paper.id,
        { field, item, before: after, after: before },
        'undo',
        now,
      );
      await db.journal.add(entry);
      return entry;
    },
  );
  if (!done) return ok(null);
  const paper = await db.papers.get(done.paperId);
  const papers = paper ? await statesOf(db, [paper]) : [];
  return ok(done.field === 'paper' ? null : { field: FIELDS[done.field], papers });
}
