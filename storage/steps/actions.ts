import { LIMITS } from '@/domain/limits';
import { editNote, keepBoth, mergeTexts, noteRevision, noteText } from '@/domain/paper/note';
import type {
  Colour,
  Highlight,
  PaperKey,
  PaperRef,
  PaperState,
  Status,
} from '@/domain/paper/paper';
import { homeOf, viaOf } from '@/domain/identity/parts';
import { highlightAt, type PaperRecord } from '@/domain/paper/record';
import { fail, ok, type Result } from '@/domain/result';
import { adopt } from './adopt';
import { patchHighlight, revive, setStamped, setStatus, setTag } from './changes';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { pageStates } from '@/storage/papers';
import { refuse } from './refused';
import { type Step, takeStep } from './step';
import { tagNamed } from './tags';
import type { Change, HighlightPatch } from '@/storage/rows';

interface Operation {
  opId: string;
  paper: PaperRef;
}

/** Changes one thing of a paper; what it returns goes to the journal. */
type Edit = (paper: PaperRecord, step: Step, via?: PaperKey) => Promise<Change> | Change;

/**
 * Every write at an entry passes here: one transaction over paper, parts, journal and clock. It answers
 * after the commit. An operation that was done before is not done again.
 */
async function operate(
  db: GlossDatabase,
  env: Environment,
  { opId, paper: ref }: Operation,
  edit: Edit,
): Promise<Result<PaperState>> {
  const done = await takeStep(db, env, opId, 'user', async (step) => {
    const paper = await adopt(step, ref);
    const via = viaOf(paper, ref.keys);
    revive(step, paper, via);
    const change = await edit(paper, step, via);
    step.putPaper(paper, via);
    step.log(change, via);
  });
  if (!done.ok) return done;
  const [state] = await pageStates(db, [ref]);
  return state ? ok(state) : fail('storage', 'The paper was not found after it was written.');
}

/** Sets or clears the status of a paper. */
export const writeStatus = (
  db: GlossDatabase,
  env: Environment,
  { status, ...operation }: Operation & { status: Status | null },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, (paper, step) => setStatus(step, paper, status));

/** Adds a tag to a paper or takes it off, by name; a new name makes a new tag. */
export const writeTag = (
  db: GlossDatabase,
  env: Environment,
  { name, on, ...operation }: Operation & { name: string; on: boolean },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, step) => {
    const tag = await tagNamed(step, name, on);
    return setTag(step, paper, tag, on);
  });

/** The person has seen a paper's notices. */
export const writeNoticed = (
  db: GlossDatabase,
  env: Environment,
  operation: Operation,
): Promise<Result<PaperState>> =>
  operate(db, env, operation, (paper, step) => setStamped(step, paper, 'noticed', step.now));

/** The text of a note as it was at a revision, from the journal; `null` where it is not known. */
async function textAt(
  db: GlossDatabase,
  paperId: string,
  revision: string,
): Promise<string | null> {
  if (revision === '') return '';
  const entries = await db.journal.where('paperId').equals(paperId).reverse().toArray();
  for (const entry of entries) {
    if (entry.field !== 'note') continue;
    for (const note of [entry.after, entry.before])
      if (noteRevision(note) === revision) return noteText(note);
  }
  return null;
}

/**
 * Writes a note that a person typed over the revision `base`. Merges it with what another place wrote since; fails
 * with `invalid` when the note is too long.
 */
export const writeNote = (
  db: GlossDatabase,
  env: Environment,
  { base, text, ...operation }: Operation & { base: string; text: string },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, step) => {
    const before = paper.note;
    const current = noteText(before);
    let whole = text;
    if (noteRevision(before) !== base && current !== '') {
      const origin = await textAt(db, paper.id, base);
      whole = origin === null ? keepBoth(current, text) : mergeTexts(origin, current, text);
    }
    if (whole.length > LIMITS.wholeNote) refuse('invalid', 'The note is too long.');
    paper.note = editNote(before, whole, step.stamp);
    return { field: 'note', paperId: paper.id, item: '', before, after: paper.note };
  });

/** Adds a highlight; fails with `invalid` when its id is taken. */
export const addHighlight = (
  db: GlossDatabase,
  env: Environment,
  { highlight, ...operation }: Operation & { highlight: Highlight },
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, step, via) => {
    const { stamp } = step;
    const stamps = { colour: stamp, comment: stamp, removed: stamp };
    if (await step.highlight(highlight.id)) refuse('invalid', 'There is such a highlight already.');
    paper.stamps = { ...paper.stamps, highlights: stamp };
    const made = { ...highlight, paperId: homeOf(paper, via), removed: false, stamps };
    step.putHighlight(highlightAt(made, paper.id));
    const change = { field: 'highlight', paperId: paper.id, item: highlight.id } as const;
    return { ...change, before: null, after: { removed: false } };
  });

const changeHighlight = (
  db: GlossDatabase,
  env: Environment,
  operation: Operation,
  id: string,
  patch: HighlightPatch,
): Promise<Result<PaperState>> =>
  operate(db, env, operation, async (paper, step) => {
    const highlight = await step.highlight(id);
    paper.stamps = { ...paper.stamps, highlights: step.stamp };
    return highlight?.paperId === paper.id
      ? patchHighlight(step, highlight, patch)
      : refuse('missing', 'The highlight is not there any more.');
  });

/** Changes the colour or the comment of a highlight; fails with `missing` when it is not there. */
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

/** Deletes a highlight and keeps its tombstone; fails with `missing` when it is not there. */
export const removeHighlight = (
  db: GlossDatabase,
  env: Environment,
  { id, ...operation }: Operation & { id: string },
): Promise<Result<PaperState>> => changeHighlight(db, env, operation, id, { removed: true });
