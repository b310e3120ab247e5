import type { Stamp } from '@/domain/clock';
import {
  editNote,
  keepBoth,
  mergeTexts,
  noteRevision,
  noteText,
  type NoteRecord,
} from '@/domain/note';
import type { Colour, Highlight, PaperRef, PaperState, Status } from '@/domain/paper';
import type { HighlightRecord, PaperRecord, TagRecord } from '@/domain/record';
import { newTag } from '@/domain/tag';
import { fail, ok, type Result } from '@/domain/result';
import { deviceOf } from '@/domain/clock';
import { type Environment, tick } from './clock';
import type { GlossDatabase } from './db';
import type { JournalEntry, JournalField } from './journal';
import { adopt, pageStates, putPaper } from './papers';

/** What an edit did, for the journal. */
interface Change {
  field: JournalField;
  item: string;
  before: unknown;
  after: unknown;
}

interface Operation {
  opId: string;
  paper: PaperRef;
}

/** Writes one thing of a paper, which is at hand with the stamp of the write; what it returns goes to the journal. */
type Edit = (
  paper: PaperRecord,
  stamp: Stamp,
  now: number,
) => Promise<Change | null> | Change | null;

export const journalOf = (
  opId: string,
  stamp: Stamp,
  paperId: string,
  change: Change,
  origin: JournalEntry['origin'],
  at: number,
): Omit<JournalEntry, 'seq'> => ({
  opId,
  device: deviceOf(stamp),
  stamp,
  paperId,
  ...change,
  origin,
  at,
});

/**
 * Every write of a person passes here: one transaction over paper, parts, journal and clock. It answers
 * after the commit. An operation that was done before is not done again.
 */
async function operate(
  db: GlossDatabase,
  env: Environment,
  { opId, paper: ref }: Operation,
  edit: Edit,
): Promise<Result<PaperState>> {
  const done = await db.transaction(
    'rw',
    [db.papers, db.highlights, db.tags, db.journal, db.settings],
    async (): Promise<Result<null>> => {
      if ((await db.journal.where('opId').equals(opId).count()) > 0) return ok(null);
      const now = env.now();
      const stamp = await tick(db, env);
      const { paper, join } = await adopt(db, ref, now);
      const change = await edit(paper, stamp, now);
      if (!change) return fail('missing', 'What this is about is not there any more.');
      paper.updatedAt = now;
      await putPaper(db, paper);
      if (join)
        await db.journal.add(
          journalOf(
            `${opId}:join`,
            stamp,
            paper.id,
            { field: 'paper', item: '', before: join.from, after: paper.id },
            'join',
            now,
          ),
        );
      await db.journal.add(journalOf(opId, stamp, paper.id, change, 'user', now));
      return ok(null);
    },
  );
  if (!done.ok) return done;
  const [state] = await pageStates(db, [ref]);
  return state ? ok(state) : fail('storage', 'The paper was not found after it was written.');
}

/** Sets a status on a record; when it was saved goes with it. */
export function setStatus(
  paper: PaperRecord,
  status: Status | null,
  savedAt: number | null,
  stamp: Stamp,
): void {
  paper.status = status;
  paper.savedAt = savedAt;
  paper.stamps = { ...paper.stamps, status: stamp };
}

/** Puts a tag on a record or takes it off. */
export function setTag(paper: PaperRecord, id: string, on: boolean, stamp: Stamp): void {
  const others = paper.tags.filter((tag) => tag !== id);
  paper.tags = on ? [...others, id].toSorted() : others;
  paper.stamps = { ...paper.stamps, [`tag:${id}`]: stamp };
}

export const writeStatus = (
  db: GlossDatabase,
  env: Environment,
  { status, ...operation }: Operation & { status: Status | null },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, (paper, stamp, now) => {
    const before = { status: paper.status, savedAt: paper.savedAt };
    const isKept = status === 'saved' || status === 'read';
    setStatus(paper, status, isKept ? (paper.savedAt ?? now) : null, stamp);
    return { field: 'status', item: '', before, after: { status, savedAt: paper.savedAt } };
  });

