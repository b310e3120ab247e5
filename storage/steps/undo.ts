import type { Undone, UndoneKind } from '@/domain/library';
import { assertNever, isSame } from '@/domain/same';
import { changePart, editNote, mergeTexts, noteText } from '@/domain/paper/note';
import { ok, type Result } from '@/domain/result';
import { stampedRow } from '@/domain/paper/fields';
import type { PaperKey } from '@/domain/paper/paper';
import type { PaperRecord } from '@/domain/paper/record';
import { patchHighlight, patchTag, setStamped } from './changes';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { type Flag, flagged, isMarked, isStamped, settled } from './journal';
import { isJoin, rejoin, splitInStep } from './join';
import { revertImport } from './revert-import';
import { revertMark } from './revert-mark';
import { isInUse } from './tags';
import { readLocal, writeLocal } from '@/storage/local';
import { putShared } from '@/storage/shared';
import { restoreSightings } from '@/storage/sightings';
import { refuse } from './refused';
import { type Step, takeStep } from './step';
import { statesToTell } from '@/storage/told';
import { patchTopics } from './topics';
import type { Change, JournalEntry, Origin, StampedChange, TagPatch } from '@/storage/rows';

/** Edits of one note that follow each other within this time are one step, milliseconds. */
const ONE_SITTING = 30_000;

/** Entries that are taken back before what they change is written. */
const SLICE = 1_000;

/** Newest first: the entries of the newest step that carries a flag; a run of edits of one note is one step. */
async function newestStep(db: GlossDatabase, flag: Flag): Promise<JournalEntry[]> {
  const steps = await flagged(db, flag);
  const newest = await steps.last();
  if (!newest) return [];
  const step = await stepOf(db, newest.opId);
  if (step.length === 0) {
    // Nothing is left of it: its papers were deleted for good, or taken apart.
    await db.journal.put(settled(newest));
    return newestStep(db, flag);
  }
  if (step.length > 1 || newest.field !== 'note') return step;
  let last = newest;
  await (await flagged(db, flag))
    .reverse()
    .until((entry) => {
      if (entry.seq === newest.seq) return false;
      const isOfIt = entry.field === 'note' && entry.paperId === newest.paperId;
      if (!isOfIt || last.at - entry.at > ONE_SITTING) return true;
      step.push(entry);
      last = entry;
      return false;
    })
    .each(() => undefined);
  return step;
}

const stepOf = async (db: GlossDatabase, opId: string): Promise<JournalEntry[]> =>
  (await db.journal.where('opId').equals(opId).reverse().sortBy('seq')).filter(
    ({ undone }) => !undone,
  );

/** A run of edits of one note as one edit. */
function together(entries: JournalEntry[]): JournalEntry[] {
  const [newest] = entries;
  const oldest = entries.at(-1);
  return newest?.field === 'note' && oldest?.field === 'note' && newest !== oldest
    ? [{ ...oldest, after: newest.after }]
    : entries;
}

/**
 * Sets what a change changed to what it was, as a new change with its own entry. What was written over it
 * since stays. Whatever it does, it leaves an entry, so that the step is known to be done.
 */
async function revert(step: Step, entry: JournalEntry): Promise<void> {
  switch (entry.field) {
    case 'paper':
      if (isJoin(entry)) return void (await splitInStep(step, entry));
      return entry.item === 'split' ? rejoin(step, entry) : revertImport(step, entry);
    case 'seen':
      return revertSightings(step, entry);
    case 'shared':
      return revertShared(step, entry);
    case 'sections':
      return revertSections(step, entry);
    case 'topics':
      return patchTopics(step, entry.before);
    case 'tags':
      return revertTag(step, entry);
    default: {
      const paper = await step.paper(entry.paperId);
      if (!paper) return;
      // Done in the library, it was done to the record that was the paper then.
      const via = entry.via ?? entry.paperId;
      step.putPaper(await revertOn(paper, step, { ...entry, via }), via);
    }
  }
}

