import type { BulkChange } from '@/domain/library';
import type { PaperKey, PaperRef, PaperState, Status } from '@/domain/paper/paper';
import type { PaperRecord } from '@/domain/paper/record';
import { viaOf } from '@/domain/identity/parts';
import { ok, type Result } from '@/domain/result';
import { adopt, newPaper } from './adopt';
import { revive, setRemoved, setStamped, setStatus, setTag } from './changes';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { pageStates } from '@/storage/papers';
import { countSightings } from '@/storage/sightings';
import { type Step, type Taken, takeStep } from './step';
import { tagNamed } from './tags';
import type { Change } from '@/storage/rows';

/**
 * Sets a status on many papers of a page in one step; papers that have it already are left alone. Answers
 * with the states in the order asked, after the commit.
 */
export async function writeStatuses(
  db: GlossDatabase,
  env: Environment,
  { opId, papers, status }: { opId: string; papers: PaperRef[]; status: Status | null },
): Promise<Result<PaperState[]>> {
  const done = await takeStep(db, env, opId, 'user', async (step) => {
    const decide = (paper: PaperRecord, { keys }: PaperRef): void => {
      const via = viaOf(paper, keys);
      revive(step, paper, via);
      if (paper.status !== status) step.log(setStatus(step, paper, status), via);
      step.putPaper(paper, via);
    };
    const { fresh, known } = await parted(db, papers);
    for (const ref of fresh) decide(newPaper(ref, step.now), ref);
    for (const ref of known) {
      // What was decided so far may be what this entry is about.
      await step.write();
      decide(await adopt(step, ref), ref);
    }
  });
  return done.ok ? ok(await pageStates(db, papers)) : done;
}

/**
 * Entries of papers that nothing is known of, which is most of a page: they are written in one go. The others
 * may be tied to papers that are there, or to each other.
 */
async function parted(
  db: GlossDatabase,
  papers: PaperRef[],
): Promise<{ fresh: PaperRef[]; known: PaperRef[] }> {
  const keys = [...new Set(papers.flatMap((paper) => paper.keys))];
  const rows = await db.papers.where('keys').anyOf(keys).distinct().toArray();
  const taken = new Set<PaperKey>(rows.flatMap((row) => row.keys));
  const fresh: PaperRef[] = [];
  const known: PaperRef[] = [];
  for (const ref of papers) {
    if (ref.keys.some((key) => taken.has(key))) known.push(ref);
    else fresh.push(ref);
    for (const key of ref.keys) taken.add(key);
  }
  return { fresh, known };
}

/** Takes papers as seen by a person's word. What was known of each key before goes to the journal. */
export async function markSeen(
  db: GlossDatabase,
  env: Environment,
  { opId, site, papers }: { opId: string; site: string; papers: { keys: PaperKey[] }[] },
): Promise<Result<null>> {
  const done = await takeStep(db, env, opId, 'user', async (step) => {
    const keys = [...new Set(papers.flatMap((paper) => paper.keys))];
    const known = await db.sightings.bulkGet(keys);
    const before = keys.map((key, index) => known[index] ?? { key });
    await countSightings(db, keys, { site, at: step.now });
    const after = (await db.sightings.bulkGet(keys)).flatMap((row) => row ?? []);
    step.log({ field: 'seen', paperId: '', item: '', before, after });
  });
  return done.ok ? ok(null) : done;
}

/** What a bulk action does to one paper; `null` where the paper is so already. */
type Act = (paper: PaperRecord) => Change | null;

async function actOf(step: Step, change: BulkChange): Promise<Act> {
  switch (change.kind) {
    case 'status':
      return (paper) =>
        paper.status === change.status ? null : setStatus(step, paper, change.status);
    case 'tag': {
      const tag = await tagNamed(step, change.name, change.on);
      return (paper) =>
        paper.tags.includes(tag) === change.on ? null : setTag(step, paper, tag, change.on);
    }
    case 'noticed':
      return (paper) => setStamped(step, paper, 'noticed', step.now);
    case 'delete':
      return (paper) => setRemoved(step, paper, true);
    case 'restore':
      return (paper) => (paper.removed ? setRemoved(step, paper, false) : null);
  }
}

/** Does one thing to many papers of the library in one step. Papers that are not there are passed over. */
export const changeMany = (
  db: GlossDatabase,
  env: Environment,
  { opId, ids, change }: { opId: string; ids: string[]; change: BulkChange },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', async (step) => {
    await step.load(ids);
    const act = await actOf(step, change);
    for (const id of new Set(ids)) {
      const paper = await step.paper(id);
      if (!paper || (paper.removed && change.kind !== 'restore')) continue;
      const done = act(paper);
      if (!done) continue;
      step.putPaper(paper);
      step.log(done);
    }
  });
