import { isSame } from '@/domain/same';
import { toldBy } from '@/domain/identity/known';
import type { PaperRef, PaperState } from '@/domain/paper/paper';
import type { PaperRecord } from '@/domain/paper/record';
import { ok, type Result } from '@/domain/result';
import { adopt, findPapers } from './adopt';
import { setStamped } from './changes';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { bareRecord, snapshot } from '@/storage/papers';
import { takeStep } from './step';
import { statesToTell } from '@/storage/told';

/** What a list says of papers that are kept. */
interface Met {
  opId: string;
  papers: PaperRef[];
  /** The page is the papers' own: its reader sees what the notices tell. */
  isOpened: boolean;
}

/** What the detector read is a guess: it fills in nothing that a person did not ask for. */
const heard = (ref: PaperRef): PaperRef =>
  ref.listing.site === 'digest' ? { ...ref, authors: [], abstract: '', links: [], facts: {} } : ref;

/** The one kept paper that an entry is about; an entry that would tie several together says nothing here. */
async function keptPaper(db: GlossDatabase, ref: PaperRef): Promise<PaperRecord | null> {
  const [row, ...others] = await findPapers(db, ref);
  return row && others.length === 0 && row.listedAt !== undefined ? bareRecord(row) : null;
}

/** What a paper is known to be, but for where it was listed: a list that says nothing new of it is no news. */
const substance = (paper: PaperRecord) => ({ ...toldBy(paper), listings: [], keys: paper.keys });

/**
 * Takes in what a list says of kept papers: versions and venues, and facts that were missing. No person acted,
 * so there is no step to undo. Answers with the states of the papers that changed, after the commit.
 */
export async function meetPapers(
  db: GlossDatabase,
  env: Environment,
  { opId, papers, isOpened }: Met,
): Promise<Result<PaperState[]>> {
  // Most lists say nothing new, and reading waits for no other write.
  const kept = await snapshot(db, async () => {
    const found: PaperRef[] = [];
    for (const ref of papers) if (await keptPaper(db, ref)) found.push(ref);
    return found;
  });
  if (kept.length === 0) return ok([]);
  const done = await takeStep(db, env, opId, 'join', async (step) => {
    for (const ref of kept) {
      const before = await keptPaper(db, ref);
      if (!before) continue;
      const paper = await adopt(step, heard(ref));
      const isNews = !isSame(substance(before), substance(paper));
      if (isOpened) setStamped(step, paper, 'noticed', step.now);
      if (!isNews && !isOpened) continue;
      step.putPaper({ ...paper, listings: before.listings });
      // A page may list the same paper twice.
      await step.write();
    }
  });
  return done.ok ? ok(await statesToTell(db, done.value.touched)) : done;
}