/** Changes of one paper. */
type OnPaper = Exclude<
  JournalEntry,
  { field: 'paper' | 'seen' | 'shared' | 'sections' | 'topics' | 'tags' }
>;

/** Takes back a change of a paper at the entry that it was done at (`via`), and returns the paper. */
async function revertOn(
  paper: PaperRecord,
  step: Step,
  entry: OnPaper & { via: PaperKey },
): Promise<PaperRecord> {
  const { via } = entry;
  if (isMarked(entry)) return revertMark(paper, step, entry);
  if (isStamped(entry)) {
    step.log(revertStamped(paper, step, entry), via);
    return paper;
  }
  switch (entry.field) {
    case 'note':
      step.log(revertNote(paper, step, entry), via);
      return paper;
    case 'highlight': {
      const highlight = await step.highlight(entry.item);
      const [old, now] = [entry.before ?? { removed: true }, entry.after ?? { removed: true }];
      paper.stamps = { ...paper.stamps, highlights: step.stamp };
      if (highlight)
        step.log(patchHighlight(step, highlight, stillThere(highlight, old, now)), via);
      return paper;
    }
    default:
      return assertNever(entry);
  }
}

/** A field that was set to something else since keeps that. */
function revertStamped(paper: PaperRecord, step: Step, entry: StampedChange): StampedChange {
  const { field, before, after } = entry;
  const row = stampedRow(field);
  const now = row.read(paper);
  const isMine = row.text(now) === row.text(after);
  return setStamped(step, paper, field, (isMine ? before : now) as typeof before);
}

function revertNote(
  paper: PaperRecord,
  step: Step,
  { item, before, after }: Extract<JournalEntry, { field: 'note' }>,
): Change {
  const note = paper.note;
  const [was, now, old] = [noteText(after), noteText(note), noteText(before)];
  paper.note = editNote(note, changePart(now, was, old) ?? mergeTexts(was, now, old), step.stamp);
  return { field: 'note', paperId: paper.id, item, before: note, after: paper.note };
}

/** A tag is as it was; one that was made, and that another paper has by now, stays. */
async function revertTag(
  step: Step,
  { item, before, after }: Extract<JournalEntry, { field: 'tags' }>,
): Promise<void> {
  const tag = await step.tag(item);
  if (!tag) return;
  const { removed, ...rest } = stillThere(tag, before, after);
  const isKept = removed === true && (await isInUse(step, item));
  step.log(patchTag(step, tag, isKept || removed === undefined ? rest : { ...rest, removed }));
}

async function revertSightings(
  step: Step,
  { before, after }: Extract<JournalEntry, { field: 'seen' }>,
): Promise<void> {
  const known = new Map(after.map((row) => [row.key, row]));
  const now = before.map(({ key }) => known.get(key) ?? { key });
  await restoreSightings(step.db, before);
  step.log({ field: 'seen', paperId: '', item: '', before: now, after: before });
}

/** A value of the library is as it was, unless it was set again since. */
async function revertShared(
  step: Step,
  { item, before, after }: Extract<JournalEntry, { field: 'shared' }>,
): Promise<void> {
  const now = await step.db.shared.get(item);
  if (!now || !isSame(now.value, after)) return;
  await putShared(step.db, item, before, step.stamp);
  step.log({ field: 'shared', paperId: '', item, before: after, after: before });
}

/** Sections of newer versions are as they were, but for those that were brought again since. */
async function revertSections(
  step: Step,
  { before, after }: Extract<JournalEntry, { field: 'sections' }>,
): Promise<void> {
  const known = (await readLocal(step.db, 'extra')) ?? {};
  const of = (sections: Record<string, unknown>, name: string): [unknown?] =>
    Object.hasOwn(sections, name) ? [sections[name]] : [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) =>
    isSame(of(known, name), of(after, name)),
  );
  const was = Object.fromEntries(
    names.flatMap((name) => of(known, name).map((one) => [name, one])),
  );
  const is = Object.fromEntries(
    names.flatMap((name) => of(before, name).map((one) => [name, one])),
  );
  const others = Object.entries(known).filter(([name]) => !names.includes(name));
  await writeLocal(step.db, 'extra', { ...Object.fromEntries(others), ...is });
  step.log({ field: 'sections', paperId: '', item: '', before: was, after: is });
}

