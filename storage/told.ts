import type { PaperState } from '@/domain/paper/paper';
import type { GlossDatabase } from './db';
import { readLocal, writeLocal } from './local';
import { statesById } from './papers';
import { NO_PAPER } from './revisions';

/** Most papers sent in one broadcast; above this, pages are told to reload. */
export const MOST_TOLD = 500;

/** States of papers for a broadcast; none where they are too many, which tells pages to reload. */
export const statesToTell = (db: GlossDatabase, ids: readonly string[]): Promise<PaperState[]> =>
  ids.length > MOST_TOLD ? Promise.resolve([]) : statesById(db, [...ids]);

/** The library's highest revision: it rises with every write to a paper. */
export const revisionOf = async (db: GlossDatabase): Promise<number> =>
  (await db.revisions.orderBy('rev').last())?.rev ?? 0;

/** Notes that all open pages know every write up to a revision. */
export const markTold = async (db: GlossDatabase, rev: number): Promise<void> => {
  await writeLocal(db, 'told', rev);
};

/** Papers that were written since all open pages were told, one more than can be told at the most; none where it was never noted. */
export const untold = (db: GlossDatabase): Promise<string[]> =>
  db.transaction('r', [db.settings, db.revisions], async () => {
    const told = await readLocal(db, 'told');
    if (told === undefined) return [];
    const later = db.revisions.where('rev').above(told);
    const ids = (await later.limit(MOST_TOLD + 2).toArray()).map(({ id }) => id);
    return ids.filter((id) => id !== NO_PAPER);
  });
