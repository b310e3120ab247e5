import { joinPapers } from '@/domain/identity/join';
import { homeOf, partsOf } from '@/domain/identity/parts';
import type { LaterChange } from '@/domain/identity/joined';
import { papersNamed, splitPapers } from '@/domain/identity/split';
import type { Stamp } from '@/domain/paper/clock';
import {
  STAMPED_NAMES,
  type StampedName,
  stampedRow,
  type StampedValue,
} from '@/domain/paper/fields';
import { highlightAt, type HighlightRecord, type PaperRecord } from '@/domain/paper/record';
import type { Result } from '@/domain/result';
import { isSame } from '@/domain/same';
import { setStamped } from './changes';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { withdrawn } from './journal';
import { bareRecord } from '@/storage/papers';
import { refuse } from './refused';
import { type Step, type Taken, takeStep } from './step';
import type { JournalEntry, PapersChange } from '@/storage/rows';

/** An entry that says that several papers became one. */
type JoinEntry = JournalEntry & PapersChange;

/** Makes one paper of several that a person says are the same. */
export const joinMany = (
  db: GlossDatabase,
  env: Environment,
  { opId, ids }: { opId: string; ids: string[] },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', async (step) => {
    const papers = await papersOf(step, ids);
    if (papers.length < 2) refuse('missing', 'These papers are one already.');
    await joinInStep(step, papers);
  });

/** Makes one paper of several, with their highlights; what they were goes to the journal. */
export async function joinInStep(
  step: Step,
  papers: PaperRecord[],
  origin = step.origin,
  opId = step.opId,
): Promise<PaperRecord> {
  await step.follow(papers);
  const joined = joinPapers(papers, step.stamp);
  const highlights = await step.highlightsOf(papers.map(({ id }) => id));
  step.log(
    {
      field: 'paper',
      item: 'join',
      paperId: joined.id,
      before: {
        papers: structuredClone(papers),
        highlights: Object.fromEntries(highlights.map((highlight) => [highlight.id, highlight])),
      },
      after: [joined.id],
    },
    undefined,
    origin,
    opId,
  );
  for (const { id } of papers) if (id !== joined.id) step.dropPaper(id);
  for (const highlight of highlights)
    if (highlight.paperId !== joined.id) step.putHighlight(highlightAt(highlight, joined.id));
  step.putPaper(joined);
  return joined;
}

/** The papers behind some ids, each once. */
async function papersOf(step: Step, ids: readonly string[]): Promise<PaperRecord[]> {
  await step.load(ids);
  const papers = new Map<string, PaperRecord>();
  for (const id of ids) {
    const paper = await step.paper(id);
    if (!paper) return refuse('missing', 'A paper is not there any more.');
    papers.set(paper.id, paper);
  }
  return [...papers.values()];
}

/** The newest joining of a paper that is not undone yet. */
async function lastJoin(step: Step, paper: PaperRecord): Promise<JoinEntry | undefined> {
  const entries = await step.db.journal
    .where('paperId')
    .anyOf([paper.id, ...paper.aliases])
    .filter((entry) => entry.field === 'paper' && isJoin(entry) && !entry.undone)
    .sortBy('seq');
  return entries.at(-1) as JoinEntry | undefined;
}

/** Whether a change of papers made one of several, by itself or as part of an import. */
export const isJoin = ({ item, before }: PapersChange): boolean =>
  item !== 'split' && papersIn(before).length > 1;

/** The papers of a snapshot; versions that undid an import without effect wrote an entry that lacks them. */
export const papersIn = ({ papers }: Partial<PapersChange['before']>): readonly PaperRecord[] =>
  papers ?? [];

/** Takes the newest joining of a paper apart: the papers are as they were, and later changes are with one of them. */
export const splitNewest = (
  db: GlossDatabase,
  env: Environment,
  { opId, id }: { opId: string; id: string },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', async (step) => {
    const paper = await step.paper(id);
    const nextJoin = async (): Promise<JoinEntry | undefined> => paper && lastJoin(step, paper);
    let entry = await nextJoin();
    if (!entry) return refuse('missing', 'This paper was not made of several.');
    // A join that another machine took apart is done with: the one before it counts.
    for (; entry; entry = await nextJoin()) {
      await db.journal.put(withdrawn(entry));
      if (await splitInStep(step, entry)) return;
    }
    refuse('missing', 'These papers are apart already.');
  });