/** The old values of those that are still as the change left them. */
function stillThere<T extends object>(now: T, before: Partial<T>, after: Partial<T>): Partial<T> {
  const names = Object.keys(before) as (keyof T)[];
  return Object.fromEntries(
    names.flatMap((name) =>
      now[name] === (after[name] ?? now[name]) ? [[name, before[name]]] : [],
    ),
  ) as Partial<T>;
}

/** What a step was, in one word. */
function kindOf(entries: JournalEntry[]): UndoneKind {
  if (entries.some(({ origin }) => origin === 'import')) return 'import';
  const fields = new Set(entries.map(({ field }) => field));
  if (fields.has('paper')) return 'join';
  if (fields.has('removed')) return 'delete';
  // A tag that was made by being put on a paper is no more than that.
  const isMade = entries.some(({ field, after }) => field === 'tags' && isOn(after));
  if (fields.has('tag') && (isMade || !fields.has('tags'))) return 'tag';
  const [field = 'status'] = fields;
  // Only an import, which is told above, changes these.
  return field === 'paper' || field === 'removed' || field === 'shared' || field === 'sections'
    ? 'join'
    : field;
}

const isOn = (patch: unknown): boolean => (patch as TagPatch).removed === false;

async function takeBack(
  db: GlossDatabase,
  env: Environment,
  opId: string,
  origin: Origin,
  choose: () => Promise<JournalEntry[]>,
): Promise<Result<Undone | null>> {
  let kind: UndoneKind | null = null;
  const done = await takeStep(db, env, opId, origin, async (step) => {
    const entries = await choose();
    const [newest] = entries;
    if (!newest) return;
    kind = kindOf(entries);
    const changes = together(entries);
    for (let at = 0; at < changes.length; at += SLICE) {
      if (at > 0) await step.writeSlice();
      const slice = changes.slice(at, at + SLICE);
      await step.load(slice.map(({ paperId }) => paperId));
      for (const entry of slice) await revert(step, entry);
    }
    // Sent again, it must be known to be done even where nothing was left to change.
    if (step.isEmpty) step.log(unchanged(newest));
    await db.journal.bulkPut(entries.map(settled));
  });
  if (!done.ok) return done;
  const written = kind ? [] : await db.journal.where('opId').equals(opId).toArray();
  if (!kind && written.length === 0) return ok(null);
  const { touched } = done.value;
  const papers = await statesToTell(db, touched);
  const title = (await db.papers.get(touched[0] ?? ''))?.title ?? '';
  return ok({ field: kind ?? kindOf(written), count: touched.length, papers, title });
}

/** The change of an undo that found nothing left to take back; for whole papers, a change of no sightings. */
const unchanged = ({ field, paperId, item, after }: JournalEntry): Change =>
  field === 'paper'
    ? { field: 'seen', paperId: '', item: '', before: [], after: [] }
    : ({ field, paperId, item, before: after, after } as Change);

/**
 * Undoes the newest step of this person that is not undone yet, or the one named; `null` when there is none.
 * It writes new operations and never rewinds, so what other tabs and machines wrote meanwhile stays.
 */
export const undo = (
  db: GlossDatabase,
  env: Environment,
  opId: string,
  step?: string,
): Promise<Result<Undone | null>> =>
  takeBack(db, env, opId, 'undo', async () => {
    if (step === undefined) return newestStep(db, 'undoable');
    const entries = await stepOf(db, step);
    return entries.length > 0 ? entries : refuse('missing', 'This was undone already.');
  });

/** Does again what was undone last, unless something new was done since; `null` when there is nothing. */
export const redo = (
  db: GlossDatabase,
  env: Environment,
  opId: string,
): Promise<Result<Undone | null>> =>
  takeBack(db, env, opId, 'redo', () => newestStep(db, 'redoable'));
