import type { Stamp } from '@/domain/clock';
import type { PaperKey, PaperRef, PaperState, Status } from '@/domain/paper';
import type { PaperRecord } from '@/domain/record';
import { ok, type Result } from '@/domain/result';
import { journalOf, setStatus } from './actions';
import { type Environment, tick } from './clock';
import { type GlossDatabase, listedAt } from './db';
import type { JournalEntry } from './journal';
import { adopt, newPaper, pageStates, putPaper } from './papers';
import { countSightings } from './sightings';

/** What an action on many papers carries along. */
interface Step {
  db: GlossDatabase;
  opId: string;
  stamp: Stamp;
  now: number;
}

const wasDone = async (db: GlossDatabase, opId: string): Promise<boolean> =>
  (await db.journal.where('opId').equals(opId).count()) > 0;

/**
 * Sets a status on many papers in one transaction; papers that have it already are left alone. The journal
 * has an operation for each, in one group. Answers with the states in the order asked, after the commit.
 */
export async function writeStatuses(
  db: GlossDatabase,
  env: Environment,
  { opId, papers, status }: { opId: string; papers: PaperRef[]; status: Status | null },
): Promise<Result<PaperState[]>> {
  await db.transaction(
    'rw',
    [db.papers, db.highlights, db.tags, db.journal, db.settings],
    async () => {
      if (await wasDone(db, opId)) return;
      const step: Step = { db, opId, stamp: await tick(db, env), now: env.now() };
      const { fresh, known } = await parted(db, papers);
      const changes: Change[] = [];
      for (const ref of fresh) changes.push(decide(newPaper(ref, step.now), status, step));
      await db.papers.bulkPut(
        changes.map(({ paper }) => ({ ...paper, ...listedAt(paper, false) })),
      );
      for (const ref of known) {
        const change = await decideKnown(ref, status, step);
        if (change) changes.push(change);
      }
      await db.journal.bulkAdd(changes.map((change, index) => entryOf(change, index, step)));
    },
  );
  return ok(await pageStates(db, papers));
}

interface Change {
  paper: PaperRecord;
  before: { status: Status | null; savedAt: number | null };
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

function decide(paper: PaperRecord, status: Status | null, { stamp, now }: Step): Change {
  const before = { status: paper.status, savedAt: paper.savedAt };
  const isKept = status === 'saved' || status === 'read';
  setStatus(paper, status, isKept ? (paper.savedAt ?? now) : null, stamp);
  paper.updatedAt = now;
  return { paper, before };
}

async function decideKnown(
  ref: PaperRef,
  status: Status | null,
  step: Step,
): Promise<Change | null> {
  const { paper, join } = await adopt(step.db, ref, step.now);
  if (paper.status === status && !join) return null;
  const change = decide(paper, status, step);
  await putPaper(step.db, paper);
  if (join)
    await step.db.journal.add(
      journalOf(
        `${step.opId}:join:${paper.id}`,
        step.stamp,
        paper.id,
        { field: 'paper', item: '', before: join.from, after: paper.id },
        'join',
        step.now,
      ),
    );
  return change;
}

const entryOf = (
  { paper, before }: Change,
  index: number,
  { opId, stamp, now }: Step,
): Omit<JournalEntry, 'seq'> => ({
  ...journalOf(
    index === 0 ? opId : `${opId}:${index}`,
    stamp,
    paper.id,
    {
      field: 'status',
      item: '',
      before,
      after: { status: paper.status, savedAt: paper.savedAt },
    },
    'user',
    now,
  ),
  group: opId,
});

/** Takes papers as seen by a person's word. What was known of each key before goes to the journal. */
export async function markSeen(
  db: GlossDatabase,
  env: Environment,
  { opId, site, papers }: { opId: string; site: string; papers: { keys: PaperKey[] }[] },
): Promise<Result<null>> {
  await db.transaction('rw', [db.sightings, db.journal, db.settings], async () => {
    if (await wasDone(db, opId)) return;
    const [now, stamp] = [env.now(), await tick(db, env)];
    const keys = [...new Set(papers.flatMap((paper) => paper.keys))];
    const known = await db.sightings.bulkGet(keys);
    const before = keys.map((key, index) => known[index] ?? { key });
    await countSightings(db, keys, { site, at: now });
    await db.journal.add(
      journalOf(opId, stamp, '', { field: 'seen', item: '', before, after: null }, 'user', now),
    );
  });
  return ok(null);
}
