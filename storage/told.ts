import type { GlossDatabase } from './db';

/** The highest number of a write to a paper that all open pages were told of; of this machine alone. */
const KEY = 'told';

/** Papers that others are told of in one message; more are told as "many". */
export const MOST_TOLD = 500;

/** The library's highest revision: it rises with every write to a paper. */
export const revisionOf = async (db: GlossDatabase): Promise<number> =>
  (await db.revisions.orderBy('rev').last())?.rev ?? 0;

/** All open pages were told of what was written up to a revision. */
export const markTold = async (db: GlossDatabase, rev: number): Promise<void> => {
  await db.settings.put({ key: KEY, value: rev });
};

/** Papers that were written since all open pages were told, one more than can be told at the most; none where it was never noted. */
export const untold = (db: GlossDatabase): Promise<string[]> =>
  db.transaction('r', [db.settings, db.revisions], async () => {
    const told = (await db.settings.get(KEY))?.value;
    if (typeof told !== 'number') return [];
    const later = db.revisions.where('rev').above(told);
    return (await later.limit(MOST_TOLD + 1).toArray()).map(({ id }) => id);
  });
