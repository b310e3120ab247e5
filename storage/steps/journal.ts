import { type Collection, Dexie, type InsertType } from 'dexie';
import { isMarkedName, isStampedName } from '@/domain/paper/fields';
import type { GlossDatabase } from '@/storage/db';
import { readLocal, writeLocal } from '@/storage/local';
import type { Change, JournalEntry, MarkedChange, StampedChange } from '@/storage/rows';

/** Whether a change sets a stamped field. */
export const isStamped = <C extends Change>(change: C): change is C & StampedChange =>
  isStampedName(change.field);

/** Whether a change adds or takes a mark. */
export const isMarked = <C extends Change>(change: C): change is C & MarkedChange =>
  isMarkedName(change.field);

export type Flag = 'undoable' | 'redoable';
type Entries = Collection<JournalEntry, number, InsertType<JournalEntry, 'seq'>>;

/**
 * The first entries of steps that carry a flag, in the order they were written. By flag and number: of keys that
 * are equal a browser looks at each to find the last.
 */
export async function flagged(db: GlossDatabase, flag: Flag): Promise<Entries> {
  const last = (await readLocal(db, 'steps-forgotten')) ?? 0;
  return db.journal.where(`[${flag}+seq]`).between([1, last], [1, Dexie.maxKey], false, true);
}

/** No step of before can be undone from now on, or done again. */
export async function forgetSteps(db: GlossDatabase): Promise<void> {
  const last = await db.journal.orderBy('seq').last();
  if (last) await writeLocal(db, 'steps-forgotten', last.seq);
}

/** An entry, marked as undone by itself: the rest of its step is left alone. */
export const withdrawn = (entry: JournalEntry): JournalEntry => ({ ...entry, undone: 1 });

/** An entry of a step that was taken back. */
export const settled = ({ undoable: _u, redoable: _r, ...entry }: JournalEntry): JournalEntry => ({
  ...(entry as JournalEntry),
  undone: 1,
});