/** A tag that is put on a paper; one that was removed is back. */
const usedTag = (tag: TagRecord, now: number, stamp: Stamp): TagRecord => ({
  ...tag,
  usedAt: now,
  ...(tag.removed ? { removed: false, stamps: { ...tag.stamps, removed: stamp } } : {}),
});

export const writeTag = (
  db: GlossDatabase,
  env: Environment,
  { name, on, ...operation }: Operation & { name: string; on: boolean },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, stamp, now) => {
    const tag = newTag(name);
    if (tag.id === '') return null;
    const known = await db.tags.get(tag.id);
    if (on)
      await db.tags.put(
        known
          ? usedTag(known, now, stamp)
          : { ...tag, usedAt: now, removed: false, stamps: { name: stamp, colour: stamp } },
      );
    const before = paper.tags.includes(tag.id);
    setTag(paper, tag.id, on, stamp);
    return { field: 'tag', item: tag.id, before, after: on };
  });

/** The text of a note as it was at a revision, from the journal; `null` where it is not known. */
async function textAt(
  db: GlossDatabase,
  paperId: string,
  revision: string,
): Promise<string | null> {
  if (revision === '') return '';
  const entries = await db.journal.where('paperId').equals(paperId).reverse().toArray();
  for (const { field, before, after } of entries) {
    if (field !== 'note') continue;
    for (const note of [after, before] as NoteRecord[])
      if (noteRevision(note) === revision) return noteText(note);
  }
  return null;
}

export const writeNote = (
  db: GlossDatabase,
  env: Environment,
  { base, text, ...operation }: Operation & { base: string; text: string },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, stamp) => {
    const before = paper.note;
    const current = noteText(before);
    let whole = text;
    if (noteRevision(before) !== base && current !== '') {
      const origin = await textAt(db, paper.id, base);
      whole = origin === null ? keepBoth(current, text) : mergeTexts(origin, current, text);
    }
    paper.note = editNote(before, whole, stamp);
    return { field: 'note', item: '', before, after: paper.note };
  });

export const addHighlight = (
  db: GlossDatabase,
  env: Environment,
  { highlight, ...operation }: Operation & { highlight: Highlight },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, stamp) => {
    const stamps = { colour: stamp, comment: stamp, removed: stamp };
    paper.stamps = { ...paper.stamps, highlights: stamp };
    await db.highlights.put({ ...highlight, paperId: paper.id, removed: false, stamps });
    return { field: 'highlight', item: highlight.id, before: null, after: { removed: false } };
  });

/** Fields of a highlight that may change. */
export type HighlightPatch = Partial<Pick<HighlightRecord, 'colour' | 'comment' | 'removed'>>;

/** Changes a highlight; returns what it was in the changed fields, `null` where it is not there. */
export async function patchHighlight(
  db: GlossDatabase,
  id: string,
  patch: HighlightPatch,
  stamp: Stamp,
): Promise<HighlightPatch | null> {
  const record = await db.highlights.get(id);
  if (!record) return null;
  const names = Object.keys(patch) as (keyof HighlightPatch)[];
  const stamps = { ...record.stamps, ...Object.fromEntries(names.map((name) => [name, stamp])) };
  await db.highlights.put({ ...record, ...patch, stamps });
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

const changeHighlight = (
  db: GlossDatabase,
  env: Environment,
  operation: Operation,
  id: string,
  patch: HighlightPatch,
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, stamp) => {
    if ((await db.highlights.get(id))?.paperId !== paper.id) return null;
    const before = await patchHighlight(db, id, patch, stamp);
    paper.stamps = { ...paper.stamps, highlights: stamp };
    return before && { field: 'highlight', item: id, before, after: patch };
  });

export const editHighlight = (
  db: GlossDatabase,
  env: Environment,
  {
    id,
    colour,
    comment,
    ...operation
  }: Operation & { id: string; colour?: Colour; comment?: string },
): Promise<Result<PaperState>> =>
  changeHighlight(db, env, operation, id, {
    ...(colour === undefined ? {} : { colour }),
    ...(comment === undefined ? {} : { comment }),
  });

export const removeHighlight = (
  db: GlossDatabase,
  env: Environment,
  { id, ...operation }: Operation & { id: string },
): Promise<Result<PaperState>> => changeHighlight(db, env, operation, id, { removed: true });