/**
 * Undoes a joining. Newer joinings of the same paper must be undone before. `false` where there is nothing to part: a
 * file brought a parting of another machine.
 */
export async function splitInStep(step: Step, entry: JoinEntry): Promise<boolean> {
  const current = await step.paper(entry.paperId);
  if (!current) return false;
  const before = entry.before.papers;
  await step.follow([current, ...before]);
  const later = await laterChanges(step, entry, current);
  const joined = joinPapers(before, entry.stamp);
  const whole = {
    before,
    joined,
    current,
    later,
    joinStamp: entry.item === 'join' ? entry.stamp : null,
  };
  const set = splitPapers(whole, step.stamp);
  if (!set) return false;
  const papers = papersNamed(set, current);
  const highlights = await step.highlightsOf([current.id]);
  step.log({
    field: 'paper',
    paperId: current.id,
    item: 'split',
    before: {
      papers: [structuredClone(current)],
      highlights: Object.fromEntries(highlights.map((highlight) => [highlight.id, highlight])),
    },
    after: papers.map(({ id }) => id),
  });
  step.dropPaper(current.id);
  for (const paper of papers) {
    // A paper that took the id meanwhile (a file brought it) is this one.
    const other = paper.id === current.id ? undefined : await step.db.papers.get(paper.id);
    step.putPaper(other ? joinPapers([paper, bareRecord(other)], step.stamp) : paper);
  }
  for (const highlight of highlights) {
    const home = set.place(atHome(highlight, entry, current, later));
    if (home.paperId !== highlight.paperId) step.putHighlight(home);
  }
  return true;
}

/** A highlight with the record that it was made at; versions that did not keep it with the highlight have it in the journal. */
function atHome(
  highlight: HighlightRecord,
  entry: JoinEntry,
  current: PaperRecord,
  later: readonly LaterChange[],
): HighlightRecord {
  if (highlight.home !== undefined) return highlight;
  const made = later.find(({ field, item }) => field === 'highlight' && item === highlight.id);
  const via = made?.via ?? undefined;
  const paperId = entry.before.highlights[highlight.id]?.paperId ?? homeOf(current, via);
  return { ...highlight, paperId };
}

/** What was done to the joined paper since. */
async function laterChanges(
  { db }: Step,
  { seq }: JoinEntry,
  { id, aliases }: PaperRecord,
): Promise<LaterChange[]> {
  const entries = await db.journal
    .where('paperId')
    .anyOf([id, ...aliases])
    .filter((entry) => entry.seq > seq && entry.field !== 'paper')
    .sortBy('seq');
  return entries.map(({ field, item, stamp, origin, undone, via = null }) => ({
    field,
    item,
    stamp,
    via,
    isUndo: origin === 'undo',
    isUndone: undone === 1,
  }));
}

/** Undoes a parting: its papers are one again, with the values from before. */
export async function rejoin(step: Step, entry: JournalEntry & PapersChange): Promise<void> {
  const papers = await papersOf(step, entry.after);
  if (papers.length < 2) return;
  const joined = await joinInStep(step, papers);
  const [whole] = entry.before.papers;
  if (whole) sayAgain(step, joined, whole, entry.stamp);
}

/** Sets each field that was told to the whole paper to what it was before its parting (`stamp`), unless it was set since. */
function sayAgain(step: Step, joined: PaperRecord, whole: PaperRecord, stamp: Stamp): void {
  for (const name of STAMPED_NAMES) {
    const row = stampedRow(name);
    const told = whole.stamps[name];
    const isSetSince = partsOf(joined).some(({ stamps }) => (stamps[name] ?? '') > stamp);
    if (told === undefined || isSetSince || isSame(row.read(joined), row.read(whole))) continue;
    const teller = whole.parts?.find(({ stamps }) => stamps[name] === told)?.id;
    step.log(setStamped(step, joined, name, row.read(whole) as StampedValue<StampedName>), teller);
    step.putPaper(joined, teller);
  }
}
